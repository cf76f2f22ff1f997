package io.github.factorscope.experiment.sweep;

import io.github.factorscope.training.TrainingControl;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The buttons of a sweep: pause, resume, stop. Any thread may press them; they reach all trainings within milliseconds. */
public final class SweepControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<TrainingControl> active = new HashSet<>();
    private boolean paused;
    private boolean stopped;

    public void pause() {
        set(() -> {
            paused = true;
            active.forEach(TrainingControl::pause);
        });
    }

    public void resume() {
        set(() -> {
            paused = false;
            active.forEach(TrainingControl::resume);
        });
    }

    /** The sweep ends soon and keeps what is done. */
    public void stop() {
        set(() -> {
            stopped = true;
            active.forEach(TrainingControl::stop);
        });
    }

    public boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    public boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
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

    /** Before anything is begun: returns when the sweep is not paused; false where it is stopped. */
    boolean awaitGoing() {
        lock.lock();
        try {
            while (paused && !stopped) {
                changed.awaitUninterruptibly();
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** From now on this training obeys. */
    void enter(TrainingControl training) {
        set(() -> {
            active.add(training);
            if (paused) {
                training.pause();
            } else {
                training.resume(); // a pause may have met it between two pieces
            }
            if (stopped) {
                training.stop();
            }
        });
    }

    void leave(TrainingControl training) {
        set(() -> active.remove(training));
    }
}
