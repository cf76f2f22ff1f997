package io.github.factorscope.projection;

import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;

/** Cosines of the angles between rows of factors. Immutable, safe on all threads. */
public final class Cosines {
    private final FactorMatrix rows;
    private final double[] lengths;

    public Cosines(FactorMatrix rows) {
        this.rows = rows;
        lengths = new double[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = Math.sqrt(Vectors.squaredNorm(rows.row(row)));
        }
    }

    /** From −1 to 1; 0 where one of the rows is all 0. */
    public double of(int row, int other) {
        double both = lengths[row] * lengths[other];
        return both == 0 ? 0 : Math.max(-1, Math.min(1, Vectors.dot(rows.row(row), rows.row(other)) / both));
    }
}
