package io.github.factorscope.experiment;

/**
 * The most memory that is in use while something runs: again and again the garbage is collected and what is left is
 * measured. That slows everything down, so times are measured elsewhere.
 */
public final class PeakMemory {
    private static final long MILLIS_BETWEEN = 20;

    private final long before;
    private volatile boolean done;
    private volatile long most;

    private PeakMemory() {
        before = MachineMemory.usedBytesAfterCollecting();
        most = before;
    }

    /**
     * What was in use at the peak.
     *
     * @param bytes of the whole heap
     * @param added to what was in use before
     */
    public record Peak(long bytes, long added) {}

    /** The peak while this runs. */
    public static Peak during(Runnable work) {
        PeakMemory memory = new PeakMemory();
        Thread watcher = new Thread(memory::watch, "peak-memory");
        watcher.setDaemon(true);
        watcher.start();
        try {
            work.run();
        } finally {
            memory.done = true;
            join(watcher);
        }
        return new Peak(memory.most, memory.most - memory.before);
    }

    private static void join(Thread watcher) {
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!done) {
                most = Math.max(most, MachineMemory.usedBytesAfterCollecting());
                Thread.sleep(MILLIS_BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
