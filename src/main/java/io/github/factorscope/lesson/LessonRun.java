package io.github.factorscope.lesson;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;

/**
 * A training that a lesson speaks of.
 *
 * @param seed of the model; the split has its own
 * @param patience epochs without a lower validation error after which it ends
 */
public record LessonRun(ModelFamily family, Settings settings, long seed, int patience) {
    /** Whether an experiment, on whatever split, is this training. */
    public boolean isTrainedBy(Experiment experiment) {
        return experiment.family().id().equals(family.id())
                && experiment.settings().equals(settings)
                && experiment.seed() == seed
                && experiment.patience() == patience;
    }
}
