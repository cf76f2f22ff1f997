package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.explore.RatingsViewModel.RatingLine;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** Binds the table of what the person has rated. */
public final class RatingsController {
    private final ExploreViewModel explore;
    private final RatingsViewModel model;

    @FXML
    private Label userTitle;

    @FXML
    private TableView<RatingLine> ratings;

    public RatingsController(ExploreViewModel explore) {
        this.explore = explore;
        this.model = explore.ratings();
    }

    @FXML
    private void initialize() {
        Tables.addText(ratings, "Title", 170, line -> line.info().title());
        Tables.addDecimal(ratings, "Rating", 70, RatingLine::rating, stars -> Formats.stars(stars) + " ★");
        Tables.hideBelow(230, ratings, Tables.addText(ratings, "Part", 52, RatingLine::part));
        Tables.hideBelow(
                320,
                ratings,
                Tables.addDecimal(
                        ratings, "Error", 70, line -> line.rating() - clip(line.prediction()), Formats::amount));
        Tables.setSorted(ratings, model.lines());
        ratings.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                explore.itemProperty().set(now.item());
            }
        });
        explore.itemProperty().addListener((observable, before, now) -> {
            RatingLine selected = ratings.getSelectionModel().getSelectedItem();
            if (selected != null && (now == null || selected.item() != now)) {
                ratings.getSelectionModel().clearSelection();
            }
        });
        explore.personProperty()
                .addListener((observable, before, now) ->
                        userTitle.setText(now == null ? "" : "Ratings of " + explore.nameOf(now)));
    }

    private double clip(double prediction) {
        return explore.run().experiment().dataset().scale().clip(prediction);
    }
}
