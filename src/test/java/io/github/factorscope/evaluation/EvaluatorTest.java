package io.github.factorscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    @Test
    void errorsAreThoseWorkedOutByHand() {
        // Given 5, 3, 1 and predicted 4, 3.5, 3: errors 1, −0.5, −2.
        RatingMatrix given = matrix(new double[][] {{5, 3}, {0, 1}});
        Accuracy accuracy = Evaluator.accuracy(new TableModel(new double[][] {{4, 3.5}, {9, 3}}), given);

        assertThat(accuracy.ratings()).isEqualTo(3);
        assertThat(accuracy.rmse()).isCloseTo(Math.sqrt(5.25 / 3), within(1e-12));
        assertThat(accuracy.mae()).isCloseTo(3.5 / 3, within(1e-12));
        assertThat(accuracy.squaredError()).isCloseTo(5.25, within(1e-12));
    }

    @Test
    void predictionsAreClippedToTheScaleForPeopleButNotForTheObjective() {
        // Given 5 and 1, predicted 7 and −1: right after clipping, and 2 stars off before it.
        RatingMatrix given = matrix(new double[][] {{5, 1}});
        Accuracy accuracy = Evaluator.accuracy(new TableModel(new double[][] {{7, -1}}), given);

        assertThat(accuracy.rmse()).isZero();
        assertThat(accuracy.mae()).isZero();
        assertThat(accuracy.squaredError()).isEqualTo(8);
    }

    @Test
    void manyUsersAreAllCounted() {
        RatingMatrix given = RandomRatings.matrix(100, 20, 0.3, 3);
        double[][] predictions = new double[100][20];
        double squares = 0;
        double absolutes = 0;
        for (int user = 0; user < 100; user++) {
            for (int item = 0; item < 20; item++) {
                predictions[user][item] = 1 + (user * 7 + item) % 5 * 0.9;
                if (!Float.isNaN(given.rating(user, item))) {
                    double error = given.rating(user, item) - predictions[user][item];
                    squares += error * error;
                    absolutes += Math.abs(error);
                }
            }
        }
        Accuracy accuracy = Evaluator.accuracy(new TableModel(predictions), given);

        assertThat(accuracy.rmse()).isCloseTo(Math.sqrt(squares / given.size()), within(1e-12));
        assertThat(accuracy.mae()).isCloseTo(absolutes / given.size(), within(1e-12));
    }

    @Test
    void withoutRatingsThereIsNoAccuracy() {
        RatingMatrix none = RatingMatrix.of(Ratings.none(), 1, 1, RatingScale.WHOLE_STARS);

        assertThatThrownBy(() -> Evaluator.accuracy(new TableModel(new double[1][1]), none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ratings");
    }

    private static RatingMatrix matrix(double[][] stars) {
        return RatingMatrix.of(RandomRatings.table(stars), stars.length, stars[0].length, RatingScale.WHOLE_STARS);
    }
}
