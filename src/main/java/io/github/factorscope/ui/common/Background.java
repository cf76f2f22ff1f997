package io.github.factorscope.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where long work is done and how its results come back. Tests use one that does all at once on the calling thread. */
public interface Background {
    /**
     * Does the work on another thread; then calls one of the two on the FX thread.
     *
     * @param failed hears of what the work threw
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** Calls on the FX thread, soon; from any thread. */
    void onFxThread(Runnable action);

    /** Calls on the FX thread about ten times a second until the handle is closed. */
    Ticker every100Millis(Runnable action);

    /** Ends what was started. */
    @FunctionalInterface
    interface Ticker {
        void stop();
    }
}
