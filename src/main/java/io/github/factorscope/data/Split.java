package io.github.factorscope.data;

import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ratings to learn from, ratings to stop early by, and ratings to judge by. No rating is in two parts.
 *
 * @param items what is known of the items
 * @param fingerprint equal for equal training and test ratings; runs with different fingerprints are not compared
 */
public record Split(
        RatingMatrix training,
        RatingMatrix validation,
        RatingMatrix test,
        ItemCatalogue items,
        SplitPlan plan,
        String fingerprint) {

    /**
     * Draws by the plan's seed. The test ratings do not depend on the validation share. What stands in a given test file
     * is not learned from, even where the rating file has it too.
     *
     * @throws IllegalArgumentException where nothing would be left to learn from
     */
    public static Split of(Dataset dataset, SplitPlan plan) {
        Ratings ratings = dataset.ratings();
        RatingMatrix given = dataset.matrix(dataset.givenTest());
        int[] order = IntStream.range(0, ratings.size())
                .filter(k -> given.byUser().find(ratings.user(k), ratings.item(k)) < 0)
                .toArray();
        Randoms.shuffle(order, 0, order.length, Randoms.stream(plan.seed(), "split"));
        int testSize = dataset.hasGivenTest() ? 0 : (int) Math.round(plan.testShare() * order.length);
        int validationSize = (int) Math.round(plan.validationShare() * (order.length - testSize));
        if (testSize + validationSize >= order.length) {
            throw new IllegalArgumentException(
                    "No rating would be left to learn from. Choose smaller test and validation shares.");
        }
        RatingMatrix test = dataset.hasGivenTest() ? given : dataset.matrix(ratings.select(sorted(order, 0, testSize)));
        Ratings validation = ratings.select(sorted(order, testSize, testSize + validationSize));
        Ratings training = ratings.select(sorted(order, testSize + validationSize, order.length));
        return of(dataset, plan, dataset.matrix(training), dataset.matrix(validation), test);
    }

    /** Parts that were drawn before. */
    public static Split of(
            Dataset dataset, SplitPlan plan, RatingMatrix training, RatingMatrix validation, RatingMatrix test) {
        String fingerprint = shortFingerprint(dataset, training) + "-" + shortFingerprint(dataset, test);
        return new Split(training, validation, test, dataset.items(), plan, fingerprint);
    }

    private static String shortFingerprint(Dataset dataset, RatingMatrix part) {
        return Fingerprint.of(part, dataset.users(), dataset.items().ids()).substring(0, 16);
    }

    /** What a model may learn from: neither validation nor test ratings. */
    public TrainingData trainingData() {
        return new TrainingData(training, items);
    }

    /** The same without test ratings: whoever chooses settings must not see them. */
    public Split withoutTest() {
        RatingMatrix nothing = RatingMatrix.of(Ratings.none(), training.users(), training.items(), training.scale());
        return new Split(training, validation, nothing, items, plan, fingerprint);
    }

    public boolean hasTest() {
        return test.size() > 0;
    }

    public boolean hasValidation() {
        return validation.size() > 0;
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] positions = Arrays.copyOfRange(order, from, to);
        Arrays.sort(positions);
        return positions;
    }
}
