package io.github.factorscope.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work of which only the newest counts, such as answers to a question that changes while they are worked out. One piece is
 * worked on at a time; of those that come meanwhile only the last is begun. On the FX thread only.
 */
public final class NewestOnly {
    private final Background background;
    private Runnable waiting; // null for nothing
    private boolean busy;
    private long newest;

    public NewestOnly(Background background) {
        this.background = background;
    }

    /** As {@link Background#run}; but what is no longer the newest ends unheard, and may never begin. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        long number = ++newest;
        Runnable begin = () -> background.run(
                work,
                result -> end(() -> done.accept(result), number),
                error -> end(() -> failed.accept(error), number));
        if (busy) {
            waiting = begin;
        } else {
            busy = true;
            begin.run();
        }
    }

    /** What was asked for is no longer of interest. */
    public void forget() {
        newest++;
        waiting = null;
    }

    private void end(Runnable heard, long number) {
        try {
            if (number == newest) {
                heard.run();
            }
        } finally {
            Runnable next = waiting;
            waiting = null;
            busy = next != null;
            if (next != null) {
                next.run();
            }
        }
    }
}
