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
import io.github.factorscope.ui.explore.ExploreViewModel.RatingLine;
import io.github.factorscope.ui.explore.ExploreViewModel.RecommendationLine;
import io.github.factorscope.ui.explore.ExploreViewModel.UserLine;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

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
    private TextField search;

    @FXML
    private ListView<UserLine> users;

    @FXML
    private Label userTitle;

    @FXML
    private TableView<RatingLine> ratings;

    @FXML
    private TableView<RecommendationLine> recommendations;

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
        setUpUsers();
        setUpRatings();
        setUpRecommendations();
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

    private void setUpUsers() {
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(event -> {
            if (!model.users().isEmpty()) {
                model.userProperty().set(model.users().get(0));
            }
        });
        users.setItems(model.users());
        users.setCellFactory(list -> new UserCell());
        users.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.userProperty().set(now);
            }
        });
        model.userProperty().addListener((observable, before, now) -> {
            if (now == null) {
                users.getSelectionModel().clearSelection();
            } else if (!now.equals(users.getSelectionModel().getSelectedItem())) {
                users.getSelectionModel().select(now);
                users.scrollTo(now);
            }
            userTitle.setText(now == null ? "" : "Ratings of user " + now.id());
        });
    }

    private void setUpRatings() {
        Tables.addText(ratings, "Title", 170, line -> line.info().title());
        Tables.addDecimal(ratings, "Rating", 70, RatingLine::rating, stars -> Formats.stars(stars) + " ★");
        Tables.hideBelow(230, ratings, Tables.addText(ratings, "Part", 52, RatingLine::part));
        Tables.hideBelow(
                320,
                ratings,
                Tables.addDecimal(
                        ratings, "Error", 66, line -> line.rating() - clip(line.prediction()), Formats::amountShort));
        setSortedItems(ratings, model.ratings());
        ratings.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.itemProperty().set(now.item());
            }
        });
    }

    private void setUpRecommendations() {
        Tables.hideBelow(
                280,
                recommendations,
                Tables.addNumber(recommendations, "", 36, RecommendationLine::rank, Formats::count));
        Tables.addText(recommendations, "Title", 240, line -> line.info().label());
        Tables.addDecimal(
                recommendations,
                "Prediction",
                100,
                RecommendationLine::prediction,
                prediction -> Formats.prediction(clip(prediction)));
        Tables.hideBelow(
                300,
                recommendations,
                Tables.addDecimal(
                        recommendations,
                        "Gave",
                        60,
                        RecommendationLine::heldOut,
                        stars -> Double.isNaN(stars) ? "" : Formats.stars(stars) + " ★"));
        Tables.hideBelow(
                400,
                recommendations,
                Tables.addNumber(recommendations, "Ratings", 78, RecommendationLine::support, Formats::count));
        setSortedItems(recommendations, model.recommendations());
        recommendations.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.itemProperty().set(now.item());
            }
        });
        model.itemProperty().addListener((observable, before, now) -> selectRecommendation(now));
        model.explanationProperty()
                .addListener((Observable change) ->
                        selectRecommendation(model.itemProperty().get()));
    }

    private void selectRecommendation(Integer item) {
        RecommendationLine line = model.recommendations().stream()
                .filter(candidate -> item != null && candidate.item() == item)
                .findFirst()
                .orElse(null);
        if (line == null) {
            recommendations.getSelectionModel().clearSelection();
        } else {
            recommendations.getSelectionModel().select(line);
            ratings.getSelectionModel().clearSelection();
        }
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

    private static <T> void setSortedItems(TableView<T> table, ObservableList<T> lines) {
        SortedList<T> sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private double clip(double prediction) {
        Run run = model.run();
        return run == null ? prediction : run.experiment().dataset().scale().clip(prediction);
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

    @FXML
    private void onRandomUser() {
        model.chooseRandomUser();
    }

    private static final class UserCell extends ListCell<UserLine> {
        @Override
        protected void updateItem(UserLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setText(
                    isEmpty || line == null
                            ? null
                            : line.id() + "  ·  " + Formats.count(line.ratings()) + " to learn from");
        }
    }
}
