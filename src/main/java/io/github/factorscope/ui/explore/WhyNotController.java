package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Term;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.common.WideColumn;
import io.github.factorscope.ui.explore.WhyNotViewModel.Hit;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Binds the question about any item, and the answer. */
public final class WhyNotController {
    private static final Texts TEXTS = Texts.of(WhyNotController.class);
    private static final double HIT_HEIGHT = 26;
    private static final int HITS_IN_VIEW = 6;
    private static final double HEAD = 38;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 6; // more are scrolled to

    private final ExploreViewModel explore;
    private final WhyNotViewModel model;
    private final Consumer<Term> openEvidence;

    @FXML
    private TextField question;

    @FXML
    private ToggleButton always;

    @FXML
    private ListView<Hit> asked;

    @FXML
    private ScrollPane telling;

    @FXML
    private Label whyNotSentence;

    @FXML
    private Hyperlink termByTerm;

    @FXML
    private Node comparison;

    @FXML
    private HBox againstLine;

    @FXML
    private Hyperlink other;

    @FXML
    private TableView<Gap> gaps;

    @FXML
    private Label total;

    private boolean mixed; // neighbours count for several reasons

    /** @param openEvidence shows what stands behind a term of the item on the screen */
    public WhyNotController(ExploreViewModel explore, Consumer<Term> openEvidence) {
        this.explore = explore;
        this.openEvidence = openEvidence;
        this.model = explore.recommendations().whyNot();
    }

    @FXML
    private void initialize() {
        setUpQuestion();
        ComboBox<Integer> against =
                Choices.of(WhyNotViewModel.PLACES, WhyNotController::place, TEXTS.get("place-compared"));
        against.setId("against");
        against.setMinWidth(116);
        against.getStyleClass().add("small-text");
        against.valueProperty().bindBidirectional(model.againstProperty());
        againstLine.getChildren().add(1, against);
        always.selectedProperty().bindBidirectional(model.alwaysProperty());
        setUpGaps();
        telling.managedProperty().bind(telling.visibleProperty());
        Region words = (Region) telling.getContent();
        telling.prefViewportHeightProperty().bind(words.heightProperty()); // with all lines that words are broken into
        termByTerm.managedProperty().bind(termByTerm.visibleProperty());
        comparison.managedProperty().bind(comparison.visibleProperty());
        model.answerProperty().addListener((Observable change) -> show());
        model.hits().addListener((Observable change) -> show());
        TextSize.follow(gaps, this::show);
    }

    private static String place(int place) {
        return place == WhyNotViewModel.LAST ? TEXTS.get("last-shown") : WhyNotSentences.ordinal(place);
    }

