package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the model recommends to the person. */
public final class RecommendationsViewModel {
    private static final int SHOWN = 100;

    /**
     * A recommended item.
     *
     * @param support ratings of the item to learn from
     * @param heldOut what the user did give, in the test or validation ratings; NaN where nothing
     */
    public record RecommendationLine(int rank, int item, Item info, double prediction, int support, float heldOut) {}

    private final ExploreViewModel explore;
    private final ObservableList<RecommendationLine> lines = FXCollections.observableArrayList();

    RecommendationsViewModel(ExploreViewModel explore) {
        this.explore = explore;
        explore.answerProperty().addListener((observable, before, now) -> show(now));
    }

    /** Best first. */
    public ObservableList<RecommendationLine> lines() {
        return lines;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    /** The item on top. */
    Optional<Integer> first() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(0).item());
    }

    private void show(Answer answer) {
        if (answer == null) {
            lines.clear();
            return;
        }
        List<RecommendationLine> found = new ArrayList<>();
        for (int item : answer.now().best(any -> true, SHOWN)) {
            found.add(new RecommendationLine(
                    found.size() + 1,
                    item,
                    answer.dataset().items().item(item),
                    answer.now().of(item),
                    answer.split().training().byItem().length(item),
                    heldOut(answer.split(), answer.person(), item)));
        }
        lines.setAll(found);
    }

    private static float heldOut(Split split, Person person, int item) {
        if (person.isNewcomer()) {
            return Float.NaN;
        }
        float test = split.test().rating(person.user(), item);
        return Float.isNaN(test) ? split.validation().rating(person.user(), item) : test;
    }
}
