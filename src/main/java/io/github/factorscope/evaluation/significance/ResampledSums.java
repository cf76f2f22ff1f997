package io.github.factorscope.evaluation.significance;

import io.github.factorscope.numeric.Randoms;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Sums over resamples of as many units as there are. Resamples are made in blocks, each with random numbers of its own, so
 * that the result does not depend on the number of threads.
 */
final class ResampledSums {
    private static final int BLOCK = 100;
    private static final int AT_ONCE = 4; // units: loading and storing the sums costs as much as adding to them

    private final double[][] columns; // [columns][units]
    private final DrawnCounts draws;
    private final double[][] sums; // [columns][BLOCK]

    private ResampledSums(double[][] columns, SplittableRandom random) {
        this.columns = columns;
        this.draws = new DrawnCounts(columns[0].length, BLOCK, random);
        this.sums = new double[columns.length][BLOCK];
    }

    /**
     * Sums each column over the units that are drawn.
     *
     * @param columns [columns][units]
     * @return [columns][resamples]
     */
    static double[][] of(double[][] columns, BootstrapPlan plan, Resampled over) {
        int blocks = (plan.resamples() + BLOCK - 1) / BLOCK;
        SplittableRandom source = Randoms.stream(plan.seed(), "bootstrap over " + over.stream());
        SplittableRandom[] streams = new SplittableRandom[blocks];
        for (int b = 0; b < blocks; b++) {
            streams[b] = source.split();
        }
        double[][] all = new double[columns.length][plan.resamples()];
        IntStream.range(0, blocks).parallel().forEach(b -> {
            double[][] part = new ResampledSums(columns, streams[b]).block();
            int from = b * BLOCK;
            for (int c = 0; c < columns.length; c++) {
                System.arraycopy(part[c], 0, all[c], from, Math.min(BLOCK, plan.resamples() - from));
            }
        });
        return all;
    }

    private double[][] block() {
        double[][] counts = new double[AT_ONCE][BLOCK];
        int units = columns[0].length;
        int unit = 0;
        for (; unit <= units - AT_ONCE; unit += AT_ONCE) {
            for (double[] row : counts) {
                draws.next(row);
            }
            for (int c = 0; c < columns.length; c++) {
                addScaled(sums[c], columns[c], unit, counts);
            }
        }
        for (; unit < units; unit++) {
            draws.next(counts[0]);
            for (int c = 0; c < columns.length; c++) {
                addScaled(sums[c], columns[c][unit], counts[0]);
            }
        }
        for (int r = 0; r < BLOCK; r++) {
            drawMissing(r);
        }
        return sums;
    }

    private void drawMissing(int resample) {
        if (draws.tooMany(resample)) {
            for (double[] sum : sums) {
                sum[resample] = 0;
            }
        }
        for (int missing = draws.missing(resample); missing > 0; missing--) {
            int unit = draws.unit();
            for (int c = 0; c < columns.length; c++) {
                sums[c][resample] += columns[c][unit];
            }
        }
    }

    private static void addScaled(double[] sums, double[] column, int unit, double[][] counts) {
        double[] counts0 = counts[0];
        double[] counts1 = counts[1];
        double[] counts2 = counts[2];
        double[] counts3 = counts[3];
        double value0 = column[unit];
        double value1 = column[unit + 1];
        double value2 = column[unit + 2];
        double value3 = column[unit + 3];
        for (int r = 0; r < sums.length; r++) {
            sums[r] += (value0 * counts0[r] + value1 * counts1[r]) + (value2 * counts2[r] + value3 * counts3[r]);
        }
    }

    private static void addScaled(double[] sums, double value, double[] counts) {
        for (int r = 0; r < sums.length; r++) {
            sums[r] += value * counts[r];
        }
    }
}
