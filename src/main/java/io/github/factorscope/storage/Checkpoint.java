package io.github.factorscope.storage;

import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.TrainingListener;
import io.github.factorscope.training.TrainingSession;
import io.github.factorscope.training.TrainingState;
import java.util.List;

/**
 * A training that has not ended.
 *
 * @param state where it stands
 * @param rescuedFrom divergences of attempts before it
 */
public record Checkpoint(Experiment experiment, TrainingState state, List<Divergence> rescuedFrom) {
    public Checkpoint {
        rescuedFrom = List.copyOf(rescuedFrom);
    }

    /**
     * A session that goes on where the training was; the listener hears of the epochs to come.
     *
     * @throws io.github.factorscope.model.InvalidSettingException where it would not fit in memory
     */
    public TrainingSession newSession(TrainingListener listener) {
        TrainingSession session = experiment.newSession(listener);
        session.resume(state);
        return session;
    }
}
