package io.github.factorscope.model;

/**
 * left · θ = right.
 *
 * @param left symmetric, with what the regularization adds to the diagonal
 */
public record NormalEquations(double[][] left, double[] right) {}
