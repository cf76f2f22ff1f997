package io.github.factorscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTest {
    private final RatingMatrix training =
            RatingMatrix.of(RandomRatings.table(new double[][] {{0, 5, 0, 0, 1, 0}}), 1, 6, RatingScale.WHOLE_STARS);
    private final TableModel model = new TableModel(new double[][] {{3.5, 5, 4.5, 3.5, 5, 6}});

    @Test
    void theBestUnratedItemsComeFirstAndTiesGoByIndex() {
        assertThat(Ranking.best(model, training, 0, 10))
                .containsExactly(
                        new RankedItem(5, 6), new RankedItem(2, 4.5), new RankedItem(0, 3.5), new RankedItem(3, 3.5));
    }

    @Test
    void noMoreAreListedThanAskedFor() {
        assertThat(Ranking.best(model, training, 0, 3))
                .extracting(RankedItem::item)
                .containsExactly(5, 2, 0);
        assertThat(Ranking.best(model, training, 0, 1))
                .extracting(RankedItem::item)
                .containsExactly(5);
        assertThat(Ranking.best(model, training, 0, 0)).isEmpty();
    }

    @Test
    void aUserWhoRatedEverythingGetsNothing() {
        RatingMatrix all =
                RatingMatrix.of(RandomRatings.table(new double[][] {{1, 2, 3}}), 1, 3, RatingScale.WHOLE_STARS);

        assertThat(Ranking.best(model, all, 0, 10)).isEmpty();
    }

    @Test
    void theListIsTheBeginningOfTheSortedCatalogue() {
        SplittableRandom random = new SplittableRandom(2);
        RatingMatrix ratings = RandomRatings.matrix(5, 200, 0.2, 9);
        double[][] stars = new double[5][200];
        for (double[] row : stars) {
            for (int item = 0; item < row.length; item++) {
                row[item] = random.nextInt(20) / 4.0; // with many ties
            }
        }
        TableModel table = new TableModel(stars);
        for (int user = 0; user < 5; user++) {
            List<RankedItem> sorted = new ArrayList<>();
            for (int item = 0; item < 200; item++) {
                if (Float.isNaN(ratings.rating(user, item))) {
                    sorted.add(new RankedItem(item, stars[user][item]));
                }
            }
            sorted.sort(Comparator.comparingDouble((RankedItem item) -> -item.prediction())
                    .thenComparingInt(RankedItem::item));
            for (int count : new int[] {1, 10, 150, 1000}) {
                assertThat(Ranking.best(table, ratings, user, count))
                        .isEqualTo(sorted.subList(0, Math.min(count, sorted.size())));
            }
        }
    }
}
