package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.TableModel;
import io.github.factorscope.model.Person;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final int USERS = 6;
    private static final int ITEMS = 300;

    private final RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.2, 9);
    private final TableModel model = new TableModel(manyTies());

    private static double[][] manyTies() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] stars = new double[USERS][ITEMS];
        for (double[] row : stars) {
            for (int item = 0; item < ITEMS; item++) {
                row[item] = random.nextInt(-4, 20) / 4.0;
            }
        }
        return stars;
    }

    private Predictions of(int user) {
        return Predictions.of(model, ITEMS, Person.known(training, user));
    }

    @Test
    void theRankingIsThatOfRecommendations() {
        for (int user = 0; user < USERS; user++) {
            int[] recommended = Ranking.best(model, training, user, ITEMS).stream()
                    .mapToInt(Ranking.RankedItem::item)
                    .toArray();
            assertThat(of(user).best(any -> true, ITEMS)).containsExactly(recommended);
        }
    }

    @Test
    void everyCandidateHasTheRankOfItsPlace() {
        Predictions predictions = of(2);
        assertThat(predictions.candidates()).isEqualTo(ITEMS - training.byUser().length(2));
        for (int rank = 1; rank <= predictions.candidates(); rank++) {
            assertThat(predictions.rank(predictions.itemAt(rank))).isEqualTo(rank);
        }
        assertThat(IntStream.range(0, ITEMS).filter(item -> predictions.rank(item) == 0))
                .containsExactlyElementsOf(IntStream.range(0, ITEMS)
                        .filter(item -> training.byUser().find(2, item) >= 0)
                        .boxed()
                        .toList());
    }

    @Test
    void onlyWhatIsAllowedIsListed() {
        Predictions predictions = of(1);
        int[] even = predictions.best(item -> item % 2 == 0, 20);

        assertThat(even).hasSize(20);
        assertThat(IntStream.of(even).allMatch(item -> item % 2 == 0)).isTrue();
        assertThat(IntStream.of(even).map(predictions::rank).toArray()).isSorted();
        assertThat(predictions.best(item -> false, 20)).isEmpty();
    }
}
