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

    /**
     * The same with factors of each side's own: p ← keepP·p + stepP·q and q ← keepQ·q + stepQ·p, each from the values before
     * the step.
     *
     * @param p changed in place
     * @param q changed in place, of the same length
     */
    public static void stepTogether(float[] p, float[] q, float keepP, float stepP, float keepQ, float stepQ) {
        for (int k = 0; k < p.length; k++) {
            float pk = p[k];
            float qk = q[k];
            p[k] = keepP * pk + stepP * qk;
            q[k] = keepQ * qk + stepQ * pk;
        }
    }

    /**
     * One SGD step of a product with q, one side of which is a sum v = p + z: z ← keepZ·z + stepZ·q, p ← keep·p + step·q and
     * q ← keep·q + step·v, each from the values before the step; then v ← p + z.
     *
     * @param v p + z before the step, and after it
     */
    public static void stepOfSum(
            float[] p, float[] z, float[] v, float[] q, float keep, float step, float keepZ, float stepZ) {
        for (int k = 0; k < p.length; k++) {
            float qk = q[k];
            float pk = keep * p[k] + step * qk;
            float zk = keepZ * z[k] + stepZ * qk;
            q[k] = keep * qk + step * v[k];
            p[k] = pk;
            z[k] = zk;
            v[k] = pk + zk;
        }
    }

    /** target ← target + factor·source. */
    public static void addScaled(float[] target, float factor, float[] source) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * source[k];
        }
    }

    /** aᵀb. */
    public static double dot(double[] a, float[] b) {
        double sum0 = 0;
        double sum1 = 0;
        int k = 0;
        for (; k <= a.length - 2; k += 2) {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
        }
        return k < a.length ? sum0 + sum1 + a[k] * b[k] : sum0 + sum1;
    }

    /** target ← target + factor·source. */
    public static void addScaled(double[] target, double factor, float[] source) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * source[k];
        }
    }

    /** target ← target + factorA·a + factorB·b. */
    public static void addScaled(float[] target, float factorA, float[] a, float factorB, float[] b) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factorA * a[k] + factorB * b[k];
        }
    }

    /** a ← keep·a + stepA·source and b ← keep·b + stepB·source. */
    public static void decayAndAdd(float[] a, float[] b, float keep, float stepA, float stepB, float[] source) {
        for (int k = 0; k < source.length; k++) {
            a[k] = keep * a[k] + stepA * source[k];
            b[k] = keep * b[k] + stepB * source[k];
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
