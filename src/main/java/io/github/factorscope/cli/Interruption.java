package io.github.factorscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or any other polite request to end the process, while long work is done: the work may say what it has. */
final class Interruption implements AutoCloseable {
    private static final int LONGEST_WAIT = 10; // seconds until the process ends in any case

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;

    /** @param stop asks the work to end soon */
    Interruption(Runnable stop) {
        hook = new Thread(() -> {
            happened = true;
            stop.run();
            try {
                closed.await(LONGEST_WAIT, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean happened() {
        return happened;
    }

    /** The work is done and printed. */
    @Override
    public void close() {
        closed.countDown();
        if (!happened) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                happened = true; // the process has begun to end just now
            }
        }
    }
}
