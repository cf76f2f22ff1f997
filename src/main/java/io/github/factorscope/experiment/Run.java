package io.github.factorscope.experiment;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.training.TrainingOutcome;
import java.time.Instant;
import java.util.Optional;

/** An experiment that was carried out. */
public record Run(
        Experiment experiment, TrainingOutcome outcome, Instant finished, Versions versions, Machine machine) {

    /** Carried out just now. */
    public static Run of(Experiment experiment, TrainingOutcome outcome) {
        return new Run(experiment, outcome, Instant.now(), Versions.current(), Machine.current());
    }

    public FittedModel model() {
        return outcome.model();
    }

    /** Over the training ratings. */
    public Accuracy train() {
        return outcome.accuracies().train();
    }

    /** Over the validation ratings, where there are some. */
    public Optional<Accuracy> validation() {
        return outcome.accuracies().validation();
    }

    /** Over the test ratings, where there are some. */
    public Optional<Accuracy> test() {
        return outcome.accuracies().test();
    }
}
