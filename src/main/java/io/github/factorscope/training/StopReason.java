package io.github.factorscope.training;

import java.util.Locale;

/** Why training ended. */
public enum StopReason {
    /** All planned epochs are done. */
    EPOCHS_DONE("all epochs done"),
    /** The validation error has not fallen for a while. */
    CONVERGED("stopped early"),
    /** Somebody asked for it. */
    STOPPED_BY_USER("stopped"),
    /** The parameters grew beyond all bounds. */
    DIVERGED("diverged"),
    /** The memory was used up; the model is that of a whole epoch before. */
    OUT_OF_MEMORY("out of memory");

    private final String words;

    StopReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
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
