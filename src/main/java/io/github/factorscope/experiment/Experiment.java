package io.github.factorscope.experiment;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.training.TrainingListener;
import io.github.factorscope.training.TrainingSession;

/**
 * Everything that decides what a run gives.
 *
 * @param seed of the model; the split has its own
 * @param patience epochs without a lower validation error after which training ends; 0 for never
 */
public record Experiment(Dataset dataset, Split split, ModelFamily family, Settings settings, long seed, int patience) {

    /** A training that has not begun. */
    public TrainingSession newSession(TrainingListener listener) {
        return new TrainingSession(family, settings, split, seed, patience, listener);
    }
}
