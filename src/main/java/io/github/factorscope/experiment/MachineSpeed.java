package io.github.factorscope.experiment;

import io.github.factorscope.numeric.Vectors;
import java.util.Arrays;

/** How fast this machine is. */
final class MachineSpeed {
    private static final int LENGTH = 64;
    private static final int ROWS = 2048; // more than the fastest cache holds
    private static final int ROUNDS = 200;
    private static final double REFERENCE_NANOS = 55; // of one step, on the machine of docs/benchmarks.md

    private MachineSpeed() {}

    private static final class Measured {
        private static final double NANOS = measure();
    }

    /** 1 where it is as fast as the machine on which costs were measured, 2 where it takes twice as long. Takes a moment. */
    static double slowerThanReference() {
        return Measured.NANOS / REFERENCE_NANOS;
    }

    /** Time of a step of stochastic gradient descent. */
    private static double measure() {
        float[][] rows = new float[ROWS][LENGTH];
        for (float[] row : rows) {
            Arrays.fill(row, 0.1f);
        }
        float[] user = new float[LENGTH];
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (float[] row : rows) {
                float error = 1 - Vectors.dot(user, row);
                Vectors.stepTogether(user, row, 0.999f, 0.01f * error);
            }
            nanos[round] = (System.nanoTime() - start) / (double) ROWS;
        }
        // The first rounds are slow, before the code is compiled: not the median but a low quantile.
        Arrays.sort(nanos);
        return nanos[ROUNDS / 10];
    }
}
