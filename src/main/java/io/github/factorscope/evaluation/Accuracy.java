package io.github.factorscope.evaluation;

/**
 * How far predictions are from given ratings.
 *
 * @param ratings how many were predicted
 * @param rmse root of the mean squared error, in stars; predictions clipped to the scale
 * @param mae mean absolute error, in stars; predictions clipped to the scale
 * @param squaredError summed over the ratings, in stars²; not clipped: the first part of the objective
 */
public record Accuracy(int ratings, double rmse, double mae, double squaredError) {}
