package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the person has rated. */
public final class RatingsViewModel {
    /**
     * A rating of the person.
     *
     * @param prediction of the model, in stars, not clipped
     * @param part "train" for what the model may know of, "valid" or "test"
     */
    public record RatingLine(int item, Item info, float rating, double prediction, String part) {}

    private final ExploreViewModel explore;
    private final ObservableList<RatingLine> lines = FXCollections.observableArrayList();

    RatingsViewModel(ExploreViewModel explore) {
        this.explore = explore;
        explore.answerProperty().addListener((observable, before, now) -> show(now));
    }

    /** Best first. */
    public ObservableList<RatingLine> lines() {
        return lines;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    private void show(Answer answer) {
        if (answer == null) {
            lines.clear();
            return;
        }
        List<RatingLine> found = new ArrayList<>();
        add(found, answer, answer.person().ratings(), "train");
        if (!answer.person().isNewcomer()) {
            add(found, answer, of(answer.split().validation(), answer), "valid");
            add(found, answer, of(answer.split().test(), answer), "test");
        }
        found.sort(Comparator.comparingDouble((RatingLine line) -> -line.rating()));
        lines.setAll(found);
    }

    private static RatedItems of(RatingMatrix part, Answer answer) {
        return RatedItems.ofUser(part, answer.person().user());
    }

    private static void add(List<RatingLine> lines, Answer answer, RatedItems rated, String part) {
        ItemCatalogue items = answer.dataset().items();
        for (int place = 0; place < rated.size(); place++) {
            int item = rated.item(place);
            lines.add(new RatingLine(
                    item, items.item(item), rated.value(place), answer.now().of(item), part));
        }
    }
}
