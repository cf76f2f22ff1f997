package io.github.factorscope.training;

import java.util.OptionalDouble;

/**
 * Where training stands after an epoch.
 *
 * @param epoch counted from 1
 * @param objective squared error over the training ratings plus penalty, in stars²
 * @param trainRmse in stars, clipped to the scale
 * @param validationRmse the same over the validation ratings, where there are some
 * @param testRmse the same over the test ratings, where there are some; it is shown, never acted upon
 * @param epochSeconds spent on learning in this epoch, pauses and evaluation left out
 * @param seconds the same summed over all epochs so far
 */
public record EpochReport(
        int epoch,
        double objective,
        double trainRmse,
        OptionalDouble validationRmse,
        OptionalDouble testRmse,
        double epochSeconds,
        double seconds) {}
