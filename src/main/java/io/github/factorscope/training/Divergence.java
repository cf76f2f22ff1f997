package io.github.factorscope.training;

import java.util.OptionalDouble;

/**
 * Training that ran away.
 *
 * @param epoch in which it did
 * @param learningRate that it ran with
 * @param workingLearningRate the largest of its halves with which the objective was seen to fall; empty where none was
 */
public record Divergence(int epoch, OptionalDouble learningRate, OptionalDouble workingLearningRate) {
    /** A sentence for the user. */
    public String message() {
        String what = epoch == 1
                ? "Training diverged in its first epoch, so its model has learned nothing."
                : "Training diverged in epoch " + epoch + "; the model of the best epoch before is kept.";
        if (workingLearningRate.isPresent()) {
            return what + " With a learning rate of " + (float) workingLearningRate.getAsDouble() + " instead of "
                    + (float) learningRate.orElse(0) + " the error was seen to fall: try that.";
        }
        return what + " Try a smaller learning rate or more regularization.";
    }
}
