package io.github.factorscope.evaluation;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The items that a user has not rated, best first. */
public final class Ranking {
    private static final Comparator<RankedItem> BEST_FIRST =
            Comparator.comparingDouble(RankedItem::prediction).reversed().thenComparingInt(RankedItem::item);

    private Ranking() {}

    /**
     * An item and what is predicted for it.
     *
     * @param item index
     * @param prediction in stars, not clipped to the scale
     */
    public record RankedItem(int item, double prediction) {}

    /**
     * The best items by prediction among those that the user has not rated; equal predictions go by index.
     *
     * @param training the ratings that the model learned from
     */
    public static List<RankedItem> best(FittedModel model, RatingMatrix training, int user, int count) {
        PriorityQueue<RankedItem> best = new PriorityQueue<>(BEST_FIRST.reversed());
        UserPredictor predictor = model.forUser(user);
        for (int item = 0; item < training.items(); item++) {
            if (training.byUser().find(user, item) < 0) {
                best.add(new RankedItem(item, predictor.predict(item)));
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        List<RankedItem> sorted = new ArrayList<>(best);
        sorted.sort(BEST_FIRST);
        return List.copyOf(sorted);
    }
}
