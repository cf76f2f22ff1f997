package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JointCountsTest {
    private final RatingMatrix ratings = RatingMatrix.of(
            RandomRatings.table(new double[][] {
                {5, 5, 0},
                {5, 4, 1},
                {5, 5, 2},
                {2, 1, 3},
                {4, 0, 4},
                {0, 3, 5},
            }),
            6,
            3,
            RatingScale.WHOLE_STARS);

    private final JointCounts joint = JointCounts.of(ratings, 0, 1);

    @Test
    void countsThoseWhoRatedBoth() {
        assertThat(joint.total()).isEqualTo(4);
        assertThat(joint.count(4, 4)).isEqualTo(2);
        assertThat(joint.count(4, 3)).isEqualTo(1);
        assertThat(joint.count(1, 0)).isEqualTo(1);
        assertThat(joint.total(4)).isEqualTo(3);
        assertThat(joint.total(3)).as("rated one of them only").isZero();
        assertThat(joint.largest()).isEqualTo(2);
    }

    @Test
    void knowsWhatThoseOfOneOpinionGaveTheOther() {
        assertThat(joint.mean(4)).isCloseTo(14 / 3.0, within(1e-9));
        assertThat(joint.mean()).isCloseTo(15 / 4.0, within(1e-9));
        assertThat(joint.mostFrequent(4)).isEqualTo(4);
        assertThat(joint.mostFrequent(0)).isEqualTo(-1);
        assertThat(joint.mean(0)).isNaN();
    }

    @Test
    void countsAsOftenAsALoopOverAllUsers() {
        RatingMatrix random = RandomRatings.matrix(60, 12, 0.5, 4);
        for (int neighbour = 0; neighbour < 12; neighbour++) {
            JointCounts counted = JointCounts.of(random, neighbour, 7);
            int[][] expected = new int[5][5];
            for (int user = 0; user < 60; user++) {
                float a = random.rating(user, neighbour);
                float b = random.rating(user, 7);
                if (!Float.isNaN(a) && !Float.isNaN(b)) {
                    expected[(int) a - 1][(int) b - 1]++;
                }
            }
            for (int a = 0; a < 5; a++) {
                for (int b = 0; b < 5; b++) {
                    assertThat(counted.count(a, b)).isEqualTo(expected[a][b]);
                }
            }
        }
    }

    @Test
    void commonRatingsAreThoseOfBothPeople() {
        RatedItems first = RatedItems.none().with(0, 4.5f).with(2, 3);

        assertThat(CommonRating.of(first, ratings, 1))
                .containsExactly(new CommonRating(0, 4.5f, 5), new CommonRating(2, 3, 1));
        assertThat(CommonRating.of(first, ratings, 0)).containsExactly(new CommonRating(0, 4.5f, 5));
        assertThat(CommonRating.of(RatedItems.none(), ratings, 0)).isEmpty();
        assertThat(new CommonRating(2, 3, 1).distance()).isEqualTo(2);
    }
}
