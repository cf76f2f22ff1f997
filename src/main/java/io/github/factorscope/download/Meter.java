package io.github.factorscope.download;

import io.github.factorscope.download.Progress.Phase;
import java.util.concurrent.CancellationException;

/** Tells the monitor how far the work is, often enough but not for every byte, and ends the work when it says so. */
final class Meter {
    /** The longest that anything may wait without a look at the monitor. */
    static final long TICK_MILLIS = 40;

    private final DownloadMonitor monitor;
    private final Rate rate = new Rate();
    private Phase phase = Phase.CONNECTING;
    private long bytes;
    private long total = -1;
    private long told = System.nanoTime();

    Meter(DownloadMonitor monitor) {
        this.monitor = monitor;
    }

    /** Something else begins. */
    void begin(Phase next, long bytesNow, long totalBytes) {
        if (next != phase) {
            rate.forget();
        }
        phase = next;
        bytes = bytesNow;
        total = totalBytes;
        tell(System.nanoTime());
    }

    void waitToRetry() {
        phase = Phase.WAITING_TO_RETRY;
        rate.forget();
        tell(System.nanoTime());
    }

    void moved(long bytesNow) {
        bytes = bytesNow;
        tick();
    }

    /** @throws CancellationException where the work is to end */
    void tick() {
        long now = System.nanoTime();
        if (now - told >= TICK_MILLIS * 1_000_000) {
            tell(now);
        }
    }

    private void tell(long now) {
        told = now;
        if (phase == Phase.DOWNLOADING) {
            rate.add(now, bytes);
        }
        if (!monitor.onProgress(new Progress(phase, bytes, total, rate.bytesPerSecond()))) {
            throw new CancellationException("the download was cancelled");
        }
    }
}