    private void setUpQuestion() {
        question.textProperty().bindBidirectional(model.queryProperty());
        question.disableProperty().bind(explore.answerProperty().isNull());
        question.setOnAction(event -> askSelected());
        question.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !asked.getItems().isEmpty()) {
                asked.requestFocus();
                asked.getSelectionModel()
                        .select(Math.max(0, asked.getSelectionModel().getSelectedIndex()));
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !question.getText().isEmpty()) {
                question.clear();
                event.consume();
            }
        });
        asked.setItems(model.hits());
        asked.setFixedCellSize(HIT_HEIGHT);
        asked.setCellFactory(unused -> new HitCell());
        asked.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> TextSize.px(HIT_HEIGHT)
                                        * Math.min(HITS_IN_VIEW, model.hits().size())
                                + 4,
                        model.hits(),
                        TextSize.factorProperty()));
        asked.minHeightProperty().bind(asked.prefHeightProperty());
        asked.visibleProperty().bind(Bindings.isNotEmpty(model.hits()));
        asked.managedProperty().bind(asked.visibleProperty());
        asked.setOnMouseClicked(event -> askSelected());
        asked.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                askSelected();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                question.clear();
                question.requestFocus();
            }
        });
    }

    private void askSelected() {
        Hit selected = asked.getSelectionModel().getSelectedItem();
        if (selected == null && !asked.getItems().isEmpty()) {
            selected = asked.getItems().get(0);
        }
        if (selected != null) {
            model.ask(selected);
            question.requestFocus();
        }
    }

    private void setUpGaps() {
        WideColumn.setUp(gaps, Tables.addText(gaps, TEXTS.get("because-of"), 200, this::name));
        Tables.hideBelow(
                300,
                gaps,
                Tables.addSorted(
                        gaps,
                        TEXTS.get("it"),
                        66,
                        Gap::here,
                        gap -> gap.ofItem().isEmpty() ? "" : amount(gap.here())));
        Tables.hideBelow(
                300,
                gaps,
                Tables.addSorted(
                        gaps,
                        TEXTS.get("other"),
                        66,
                        Gap::there,
                        gap -> gap.ofOther().isEmpty() ? "" : amount(gap.there())));
        Tables.addSorted(gaps, TEXTS.get("gap"), 66, Gap::difference, gap -> amount(gap.difference()));
        gaps.getColumns().stream() // what is left is for the names
                .skip(1)
                .forEach(column -> column.setMaxWidth(column.getPrefWidth()));
        gaps.setPlaceholder(new Label(TEXTS.get("no-term-differs")));
        gaps.setRowFactory(unused -> {
            TableRow<Gap> row = new TableRow<>();
            row.setOnMouseClicked(event -> open(row.getItem()));
            return row;
        });
        gaps.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(gaps.getSelectionModel().getSelectedItem());
            }
        });
        other.setOnAction(event -> explainTheOther());
    }

    @FXML
    private void onTermByTerm() {
        model.askAboutShown();
        show();
    }

    @FXML
    private void onClose() {
        model.close();
        show();
    }

    /** Opens the evidence of a term of the item; explains the other one where the term is of that alone. */
    private void open(Gap gap) {
        if (gap == null || !gap.term().hasNeighbour()) {
            return;
        }
        gap.ofItem().ifPresentOrElse(openEvidence, this::explainTheOther);
    }

    private void explainTheOther() {
        model.answerProperty().get().comparison().ifPresent(whyNot -> model.ask(whyNot.other()));
    }

    private static String amount(int thousandths) {
        return Formats.amount(thousandths / 1000.0);
    }

    private String name(Gap gap) {
        Term term = gap.term();
        ExplanationWords words = model.answerProperty().get().words();
        if (!term.hasNeighbour()) {
            return words.name(term.kind());
        }
        String neighbour = words.neighbour(term);
        return mixed ? TEXTS.get("title-reason", neighbour, words.reason(term.kind())) : neighbour;
    }

    private void show() {
        WhyNotAnswer answer = model.answerProperty().get();
        telling.setVisible(model.isTelling(answer) && model.hits().isEmpty());
        if (!telling.isVisible()) {
            return;
        }
        whyNotSentence.setText(WhyNotSentences.of(answer));
        WhyNot whyNot = answer.comparison().orElse(null);
        boolean comparable = whyNot != null && whyNot.item() != whyNot.other();
        comparison.setVisible(comparable && model.isAsked(answer));
        termByTerm.setVisible(comparable && !comparison.isVisible());
        if (whyNot != null) {
            other.setText(answer.dataset().items().item(whyNot.other()).label());
            List<Gap> differing =
                    whyNot.gaps().stream().filter(gap -> gap.difference() != 0).toList();
            mixed = whyNot.gaps().stream()
                            .filter(gap -> gap.term().hasNeighbour())
                            .map(Gap::kind)
                            .distinct()
                            .count()
                    > 1;
            gaps.getItems().setAll(differing);
            gaps.sort();
            gaps.setMinHeight(
                    TextSize.px(HEAD) + TextSize.px(ROW) * Math.min(MOST_ROWS, Math.max(2, differing.size())));
            gaps.setPrefHeight(gaps.getMinHeight());
            total.setText(TEXTS.get(
                    "together",
                    Formats.decimals(whyNot.here() / 1000.0, 3),
                    Formats.decimals(whyNot.there() / 1000.0, 3),
                    amount(-whyNot.missing())));
        }
    }

    /** Title, and where it stands. */
    private static final class HitCell extends ListCell<Hit> {
        private final Label title = new Label();
        private final Label rank = new Label();
        private final HBox line = new HBox(title, rank);

        HitCell() {
            line.getStyleClass().add("line");
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            HBox.setHgrow(title, Priority.ALWAYS);
            rank.setMinWidth(Region.USE_PREF_SIZE);
            rank.getStyleClass().addAll("small-text", "muted");
            setPrefWidth(0); // as wide as the list, never wider
            Tooltips.showWholeText(title);
        }

        @Override
        protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            boolean none = empty || hit == null;
            setGraphic(none ? null : line);
            title.setText(none ? "" : hit.label());
            rank.setText(none ? "" : hit.rank() == 0 ? TEXTS.get("rated-mark") : WhyNotSentences.ordinal(hit.rank()));
            setAccessibleText(title.getText() + " " + rank.getText());
        }
    }
}
