package io.github.factorscope.ui.common;

import java.util.logging.Logger;

/** What JavaFX says on standard error. */
public final class JavaFxLog {
    private static final Logger JAVAFX = Logger.getLogger("javafx"); // kept: loggers without a reference are forgotten

    private JavaFxLog() {}

    /** Leaves out the remark that JavaFX lies on the class path, which is what we want; everything else is said. */
    public static void leaveOutClassPathRemark() {
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }
}
