package io.github.factorscope.numeric;

import java.util.stream.IntStream;

/** Work over all cores whose result does not depend on their number. */
public final class Parallel {
    private static final int CHUNK = 16;

    private Parallel() {}

    /** A part of a sum: may write only to {@code sums}. */
    @FunctionalInterface
    public interface PartialSums {
        /** Adds what the indices {@code from} to {@code to − 1} contribute to {@code sums}. */
        void addTo(double[] sums, int from, int to);
    }

    /**
     * Sums over {@code 0..size − 1}. The chunks are the same on every machine and are added in their order, so that the
     * last digit is too.
     *
     * @param width how many sums are formed at once
     */
    public static double[] sum(int size, int width, PartialSums part) {
        int chunks = (size + CHUNK - 1) / CHUNK;
        double[][] partial = new double[chunks][width];
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> part.addTo(partial[chunk], chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK)));
        double[] total = new double[width];
        for (double[] sums : partial) {
            for (int k = 0; k < width; k++) {
                total[k] += sums[k];
            }
        }
        return total;
    }
}
