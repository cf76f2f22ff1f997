package io.github.factorscope.model.parts;

import io.github.factorscope.model.NormalEquations;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * (XᵀX + diagonal) θ = right, built up row by row of X and solved by Cholesky decomposition. Used by one thread; can be used
 * again and again.
 */
public final class RidgeSystem {
    private static final double LEAST_RIDGE = 1e-6; // keeps the matrix regular where nothing is penalised

    private final int size;
    private final DMatrixRMaj gram; // the lower half while rows are added
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final double[] row;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private boolean decomposed;

    /** @param size number of unknowns */
    public RidgeSystem(int size) {
        this.size = size;
        this.gram = new DMatrixRMaj(size, size);
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
        this.row = new double[size];
        this.solver = LinearSolverFactory_DDRM.chol(size);
    }

    /** No rows, and 0 on the right. */
    public void clear() {
        Arrays.fill(gram.data, 0);
        Arrays.fill(right.data, 0);
    }

    /** Adds x xᵀ on the left, where x is the row, followed by 1 where there is one more unknown. */
    public void addRow(float[] values) {
        fillRow(values);
        for (int a = 0; a < size; a++) {
            double factor = row[a];
            int start = a * size;
            for (int b = 0; b <= a; b++) {
                gram.data[start + b] += factor * row[b];
            }
        }
    }

    /** Adds weight·x on the right, where x is the row, followed by 1 where there is one more unknown. */
    public void addRight(double weight, float[] values) {
        for (int a = 0; a < values.length; a++) {
            right.data[a] += weight * values[a];
        }
        for (int a = values.length; a < size; a++) {
            right.data[a] += weight;
        }
    }

    private void fillRow(float[] values) {
        for (int a = 0; a < values.length; a++) {
            row[a] = values[a];
        }
        Arrays.fill(row, values.length, size, 1);
    }

    /** Adds to the diagonal in this place; at least a little, so that the matrix stays regular. */
    public void addRidge(int place, double ridge) {
        gram.data[place * size + place] += Math.max(LEAST_RIDGE, ridge);
    }

    /** A copy of what {@link #solve} would solve. */
    public NormalEquations equations() {
        double[][] left = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                left[a][b] = gram.data[Math.max(a, b) * size + Math.min(a, b)];
            }
        }
        return new NormalEquations(left, right.data.clone());
    }

    /** θ, overwritten by the next solution; all 0 where numbers have overflowed and nothing can be solved. */
    public double[] solve() {
        decompose();
        solveFor(right);
        return solution.data;
    }

    /** Once no more rows are to be added: whatever is on the right, it is solved without decomposing again. */
    void decompose() {
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                gram.data[b * size + a] = gram.data[a * size + b];
            }
        }
        decomposed = solver.setA(gram);
    }

    /** θ for another right side, after {@link #decompose}. */
    double[] solve(double[] otherRight) {
        solveFor(DMatrixRMaj.wrap(size, 1, otherRight));
        return solution.data.clone();
    }

    private void solveFor(DMatrixRMaj b) {
        if (decomposed) {
            solver.solve(b, solution);
        } else {
            Arrays.fill(solution.data, 0);
        }
    }
}
