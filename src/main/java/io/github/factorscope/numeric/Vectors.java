package io.github.factorscope.numeric;

/** Operations on rows of factors. Every row is an array of its own: the JIT turns such loops into vector code. */
public final class Vectors {
    private Vectors() {}

    /** aᵀb. Four partial sums, because the order of one running sum would forbid vector code. */
    public static float dot(float[] a, float[] b) {
        int length = a.length;
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int k = 0;
        for (; k <= length - 4; k += 4) {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
            sum2 += a[k + 2] * b[k + 2];
            sum3 += a[k + 3] * b[k + 3];
        }
        for (; k < length; k++) {
            sum0 += a[k] * b[k];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** aᵀa, summed in double: penalties add up millions of these. */
    public static double squaredNorm(float[] a) {
        double sum = 0;
        for (float value : a) {
            sum += (double) value * value;
        }
        return sum;
    }

    /**
     * One SGD step on both sides of a product: p ← keep·p + step·q and q ← keep·q + step·p, each from the values before
     * the step.
     *
     * @param p changed in place
     * @param q changed in place, of the same length
     */
    public static void stepTogether(float[] p, float[] q, float keep, float step) {
        for (int k = 0; k < p.length; k++) {
            float pk = p[k];
            float qk = q[k];
            p[k] = keep * pk + step * qk;
            q[k] = keep * qk + step * pk;
        }
    }

    /** target ← target + factor·source. */
    public static void addScaled(float[] target, float factor, float[] source) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * source[k];
        }
    }

    /** target ← a + b. */
    public static void sum(float[] target, float[] a, float[] b) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] + b[k];
        }
    }

    /** target ← keep·target + step·source. */
    public static void decayAndAdd(float[] target, float keep, float step, float[] source) {
        for (int k = 0; k < target.length; k++) {
            target[k] = keep * target[k] + step * source[k];
        }
    }
}
