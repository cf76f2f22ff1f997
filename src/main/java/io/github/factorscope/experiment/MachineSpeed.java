package io.github.factorscope.experiment;

import io.github.factorscope.numeric.Vectors;
import java.util.Arrays;

/** How fast this machine is. */
final class MachineSpeed {
    private static final int LENGTH = 64;
    private static final int ROWS = 2048; // more than the fastest cache holds
    private static final int ROUNDS = 10;
    private static final long LONGEST_NANOS = 50_000_000; // of one question
    private static final double REFERENCE_NANOS = 40; // of one step, on the machine of docs/benchmarks.md
    private static final int FEWEST_BATCHES = 3;
    private static final double BETTER = 0.95; // of the best so far: still being compiled

    private static final float[][] MATRIX = rows();
    private static double best = Double.POSITIVE_INFINITY; // nanoseconds of a step, the fastest ever seen

    private MachineSpeed() {}

    /**
     * 1 where it is as fast as the machine on which costs were measured, 2 where it takes twice as long. Every question
     * measures anew for a few milliseconds and keeps the fastest time: the first ones run before the code is compiled.
     */
    static synchronized double slowerThanReference() {
        long start = System.nanoTime();
        int batches = 0;
        double before;
        do {
            before = best;
            best = Math.min(best, fastestRound());
            batches++;
        } while ((batches < FEWEST_BATCHES || best < BETTER * before) && System.nanoTime() - start < LONGEST_NANOS);
        return best / REFERENCE_NANOS;
    }

    private static float[][] rows() {
        float[][] rows = new float[ROWS][LENGTH];
        for (float[] row : rows) {
            Arrays.fill(row, 0.1f);
        }
        return rows;
    }

    /** Nanoseconds of a step of stochastic gradient descent. */
    private static double fastestRound() {
        float[] user = new float[LENGTH];
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (float[] row : MATRIX) {
                float error = 1 - Vectors.dot(user, row);
                Vectors.stepTogether(user, row, 0.999f, 0.01f * error);
            }
            fastest = Math.min(fastest, (System.nanoTime() - start) / (double) ROWS);
        }
        return fastest;
    }
}
