package io.github.factorscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.evaluation.ErrorBreakdown.Axis;
import io.github.factorscope.evaluation.ErrorBreakdown.Bin;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorBreakdownTest {
    private static RatingMatrix matrix(RatingScale scale, double[]... stars) {
        return RatingMatrix.of(RandomRatings.table(stars), stars.length, stars[0].length, scale);
    }

    // Errors: user 0: 1, −0.5; user 1: −2; user 2 has no test ratings; user 3: 0.5, 0.5, 0.5.
    private final RatingMatrix test = matrix(
            RatingScale.WHOLE_STARS,
            new double[] {5, 3, 0},
            new double[] {0, 1, 0},
            new double[] {0, 0, 0},
            new double[] {4, 3, 3});
    private final RatingErrors errors =
            RatingErrors.of(new TableModel(new double[][] {{4, 3.5, 1}, {1, 3, 1}, {1, 1, 1}, {3.5, 2.5, 2.5}}), test);

    @Test
    void usersCountEquallyInTheMeanOfUsers() {
        UserErrors users = UserErrors.of(errors);

        assertThat(users.rmse().users()).containsExactly(0, 1, 3);
        assertThat(users.rmse().values()[0]).isCloseTo(Math.sqrt(1.25 / 2), within(1e-9));
        assertThat(users.rmse().mean()).isCloseTo((Math.sqrt(1.25 / 2) + 2 + 0.5) / 3, within(1e-9));
        assertThat(users.mae().mean()).isCloseTo((0.75 + 2 + 0.5) / 3, within(1e-9));
    }

    @Test
    void withoutTestRatingsThereIsNoMeanOfUsers() {
        RatingMatrix none = matrix(RatingScale.WHOLE_STARS, new double[3]);
        UserErrors users = UserErrors.of(RatingErrors.of(new TableModel(new double[1][3]), none));

        assertThat(users.mae().size()).isZero();
        assertThat(users.mae().mean()).isNaN();
    }

    @Test
    void errorsAreSortedByTheTrainingRatingsOfItemAndUser() {
        // Of the items: 0 has no training ratings, 1 has one, 2 has twelve. Of the users: 0 has two, 4 to 13 have one.
        double[][] stars = new double[14][3];
        stars[0][1] = 3;
        stars[0][2] = 3;
        stars[2][2] = 3;
        for (int user = 4; user < 14; user++) {
            stars[user][2] = 3;
        }
        RatingMatrix training = matrix(RatingScale.WHOLE_STARS, stars);

        List<Bin> byItem =
                ErrorBreakdown.of(Axis.ITEM_RATINGS, errors, training).bins();
        assertThat(byItem).extracting(Bin::label).containsExactly("0", "1–9", "10–29");
        check(byItem.get(0), 2, (1 + 0.25) / 2, (1 + 0.5) / 2);
        check(byItem.get(1), 3, (0.25 + 4 + 0.25) / 3, (0.5 + 2 + 0.5) / 3);
        check(byItem.get(2), 1, 0.25, 0.5);

        List<Bin> byUser =
                ErrorBreakdown.of(Axis.USER_RATINGS, errors, training).bins();
        assertThat(byUser).extracting(Bin::label).containsExactly("0", "1–9");
        check(byUser.get(0), 4, (4 + 3 * 0.25) / 4, (2 + 3 * 0.5) / 4);
        check(byUser.get(1), 2, 1.25 / 2, 1.5 / 2);
    }

    @Test
    void errorsAreSortedByTheStarsThatWereGiven() {
        List<Bin> byValue = ErrorBreakdown.of(Axis.VALUE, errors, test).bins();

        assertThat(byValue).extracting(Bin::label).containsExactly("1", "3", "4", "5");
        check(byValue.get(0), 1, 4, 2);
        check(byValue.get(1), 3, 0.25, 0.5);
        check(byValue.get(2), 1, 0.25, 0.5);
        check(byValue.get(3), 1, 1, 1);
    }

    private static void check(Bin bin, int ratings, double squared, double absolute) {
        assertThat(bin.ratings()).as(bin.label()).isEqualTo(ratings);
        assertThat(bin.rmse()).as(bin.label()).isCloseTo(Math.sqrt(squared), within(1e-9));
        assertThat(bin.mae()).as(bin.label()).isCloseTo(absolute, within(1e-9));
    }

    @Test
    void binsGrowByPowersAndTheLastIsOpen() {
        int[] counts = {9, 10, 29, 30, 99, 100, 299, 300, 999, 1000, 1200};
        double[][] stars = new double[1200][counts.length];
        for (int item = 0; item < counts.length; item++) {
            for (int user = 0; user < counts[item]; user++) {
                stars[user][item] = 2;
            }
        }
        RatingMatrix training = matrix(RatingScale.WHOLE_STARS, stars);
        double[][] each = new double[1200][counts.length];
        each[1199] = IntStream.range(0, counts.length).mapToDouble(k -> 3).toArray();
        RatingErrors all =
                RatingErrors.of(new TableModel(new double[1200][counts.length]), matrix(RatingScale.WHOLE_STARS, each));
        List<Bin> bins = ErrorBreakdown.of(Axis.ITEM_RATINGS, all, training).bins();

        assertThat(bins).extracting(Bin::label).containsExactly("1–9", "10–29", "30–99", "100–299", "300–999", "1000+");
        assertThat(bins).extracting(Bin::ratings).containsExactly(1, 2, 2, 2, 2, 2);
        assertThat(bins.get(1).from()).isEqualTo(10);
        assertThat(bins.get(1).to()).isEqualTo(29);
        assertThat(bins.get(5).to()).isInfinite();
    }

    @Test
    void manyDifferentStarsArePutTogether() {
        RatingScale scale = new RatingScale(-10, 10, 0);
        double[] stars =
                IntStream.range(0, 41).mapToDouble(k -> 0.05 + k * 0.24).toArray();
        List<Bin> bins = ErrorBreakdown.of(
                        Axis.VALUE, RatingErrors.of(new TableModel(new double[1][41]), matrix(scale, stars)), test)
                .bins();

        assertThat(bins).extracting(Bin::label).containsExactly("0 to 2", "2 to 4", "4 to 6", "6 to 8", "8 to 10");
        assertThat(bins.stream().mapToInt(Bin::ratings).sum()).isEqualTo(41);
    }

    @Test
    void halfStarsKeepTheirHalf() {
        RatingMatrix halves = matrix(RatingScale.HALF_STARS, new double[] {0.5, 4.5, 5});

        assertThat(ErrorBreakdown.of(Axis.VALUE, RatingErrors.of(new TableModel(new double[1][3]), halves), halves)
                        .bins())
                .extracting(Bin::label)
                .containsExactly("0.5", "4.5", "5");
    }

    @Test
    void everyAxisHoldsEveryTestRating() {
        RatingMatrix ratings = RandomRatings.matrix(200, 40, 0.3, 1);
        RatingErrors all = RatingErrors.of(new TableModel(new double[200][40]), ratings);

        assertThat(ErrorBreakdown.all(all, ratings))
                .extracting(ErrorBreakdown::axis)
                .containsExactly(Axis.values());
        for (ErrorBreakdown breakdown : ErrorBreakdown.all(all, ratings)) {
            assertThat(breakdown.bins().stream().mapToInt(Bin::ratings).sum()).isEqualTo(ratings.size());
            double squares = breakdown.bins().stream()
                    .mapToDouble(bin -> bin.ratings() * bin.rmse() * bin.rmse())
                    .sum();
            double rmse = Evaluator.accuracy(new TableModel(new double[200][40]), ratings)
                    .rmse();
            assertThat(Math.sqrt(squares / ratings.size())).isCloseTo(rmse, within(1e-6));
        }
    }
}
