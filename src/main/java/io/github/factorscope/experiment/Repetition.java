package io.github.factorscope.experiment;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingListener;
import io.github.factorscope.training.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run that was carried out again, beside the first.
 *
 * @param same whether all numbers but times are equal, bit for bit: accuracies, every epoch, and which one was kept
 * @param largestDifference of any number that both have; infinite where one has it and the other not
 * @param where it is, such as "test RMSE" or "objective of epoch 3"; empty where all are the same
 */
public record Repetition(Run first, Run again, boolean same, double largestDifference, String where) {

    /**
     * Trains once more on the same parts of the data with the same settings, seed and patience.
     *
     * @throws IllegalArgumentException where the first run was stopped before its first epoch was whole: nobody knows where
     */
    public static Repetition of(Run first, TrainingListener listener) {
        int epochs = first.outcome().history().size();
        StopReason reason = first.outcome().stopReason();
        boolean wasStopped = reason == StopReason.STOPPED_BY_USER || reason == StopReason.OUT_OF_MEMORY;
        if (wasStopped && epochs == 0) {
            throw new IllegalArgumentException(
                    "It was stopped in the middle of its first epoch, and where cannot be repeated.");
        }
        Stopper stopper = new Stopper(listener, wasStopped ? epochs : Integer.MAX_VALUE);
        TrainingSession session = first.experiment().newSession(stopper);
        stopper.session = session;
        return compare(first, Run.of(first.experiment(), session.run()));
    }

    /** Ends after as many epochs as the first run had, where somebody ended that. */
    private static final class Stopper implements TrainingListener {
        private final TrainingListener listener;
        private final int lastEpoch;
        private TrainingSession session;

        Stopper(TrainingListener listener, int lastEpoch) {
            this.listener = listener;
            this.lastEpoch = lastEpoch;
        }

        @Override
        public void onEpoch(EpochReport report) {
            listener.onEpoch(report);
            if (report.epoch() >= lastEpoch) {
                session.control().stop();
            }
        }
    }

    /** Two runs that ought to be the same. */
    public static Repetition compare(Run first, Run again) {
        Differences differences = new Differences();
        differences.add("training", Optional.of(first.train()), Optional.of(again.train()));
        differences.add("validation", first.validation(), again.validation());
        differences.add("test", first.test(), again.test());
        List<EpochReport> before = first.outcome().history();
        List<EpochReport> now = again.outcome().history();
        differences.add("number of epochs", before.size(), now.size());
        differences.add(
                "epoch kept", first.outcome().modelEpoch(), again.outcome().modelEpoch());
        for (int k = 0; k < Math.min(before.size(), now.size()); k++) {
            differences.add(before.get(k), now.get(k));
        }
        boolean same = differences.where.isEmpty()
                && first.outcome().stopReason() == again.outcome().stopReason();
        return new Repetition(first, again, same, differences.largest, differences.where);
    }

    /** What the second run was made with and the first was not; one phrase each. */
    public List<String> otherCircumstances() {
        List<String> others = new ArrayList<>();
        addOther(
                others,
                "FactorScope",
                first.versions().factorScope(),
                again.versions().factorScope());
        addOther(others, "Java", first.versions().java(), again.versions().java());
        addOther(others, "system", first.versions().system(), again.versions().system());
        return others;
    }

    private static void addOther(List<String> others, String what, String before, String now) {
        if (!before.equals(now)) {
            others.add(what + " " + now + " instead of " + before);
        }
    }

    private static final class Differences {
        private double largest;
        private String where = "";

        void add(String part, Optional<Accuracy> before, Optional<Accuracy> now) {
            if (before.isEmpty() && now.isEmpty()) {
                return;
            }
            Accuracy none = new Accuracy(0, Double.NaN, Double.NaN, Double.NaN);
            Accuracy one = before.orElse(none);
            Accuracy other = now.orElse(none);
            add(part + " RMSE", one.rmse(), other.rmse());
            add(part + " MAE", one.mae(), other.mae());
        }

        void add(EpochReport before, EpochReport now) {
            String epoch = " of epoch " + before.epoch();
            add("objective" + epoch, before.objective(), now.objective());
            add("training RMSE" + epoch, before.trainRmse(), now.trainRmse());
            add("validation RMSE" + epoch, value(before.validationRmse()), value(now.validationRmse()));
            add("test RMSE" + epoch, value(before.testRmse()), value(now.testRmse()));
        }

        private static double value(OptionalDouble number) {
            return number.orElse(Double.NaN);
        }

        void add(String what, double before, double now) {
            if (Double.compare(before, now) == 0) {
                return;
            }
            double difference = Math.abs(before - now);
            double counted = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            if (where.isEmpty() || counted > largest) {
                largest = counted;
                where = what;
            }
        }
    }
}
