package io.github.factorscope.experiment;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.training.TrainingOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An experiment that was carried out.
 *
 * @param train over the training ratings
 * @param validation over the validation ratings, where there are some
 * @param test over the test ratings, where there are some
 */
public record Run(
        Experiment experiment,
        TrainingOutcome outcome,
        Accuracy train,
        Optional<Accuracy> validation,
        Optional<Accuracy> test,
        Instant finished,
        Versions versions) {

    /** Judges the outcome's model. */
    public static Run of(Experiment experiment, TrainingOutcome outcome) {
        FittedModel model = outcome.model();
        return new Run(
                experiment,
                outcome,
                Evaluator.accuracy(model, experiment.split().training()),
                accuracy(model, experiment.split().validation()),
                accuracy(model, experiment.split().test()),
                Instant.now(),
                Versions.current());
    }

    private static Optional<Accuracy> accuracy(FittedModel model, RatingMatrix given) {
        return given.size() == 0 ? Optional.empty() : Optional.of(Evaluator.accuracy(model, given));
    }

    public FittedModel model() {
        return outcome.model();
    }
}
