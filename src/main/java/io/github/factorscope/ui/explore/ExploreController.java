package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.Views;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Binds the screen that looks into a run. */
public final class ExploreController {
    private final ExploreViewModel model;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private Label runName;

    @FXML
    private VBox left;

    @FXML
    private VBox middle;

    @FXML
    private Label itemTitle;

    @FXML
    private Label itemFacts;

    @FXML
    private Label sentence;

    @FXML
    private Label predictionLabel;

    @FXML
    private WaterfallView waterfall;

    @FXML
    private ScrollPane waterfallScroll;

    @FXML
    private TableView<Step> neighbours;

    public ExploreController(ExploreViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        left.getChildren()
                .setAll(Views.load(new PeopleController(model)), grow(Views.load(new RatingsController(model))));
        middle.getChildren().setAll(grow(Views.load(new RecommendationsController(model))));
        setUpNeighbours();
        model.explanationProperty().addListener((observable, before, now) -> showExplanation(now));
        model.shownRunProperty().addListener((Observable change) -> showRun());
        showRun();
        showExplanation(model.explanationProperty().get());
    }

    private void showRun() {
        Run run = model.run();
        content.setVisible(run != null);
        empty.setVisible(run == null);
        runName.setText(run == null ? "" : model.shownRunProperty().get().nameWithData());
    }

    private static Node grow(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private void setUpNeighbours() {
        Tables.addText(
                neighbours,
                "Because of",
                170,
                step -> Sentences.neighbour(
                        step.term(), model.explanationProperty().get(), dataset()));
        Tables.hideBelow(
                400, // the waterfall shows the rating too
                neighbours,
                Tables.addDecimal(
                        neighbours, "Rating", 70, evidence(Evidence::rating), stars -> Formats.stars(stars) + " ★"));
        Tables.addDecimal(neighbours, "Similarity", 92, evidence(Evidence::similarity), 3);
        Tables.addDecimal(
                neighbours, "Support", 78, evidence(Evidence::support), support -> Formats.count(support.longValue()));
        Tables.addDecimal(neighbours, "Amount", 76, Step::amount, Formats::amount);
    }

    private static ToDoubleFunction<Step> evidence(ToDoubleFunction<Evidence> value) {
        return step -> step.term().evidence().map(value::applyAsDouble).orElse(Double.NaN);
    }

    private Dataset dataset() {
        return model.run().experiment().dataset();
    }

    private void showExplanation(Explanation explanation) {
        boolean none = explanation == null || model.run() == null;
        if (none) {
            waterfall.show(null, null, Colours.NEUTRAL, 0);
            itemTitle.setText("");
            itemFacts.setText("");
            sentence.setText("");
            predictionLabel.setText("");
            neighbours.getItems().clear();
            return;
        }
        Dataset dataset = model.run().experiment().dataset();
        waterfall.show(
                explanation,
                dataset,
                Colours.ofFamily(model.run().experiment().family().id()),
                waterfallScroll.getHeight());
        var item = dataset.items().item(explanation.item());
        itemTitle.setText(item.label());
        itemFacts.setText(String.join(", ", item.genres()));
        double shown = dataset.scale().clip(explanation.prediction());
        sentence.setText(Sentences.summary(explanation, dataset) + Sentences.clipping(explanation.prediction(), shown));
        predictionLabel.setText(Formats.prediction(shown) + " ★");
        neighbours.getItems().setAll(Waterfall.of(explanation, 1).neighbours());
        neighbours.sort();
        waterfallScroll.setVvalue(0);
    }
}
