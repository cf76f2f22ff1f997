package io.github.factorscope.ui.data;

import io.github.factorscope.data.reading.Arrangement;
import io.github.factorscope.data.reading.Dialect;
import io.github.factorscope.data.reading.Layout;
import io.github.factorscope.data.reading.Preview;
import io.github.factorscope.data.reading.Preview.Kind;
import io.github.factorscope.data.reading.Preview.Row;
import io.github.factorscope.data.reading.ReadingPolicy;
import io.github.factorscope.data.reading.ReadingPolicy.Outside;
import io.github.factorscope.data.reading.ReadingPolicy.Repeated;
import io.github.factorscope.data.reading.Role;
import io.github.factorscope.data.reading.TimeFormat;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.TextSize;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the first lines of a file and what can be corrected of how they are read. */
public final class PreviewController {
    private static final Texts TEXTS = Texts.of(PreviewController.class);
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    private static final List<Double> SHARES = List.of(0.0, 0.01, 0.05, 0.2, 0.5, 1.0);
    private static final double COLUMN = 140;

    private final PreviewViewModel model;
    private final List<ComboBox<Role>> roles = new ArrayList<>();
    private ComboBox<String> delimiter;
    private ComboBox<String> comment;
    private ComboBox<Charset> charset;
    private ComboBox<TimeFormat> times;
    private ComboBox<Repeated> repeated;
    private ComboBox<Outside> outside;
    private ComboBox<Double> share;
    private Node timesField;
    private boolean following; // the boxes show what is chosen, nobody chooses

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private Label kind;

    @FXML
    private FlowPane dialect;

    @FXML
    private FlowPane policies;

    @FXML
    private CheckBox header;

    @FXML
    private CheckBox quoting;

    @FXML
    private CheckBox decimalComma;

    @FXML
    private Label verdict;

    @FXML
    private TableView<Row> lines;

    @FXML
    private Button accept;

    public PreviewController(PreviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        delimiter = Choices.of(
                Dialect.DELIMITERS, text -> new Dialect(text, false).delimiterWords(), TEXTS.get("between-columns"));
        List<String> comments = new ArrayList<>(List.of(""));
        comments.addAll(Dialect.COMMENTS);
        comment = Choices.of(
                comments,
                text -> text.isEmpty() ? TEXTS.get("no-comments") : text + " …",
                TEXTS.get("comments-begin-with"));
        charset = Choices.of(CHARSETS, Charset::name, TEXTS.get("encoding"));
        times = Choices.of(List.of(TimeFormat.values()), PreviewController::words, TEXTS.get("times"));
        repeated = Choices.of(List.of(Repeated.values()), Repeated::words, TEXTS.get("repeated"));
        outside = Choices.of(List.of(Outside.values()), PreviewController::words, TEXTS.get("outside-scale"));
        share = Choices.of(SHARES, PreviewController::percent, TEXTS.get("bad-lines-allowed"));
        delimiter.setId("previewDelimiter");
        charset.setId("previewEncoding");
        repeated.setId("previewRepeated");
        dialect.getChildren().addAll(0, List.of(field("columns-parted-by", delimiter), field("encoding", charset)));
        timesField = field("times", times);
        timesField.managedProperty().bind(timesField.visibleProperty());
        dialect.getChildren().addAll(List.of(timesField, field("comments", comment)));
        policies.getChildren()
                .setAll(
                        field("repeated", repeated),
                        field("outside-scale", outside),
                        field("bad-lines-allowed", share));
        hearChoices();
        verdict.textProperty().bind(model.verdictProperty());
        accept.disableProperty().bind(model.readyProperty().not());
        lines.setItems(model.rows());
        lines.setRowFactory(unused -> new LineRow());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        root.visibleProperty().bind(model.previewProperty().isNotNull());
        model.previewProperty().addListener((Observable change) -> show());
        model.layoutProperty().addListener((Observable change) -> show());
        model.policyProperty().addListener((Observable change) -> show());
        show();
    }

    private static Node field(String key, Node box) {
        Label label = new Label(TEXTS.get(key));
        label.setLabelFor(box);
        HBox field = new HBox(label, box);
        field.getStyleClass().add("line");
        return field;
    }

    private void hearChoices() {
        hear(delimiter, chosen -> model.setDialect(dialect().withDelimiter(chosen)));
        hear(comment, chosen -> model.setDialect(dialect().withComment(chosen)));
        hear(charset, model::setCharset);
        hear(times, model::setTimeFormat);
        hear(repeated, chosen -> policy(now -> now.withDuplicates(chosen)));
        hear(outside, chosen -> policy(now -> now.withOutsideScale(chosen)));
        hear(share, chosen -> policy(now -> now.withMostProblems(chosen)));
        header.setOnAction(event -> model.setHeader(header.isSelected()));
        quoting.setOnAction(event -> model.setDialect(dialect().withQuoting(quoting.isSelected())));
        decimalComma.setOnAction(event -> model.setDialect(dialect().withDecimalComma(decimalComma.isSelected())));
    }

