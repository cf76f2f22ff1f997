package io.github.factorscope.ui.learn;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.LearningRate;
import java.util.Optional;

/**
 * Where learning starts.
 *
 * @param learned what a run has learned; empty for the untrained model
 */
record Start(Ground ground, ModelFamily family, Settings settings, long seed, Optional<FittedModel> learned) {
    private static final long SEED = 1;

    /** The untrained model. */
    static Start untrained(Ground ground, ModelFamily family, Settings settings) {
        return new Start(ground, family, LearningRate.steady(settings, 0), SEED, Optional.empty());
    }

    /** What a run has learned, at the step size that it had reached. */
    static Start of(Run run) {
        Experiment experiment = run.experiment();
        return new Start(
                Ground.of(experiment.dataset(), experiment.split()),
                experiment.family(),
                LearningRate.steady(experiment.settings(), run.outcome().modelEpoch()),
                experiment.seed(),
                Optional.of(run.model()));
    }

    /** @throws io.github.factorscope.model.InvalidSettingException where it would not fit in memory */
    void requireFits() {
        ground.split()
                .ifPresent(split -> new Experiment(ground.dataset(), split, family, settings, seed, 0).requireFits());
    }
}
