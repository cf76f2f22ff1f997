package io.github.factorscope.experiment;

import io.github.factorscope.training.Divergence;
import java.util.Optional;

/** What follows the advice that a divergence gives. */
public final class Rescue {
    /** How many times in a row a training is begun anew without asking. */
    public static final int MOST = 3;

    private Rescue() {}

    /** The same experiment with the step size that was seen to work; empty where none was. */
    public static Optional<Experiment> of(Experiment diverged, Divergence divergence) {
        if (divergence.workingLearningRate().isEmpty()) {
            return Optional.empty();
        }
        double rate = divergence.workingLearningRate().getAsDouble();
        return diverged.family()
                .stepSize()
                .map(stepSize -> new Experiment(
                        diverged.dataset(),
                        diverged.split(),
                        diverged.family(),
                        diverged.settings().with(stepSize, rate),
                        diverged.seed(),
                        diverged.patience()));
    }
}