    private <T> void hear(ComboBox<T> box, Consumer<T> chosen) {
        box.valueProperty().addListener((observable, before, now) -> {
            if (!following && now != null) {
                chosen.accept(now);
            }
        });
    }

    private Dialect dialect() {
        return model.layoutProperty().get().dialect();
    }

    private void policy(UnaryOperator<ReadingPolicy> change) {
        model.policyProperty().set(change.apply(model.policyProperty().get()));
    }

    private static String words(TimeFormat format) {
        return TEXTS.get("times-" + format.name().toLowerCase(Locale.ROOT));
    }

    private static String words(Outside policy) {
        return TEXTS.get(
                switch (policy) {
                    case LEAVE_OUT -> "outside-left-out";
                    case CLIP -> "outside-clipped";
                    case KEEP -> "outside-kept";
                });
    }

    private static String percent(double share) {
        return Formats.percent(share, 0);
    }

    private void show() {
        Preview preview = model.previewProperty().get();
        Layout layout = model.layoutProperty().get();
        if (preview == null || layout == null) {
            return;
        }
        following = true;
        title.setText(String.valueOf(preview.path().getFileName()));
        kind.setText(preview.refusal().isPresent() ? TEXTS.get("not-recognised") : layout.title());
        put(delimiter, layout.dialect().delimiter());
        put(comment, layout.dialect().comment());
        put(charset, layout.charset());
        put(times, layout.timeFormat());
        timesField.setVisible(layout.columns().hasTime());
        header.setSelected(layout.header());
        quoting.setSelected(layout.dialect().quoting());
        decimalComma.setSelected(layout.dialect().decimalComma());
        put(repeated, model.policyProperty().get().duplicates());
        put(outside, model.policyProperty().get().outsideScale());
        put(share, model.policyProperty().get().mostProblems());
        showColumns(layout);
        following = false;
    }

    /** Also what is not among the usual choices. */
    private static <T> void put(ComboBox<T> box, T value) {
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
    }

    private void showColumns(Layout layout) {
        boolean matrix = layout.arrangement() == Arrangement.MATRIX;
        int count = Math.max(1, layout.columns().count());
        if (roles.size() != count) {
            roles.clear();
            lines.getColumns().clear();
            lines.getColumns().add(lineNumbers());
            for (int column = 0; column < count; column++) {
                lines.getColumns().add(fields(column));
            }
            lines.getColumns().add(reasons());
        }
        for (int column = 0; column < count; column++) {
            roles.get(column).setValue(layout.columns().role(column));
            roles.get(column).setDisable(matrix);
        }
    }

    private static TableColumn<Row, String> lineNumbers() {
        TableColumn<Row, String> column = new TableColumn<>(TEXTS.get("line"));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(Formats.count(row.getValue().line())));
        column.setPrefWidth(60);
        TextSize.followWidths(column);
        column.setSortable(false);
        return column;
    }

    private TableColumn<Row, String> fields(int number) {
        ComboBox<Role> role = Choices.of(
                List.of(Role.values()),
                PreviewController::words,
                TEXTS.get("meaning-of-column", String.valueOf(number + 1)));
        role.setId("previewRole" + number);
        role.setMaxWidth(Double.MAX_VALUE);
        hear(role, chosen -> model.setRole(number, chosen));
        roles.add(role);
        TableColumn<Row, String> column = new TableColumn<>();
        column.setGraphic(role);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(field(row.getValue(), number)));
        column.setPrefWidth(COLUMN);
        TextSize.followWidths(column);
        column.setSortable(false);
        return column;
    }

    private static String field(Row row, int number) {
        if (number < row.fields().size()) {
            return row.fields().get(number);
        }
        return number == 0 ? row.text() : "";
    }

    private static TableColumn<Row, String> reasons() {
        TableColumn<Row, String> column = new TableColumn<>(TEXTS.get("reason"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(reason(row.getValue())));
        column.setPrefWidth(2.4 * COLUMN);
        TextSize.followWidths(column);
        column.setSortable(false);
        return column;
    }

    private static String reason(Row row) {
        return switch (row.kind()) {
            case PROBLEM -> row.reason();
            case HEADER -> TEXTS.get("line-of-names");
            case NOT_RATED -> TEXTS.get("line-not-rated");
            case BLOCK -> TEXTS.get("line-of-item");
            case COMMENT -> TEXTS.get("line-of-comment");
            case BLANK, RATING -> "";
        };
    }

    private static String words(Role role) {
        return TEXTS.get("role-" + role.name().toLowerCase(Locale.ROOT));
    }

    private static final class LineRow extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(PROBLEM, !empty && row != null && row.kind() == Kind.PROBLEM);
            pseudoClassStateChanged(
                    SILENT, !empty && row != null && row.kind() != Kind.PROBLEM && row.kind() != Kind.RATING);
        }
    }

    @FXML
    private void onAccept() {
        model.accept();
    }

    @FXML
    private void onReset() {
        model.reset();
    }

    @FXML
    private void onCancel() {
        model.close();
    }
}
