package io.github.factorscope.data;

import io.github.factorscope.text.Texts;
import java.util.Arrays;
import java.util.BitSet;

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
    private static final Texts TEXTS = Texts.of(Split.class);

    /**
     * Sets apart by a plan. The test ratings do not depend on the validation share. Where a test file is given it is the
     * test, whatever the plan says, and what stands in it is not learned from, even where the rating file has it too.
     *
     * @throws IllegalArgumentException where the ratings cannot be set apart so, or nothing would be left to learn from,
     *     with a sentence for the user
     */
    public static Split of(Dataset dataset, SplitPlan plan) {
        SplitPlan settled = dataset.hasGivenTest() ? plan.withTest(new TestChoice.GivenFile()) : plan;
        if (settled.test() instanceof TestChoice.GivenFile && !dataset.hasGivenTest()) {
            throw new IllegalArgumentException(TEXTS.get("no-test-file"));
        }
        Ratings ratings = dataset.ratings();
        RatingMatrix given = dataset.matrix(dataset.givenTest());
        SplitDraw draw = SplitDraw.of(dataset, positions(ratings, given), settled);
        int[] order = draw.order();
        int testSize = draw.testSize();
        int validationSize = (int) Math.round(plan.validationShare() * (order.length - testSize));
        int taken = Math.min(testSize + validationSize, order.length - draw.kept());
        if (taken >= order.length) {
            throw new IllegalArgumentException(TEXTS.get("nothing-to-learn-from"));
        }
        RatingMatrix test = dataset.hasGivenTest() ? given : dataset.matrix(chosen(order, 0, testSize)::get);
        RatingMatrix validation = dataset.matrix(chosen(order, testSize, taken)::get);
        RatingMatrix training = dataset.matrix(chosen(order, taken, order.length)::get);
        return of(dataset, settled, training, validation, test);
    }

    /** Of all ratings that are not in the given test file too. */
    private static int[] positions(Ratings ratings, RatingMatrix given) {
        int[] positions = new int[ratings.size()];
        int size = 0;
        for (int k = 0; k < positions.length; k++) {
            if (given.size() == 0 || given.byUser().find(ratings.user(k), ratings.item(k)) < 0) {
                positions[size++] = k;
            }
        }
        return size == positions.length ? positions : Arrays.copyOf(positions, size);
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

    private static BitSet chosen(int[] order, int from, int to) {
        BitSet chosen = new BitSet();
        for (int k = from; k < to; k++) {
            chosen.set(order[k]);
        }
        return chosen;
    }
}
