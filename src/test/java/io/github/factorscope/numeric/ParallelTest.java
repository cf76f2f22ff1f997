package io.github.factorscope.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void theLastDigitDoesNotDependOnTheNumberOfThreads() throws Exception {
        double[] values = values(10_007);
        double[] alone = on(1, values);

        for (int threads : new int[] {2, 3, 8}) {
            assertThat(on(threads, values)).as("%d threads", threads).isEqualTo(alone);
        }
    }

    @Test
    void everyIndexIsSummedOnce() {
        for (int size : new int[] {0, 1, 15, 16, 17, 33, 1000}) {
            double[] sums = Parallel.sum(size, 2, (target, from, to) -> {
                for (int k = from; k < to; k++) {
                    target[0] += 1;
                    target[1] += k;
                }
            });
            assertThat(sums).as("size %d", size).containsExactly(size, size * (size - 1) / 2.0);
        }
    }

    private static double[] on(int threads, double[] values) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Parallel.sum(values.length, 1, (target, from, to) -> {
                        for (int k = from; k < to; k++) {
                            target[0] += values[k];
                        }
                    }))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    /** Of very different sizes, so that another order of the sum shows in its last digits. */
    private static double[] values(int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
        }
        return values;
    }
}
