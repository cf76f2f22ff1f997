package io.github.factorscope.ui.compare;

import io.github.factorscope.report.RunRow;
import io.github.factorscope.report.TwoRuns;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.ScrolledColumn;
import io.github.factorscope.ui.common.Splitters;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Two runs face to face: is the difference more than noise, and what differs in the settings. */
final class TwoRunsPane implements ComparePane {
    private static final Texts TEXTS = Texts.of(TwoRunsPane.class);

    private static final Font WORDS = Font.font(13);
    private static final Font HEADING = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 13);
    private static final double LEAST = 60;
    private static final double PADDING = 16; // beside the words of a cell
    private static final double SCROLL_BAR = 24; // with the borders
    private static final double LEAST_PICTURE = 0.45; // of the width
    private static final double MOST_PICTURE = 0.6;

    private final CompareViewModel model;
    private final ComboBox<String> first = new ComboBox<>();
    private final ComboBox<String> second = new ComboBox<>();
    private final Label verdict = new Label();
    private final PicturePlot plot = new PicturePlot();
    private final TableView<TwoRuns.Setting> settings = new TableView<>();
    private final TableColumn<TwoRuns.Setting, String> names;
    private final TableColumn<TwoRuns.Setting, String> ofFirst;
    private final TableColumn<TwoRuns.Setting, String> ofSecond;
    private final SplitPane body;
    private double wanted; // by the table, in pixels of usual type; 0 before
    private boolean divided; // by somebody
    private List<RunRow> shown = List.of();
    private List<RunRow> asked = List.of();

    TwoRunsPane(CompareViewModel model) {
        this.model = model;
        first.setAccessibleText(TEXTS.get("first-run"));
        second.setAccessibleText(TEXTS.get("second-run"));
        Choices.fitAll(first);
        Choices.fitAll(second);
        first.valueProperty().addListener((Observable change) -> compare());
        second.valueProperty().addListener((Observable change) -> compare());
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setId("verdictOnTwo");
        plot.setAccessibleText(TEXTS.get("differences-of-two"));
        VBox.setVgrow(plot, Priority.ALWAYS);
        ScrolledColumn left = new ScrolledColumn(verdict, plot);
        left.getStyleClass().add("ranking");
        settings.getStyleClass().add("dense");
        settings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        settings.setPlaceholder(new Label(TEXTS.get("same-settings")));
        settings.setAccessibleText(TEXTS.get("settings-that-differ"));
        settings.setMinWidth(280);
        names = Tables.addText(settings, TEXTS.get("setting"), 130, TwoRuns.Setting::name);
        ofFirst = Tables.addText(settings, TEXTS.get("first"), 115, TwoRuns.Setting::first);
        ofSecond = Tables.addText(settings, TEXTS.get("second"), 115, TwoRuns.Setting::second);
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        body = new SplitPane(scroll, settings);
        body.setDividerPositions(0.55);
        body.widthProperty().addListener((Observable change) -> divideRoom());
        Splitters.whenMoved(body, () -> divided = true);
        TextSize.follow(body, this::divideRoom);
        body.getStyleClass().add("plain-split");
        TextSize.followAll(body);
    }

    @Override
    public String id() {
        return "two-runs";
    }

    @Override
    public List<Node> options() {
        return List.of(first, new Label(TEXTS.get("against")), second);
    }

    @Override
    public Region body() {
        return body;
    }

    /** The two best to begin with. */
    @Override
    public void show(List<RunRow> ticked) {
        shown = ticked;
        List<String> names = ticked.stream().map(RunRow::name).toList();
        if (!first.getItems().equals(names)) {
            Set<Object> lines = new HashSet<>();
            List<String> best = ticked.stream()
                    .sorted(Comparator.comparingDouble(row ->
                            row.run().test().map(accuracy -> accuracy.rmse()).orElse(Double.NaN)))
                    .filter(row -> lines.add(row.run().experiment().family().id() + row.differences()))
                    .map(RunRow::name)
                    .toList();
            fill(first, names, best, 0);
            fill(second, names, best, 1);
        }
        compare();
    }

    private static void fill(ComboBox<String> box, List<String> names, List<String> best, int place) {
        String before = box.getValue();
        box.getItems().setAll(names);
        box.setValue(names.contains(before) ? before : best.size() > place ? best.get(place) : null);
    }

    private Optional<RunRow> row(ComboBox<String> box) {
        return shown.stream().filter(row -> row.name().equals(box.getValue())).findFirst();
    }

    private void compare() {
        Optional<RunRow> left = row(first);
        Optional<RunRow> right = row(second);
        if (left.isEmpty() || right.isEmpty()) {
            asked = List.of();
            verdict.setText(TEXTS.get("tick-two"));
            return;
        }
        List<RunRow> now = List.of(left.get(), right.get());
        if (now.equals(asked)) {
            return;
        }
        boolean others = !names(now).equals(names(asked));
        asked = now;
        if (others) { // what stands there belongs to the runs before
            verdict.setText(TEXTS.get("being-worked-out"));
        }
        model.compareTwo(left.get(), right.get(), found -> {
            if (now.equals(asked)) {
                show(found);
            }
        });
    }

    private static List<String> names(List<RunRow> rows) {
        return rows.stream().map(RunRow::name).toList();
    }

    private void show(TwoRuns found) {
        verdict.setText(
                found.sentences().isEmpty()
                        ? TEXTS.get("only-by-seed")
                        : Formats.unbroken(String.join("\n", found.sentences())));
        plot.show(found.differences());
        settings.getItems().setAll(found.settings());
        ofFirst.setText(asked.get(0).name());
        ofSecond.setText(asked.get(1).name());
        wanted = SCROLL_BAR
                + fit(names, found, TwoRuns.Setting::name)
                + fit(ofFirst, found, TwoRuns.Setting::first)
                + fit(ofSecond, found, TwoRuns.Setting::second);
        divideRoom();
    }

    /** The table is as wide as its words, as far as that leaves room for the picture. */
    private void divideRoom() {
        double room = body.getWidth();
        if (room > 0 && wanted > 0 && !divided) {
            body.setDividerPositions(Math.max(LEAST_PICTURE, Math.min(MOST_PICTURE, 1 - TextSize.px(wanted) / room)));
        }
    }

    /**
     * Each column gets its part of the width by the longest of its words.
     *
     * @return in pixels of usual type
     */
    private static double fit(TableColumn<?, ?> column, TwoRuns found, Function<TwoRuns.Setting, String> words) {
        double widest = found.settings().stream()
                .mapToDouble(setting -> widthOf(words.apply(setting), WORDS))
                .max()
                .orElse(0);
        double width = Math.max(LEAST, Math.max(widest, widthOf(column.getText(), HEADING)));
        Tables.setWidth(column, TextSize.px(width));
        return width;
    }

    private static double widthOf(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth() + PADDING;
    }

    @Override
    public Optional<PicturePlot> plot() {
        return Optional.of(plot);
    }
}
