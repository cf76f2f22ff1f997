package io.github.factorscope.ui.tour;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Measures how long the FX thread keeps others waiting: the longest wait is at least its longest task. */
final class FxWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 1;

    private final Thread thread = new Thread(this::watch, "fx-watch");
    private volatile boolean closed;
    private long[] waits = new long[1024]; // nanoseconds
    private int count;

    private FxWatch() {}

    static FxWatch start() {
        FxWatch watch = new FxWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!closed) {
            CountDownLatch done = new CountDownLatch(1);
            long asked = System.nanoTime();
            Platform.runLater(done::countDown);
            try {
                done.await();
                add(System.nanoTime() - asked);
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void add(long wait) {
        if (count == waits.length) {
            waits = Arrays.copyOf(waits, 2 * count);
        }
        waits[count++] = wait;
    }

    /** Ends the measurement; its results can be read then. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The wait that this share of all waits does not exceed, in milliseconds. */
    double quantileMillis(double share) {
        long[] sorted = Arrays.copyOf(waits, count);
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
