package io.github.factorscope.data.reading;

import java.util.concurrent.CancellationException;

/** Tells a monitor how far reading has come since this was made, and ends it where the monitor says so. */
final class ReadingClock {
    private final LoadMonitor monitor;
    private final long totalBytes;
    private final long started = System.nanoTime();

    /** @param totalBytes of all that is to be read, as they lie on the disk */
    ReadingClock(LoadMonitor monitor, long totalBytes) {
        this.monitor = monitor;
        this.totalBytes = totalBytes;
    }

    /**
     * @param share of the bytes that have been read, 0 to 1
     * @throws CancellationException where the monitor ended it
     */
    void reached(long lines, double share) {
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!monitor.progress(new LoadProgress(lines, Math.round(share * totalBytes), totalBytes, seconds))) {
            throw new CancellationException("loading was cancelled");
        }
    }
}
