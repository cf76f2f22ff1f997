package io.github.factorscope.training;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The buttons of a training: pause, resume, step, stop. Any thread may press them. The training thread asks often, and
 * waits inside its question while training is paused.
 */
public final class TrainingControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopped;
    private volatile boolean paused;
    private boolean pauseAfterEpoch;
    private long pausedNanos; // written and read by the training thread only

    /** Training ends soon and keeps the model so far. */
    public void stop() {
        set(() -> stopped = true);
    }

    public void pause() {
        set(() -> paused = true);
    }

    public void resume() {
        set(() -> paused = false);
    }

    /** Goes on to the end of the epoch, then pauses. */
    public void step() {
        set(() -> {
            paused = false;
            pauseAfterEpoch = true;
        });
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean isStopped() {
        return stopped;
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For the training thread: whether to stop; returns only when training is not paused. */
    BooleanSupplier question() {
        return this::waitWhilePaused;
    }

    private boolean waitWhilePaused() {
        if (paused && !stopped) {
            long start = System.nanoTime();
            lock.lock();
            try {
                while (paused && !stopped) {
                    changed.awaitUninterruptibly();
                }
            } finally {
                lock.unlock();
            }
            pausedNanos += System.nanoTime() - start;
        }
        return stopped;
    }

    void epochDone() {
        set(() -> {
            paused |= pauseAfterEpoch;
            pauseAfterEpoch = false;
        });
    }

    /** How long the training thread has waited so far. */
    long pausedNanos() {
        return pausedNanos;
    }
}
