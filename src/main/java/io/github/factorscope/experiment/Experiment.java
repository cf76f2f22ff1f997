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

    /** The same with another seed of the model. */
    public Experiment withSeed(long other) {
        return new Experiment(dataset, split, family, settings, other, patience);
    }

    /** What {@link #newSession} will take. */
    public Forecast forecast() {
        return Forecast.of(family, settings, split);
    }

    /**
     * Refuses what does not fit in memory.
     *
     * @throws io.github.factorscope.model.InvalidSettingException with the setting that would fit
     */
    public void requireFits() {
        Forecast.requireFits(family, settings, split);
    }

    /** A sentence for when the memory ran short after all. */
    public String whenMemoryRanShort() {
        return Forecast.whenMemoryRanShort(family, settings, split);
    }

    /**
     * A training that has not begun.
     *
     * @throws io.github.factorscope.model.InvalidSettingException where it would not fit in memory
     */
    public TrainingSession newSession(TrainingListener listener) {
        requireFits();
        return new TrainingSession(family, settings, split, seed, patience, listener);
    }
}
