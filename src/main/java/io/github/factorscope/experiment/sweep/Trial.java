package io.github.factorscope.experiment.sweep;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.TrainingOutcome;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a training of a sweep led to.
 *
 * @param epoch whose model was the best by validation ratings; without them, the last one
 * @param epochs that were done
 * @param validationRmse of this model in stars, where there are validation ratings
 * @param testRmse of this model in stars, where the sweep was asked for it
 * @param seconds of learning, all epochs; what is judged is left out
 * @param secondsPerEpoch their median
 */
public record Trial(
        Attempt attempt,
        int epoch,
        int epochs,
        OptionalDouble validationRmse,
        OptionalDouble testRmse,
        double seconds,
        double secondsPerEpoch,
        TrialEnd end) {
    private static final Texts TEXTS = Texts.of(Trial.class);

    static Trial of(Attempt attempt, TrainingOutcome outcome, TrialEnd end) {
        return new Trial(
                attempt,
                outcome.modelEpoch(),
                outcome.history().size(),
                rmse(outcome.accuracies().validation()),
                rmse(outcome.accuracies().test()),
                outcome.seconds(),
                outcome.secondsPerEpoch(),
                end);
    }

    private static OptionalDouble rmse(Optional<Accuracy> accuracy) {
        return accuracy.map(present -> OptionalDouble.of(present.rmse())).orElse(OptionalDouble.empty());
    }

    /** What it is judged by, in stars: the validation error; without validation ratings, the test error. */
    public double error() {
        return validationRmse.orElseGet(() -> testRmse.orElse(Double.NaN));
    }

    public Candidate candidate() {
        return attempt.candidate();
    }

    /** Such as "all epochs done", or "eliminated after 3 epochs". */
    public String endWords() {
        return end.isWhole() ? end.words() : TEXTS.get("after-epochs", end.words(), epochs);
    }
}
