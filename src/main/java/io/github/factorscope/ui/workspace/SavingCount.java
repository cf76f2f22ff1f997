package io.github.factorscope.ui.workspace;

/** How many runs are being saved, or trained: whoever ends the process waits for them. Safe on all threads. */
public final class SavingCount {
    private int count;

    public synchronized void begin() {
        count++;
    }

    public synchronized void end() {
        count--;
        notifyAll();
    }

    /** Waits until all are saved or have failed, but not forever. */
    public synchronized void await(long mostMillis) {
        long end = System.nanoTime() + mostMillis * 1_000_000;
        try {
            for (long left = mostMillis; count > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
