package io.github.factorscope.ui.compare;

import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.plot.IntervalPicture;
import io.github.factorscope.report.ComparisonPictures;
import io.github.factorscope.report.ComparisonReport;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.ScrolledColumn;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lists that runs would show, by one metric at a time, with its definition below. */
final class RankingPane implements ComparePane {
    private static final Texts TEXTS = Texts.of(RankingPane.class);

    private static final double AROUND_LINES = 50; // pixels of usual type, of the picture
    private static final double LINE = 16; // in less its words are small
    private static final double CONDITIONS = 50;
    private static final double DEFINITION = 80;

    private final CompareViewModel model;
    private final ComboBox<RankingMetric> metric =
            Choices.of(List.of(RankingMetric.values()), RankingMetric::title, TEXTS.get("ranking-metric"));
    private final TextField length = new TextField();
    private final TextField threshold = new TextField();
    private final PicturePlot plot = new PicturePlot();
    private final Label definition = new Label();
    private final Label conditions = new Label();
    private final ScrolledColumn column = new ScrolledColumn(plot, definition, conditions);
    private final ScrollPane body = new ScrollPane(column);
    private List<RunRow> shown = List.of();

    RankingPane(CompareViewModel model) {
        this.model = model;
        metric.setValue(RankingMetric.NDCG);
        metric.valueProperty().addListener((Observable change) -> draw());
        setUp(length, TEXTS.get("k-the-length"), "K");
        setUp(threshold, TEXTS.get("stars-relevant"), TEXTS.get("usual"));
        length.textProperty().bindBidirectional(model.judge().lengthProperty());
        threshold.textProperty().bindBidirectional(model.judge().thresholdProperty());
        plot.setAccessibleText(TEXTS.get("ranking-of-ticked"));
        VBox.setVgrow(plot, Priority.ALWAYS);
        for (Label label : List.of(definition, conditions)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        conditions.getStyleClass().add("muted");
        for (Label label : List.of(definition, conditions)) {
            label.managedProperty().bind(label.visibleProperty());
        }
        Tooltip meaning = new Tooltip();
        meaning.textProperty().bind(definition.textProperty().concat("\n").concat(conditions.textProperty()));
        meaning.setWrapText(true);
        meaning.setMaxWidth(480);
        metric.setTooltip(meaning);
        body.heightProperty().addListener((Observable change) -> makeRoom());
        TextSize.follow(body, this::makeRoom);
        column.getStyleClass().add("ranking");
        body.setFitToWidth(true);
        body.setFitToHeight(true);
        body.getStyleClass().add("plain-scroll");
    }

    private void setUp(TextField field, String meaning, String prompt) {
        field.setAccessibleText(meaning);
        field.setPromptText(prompt);
        field.setPrefColumnCount(4);
        field.getStyleClass().add("number");
        field.setOnAction(event -> model.judgeTicked());
    }

    @Override
    public String id() {
        return "ranking";
    }

    @Override
    public List<Node> options() {
        return List.of(metric, new Label("K"), length, new Label(TEXTS.get("relevant-from")), threshold);
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void show(List<RunRow> ticked) {
        shown = ticked;
        draw();
    }

    /** Words give way to lines that can be read; they are in the tooltip, too. */
    private void makeRoom() {
        double room = TextSize.usual(body.getHeight()) - AROUND_LINES - LINE * shown.size();
        conditions.setVisible(room > CONDITIONS);
        definition.setVisible(room > CONDITIONS + DEFINITION);
    }

    private void draw() {
        makeRoom();
        IntervalPicture picture = ComparisonPictures.ranking(shown, metric.getValue());
        plot.show(picture);
        definition.setText(TEXTS.get(
                "definition",
                metric.getValue().title(),
                metric.getValue().formula(),
                metric.getValue().definition()));
        conditions.setText(shown.stream()
                .flatMap(row -> row.ranking().stream())
                .findFirst()
                .map(ComparisonReport::conditions)
                .orElse(""));
    }

    @Override
    public Optional<PicturePlot> plot() {
        return Optional.of(plot);
    }
}
