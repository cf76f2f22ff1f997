package io.github.factorscope.experiment.sweep;

import io.github.factorscope.text.Texts;
import io.github.factorscope.training.StopReason;
import java.util.Locale;

/** Why a training of a sweep ended. */
public enum TrialEnd {
    /** All epochs are done. */
    EPOCHS_DONE,
    /** The validation error had not fallen for a while. */
    CONVERGED,
    /** The sweep was stopped in the middle of it; its error is that of the best epoch so far. */
    STOPPED_BY_USER,
    /** The parameters grew beyond all bounds; its error is that of the best epoch before. */
    DIVERGED,
    /** The memory was used up; its error is that of the best epoch before. */
    OUT_OF_MEMORY,
    /** Successive halving let others go on; its error is that of the best epoch so far. */
    ELIMINATED;

    private static final Texts TEXTS = Texts.of(TrialEnd.class);

    static TrialEnd of(StopReason reason) {
        return switch (reason) {
            case EPOCHS_DONE -> EPOCHS_DONE;
            case CONVERGED -> CONVERGED;
            case STOPPED_BY_USER -> STOPPED_BY_USER;
            case DIVERGED -> DIVERGED;
            case OUT_OF_MEMORY -> OUT_OF_MEMORY;
        };
    }

    /** For people. */
    public String words() {
        return TEXTS.get(id());
    }

    /** On the command line, such as "epochs-done"; equal to the stop reasons of trainings where there is one. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it had as many epochs as it could use, so that its error stands beside that of others. */
    public boolean isWhole() {
        return this == EPOCHS_DONE || this == CONVERGED;
    }
}
