package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;

/** Binds the list of what is recommended. */
public final class RecommendationsController {
    private final ExploreViewModel explore;
    private final RecommendationsViewModel model;

    @FXML
    private TableView<RecommendationLine> recommendations;

    public RecommendationsController(ExploreViewModel explore) {
        this.explore = explore;
        this.model = explore.recommendations();
    }

    @FXML
    private void initialize() {
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
        Tables.setSorted(recommendations, model.lines());
        recommendations.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                explore.itemProperty().set(now.item());
            }
        });
        explore.itemProperty().addListener((observable, before, now) -> select(now));
        explore.explanationProperty()
                .addListener(
                        (Observable change) -> select(explore.itemProperty().get()));
    }

    private void select(Integer item) {
        RecommendationLine line = model.lines().stream()
                .filter(candidate -> item != null && candidate.item() == item)
                .findFirst()
                .orElse(null);
        if (line == null) {
            recommendations.getSelectionModel().clearSelection();
        } else {
            recommendations.getSelectionModel().select(line);
        }
    }

    private double clip(double prediction) {
        return explore.run().experiment().dataset().scale().clip(prediction);
    }
}
