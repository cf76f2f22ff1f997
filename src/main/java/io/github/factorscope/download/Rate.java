package io.github.factorscope.download;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes a second over the last few seconds. */
final class Rate {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long LEAST_NANOS = 500_000_000L; // below, the first bytes would promise too much

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long bytes) {}

    /** @param bytes that are here at this time */
    void add(long nanos, long bytes) {
        samples.addLast(new Sample(nanos, bytes));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** 0 while unknown. */
    double bytesPerSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long bytes = samples.getLast().bytes() - samples.getFirst().bytes();
        return nanos < LEAST_NANOS || bytes < 0 ? 0 : bytes * 1e9 / nanos;
    }

    void forget() {
        samples.clear();
    }
}
