package io.github.factorscope.training;

import io.github.factorscope.text.Texts;
import java.util.Locale;

/** Why training ended. */
public enum StopReason {
    /** All planned epochs are done. */
    EPOCHS_DONE,
    /** The validation error has not fallen for a while. */
    CONVERGED,
    /** Somebody asked for it. */
    STOPPED_BY_USER,
    /** The parameters grew beyond all bounds. */
    DIVERGED,
    /** The memory was used up; the model is that of a whole epoch before. */
    OUT_OF_MEMORY;

    private static final Texts TEXTS = Texts.of(StopReason.class);

    /** For people. */
    public String words() {
        return TEXTS.get(id());
    }

    /** In files and on the command line, such as "epochs-done". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where there is none of this id */
    public static StopReason ofId(String id) {
        for (StopReason reason : values()) {
            if (reason.id().equals(id)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("There is no stop reason " + id + ".");
    }
}
