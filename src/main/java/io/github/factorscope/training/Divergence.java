package io.github.factorscope.training;

import io.github.factorscope.text.Texts;
import java.util.OptionalDouble;

/**
 * Training that ran away.
 *
 * @param epoch in which it did
 * @param learningRate that it ran with
 * @param workingLearningRate the largest of its halves with which the objective was seen to fall; empty where none was
 */
public record Divergence(int epoch, OptionalDouble learningRate, OptionalDouble workingLearningRate) {
    private static final Texts TEXTS = Texts.of(Divergence.class);

    /** A sentence for the user. */
    public String message() {
        String what = epoch == 1 ? TEXTS.get("diverged-at-once") : TEXTS.get("diverged-later", String.valueOf(epoch));
        String advice = workingLearningRate.isPresent()
                ? TEXTS.get(
                        "try-rate", String.valueOf((float) workingLearningRate.getAsDouble()), String.valueOf((float)
                                learningRate.orElse(0)))
                : TEXTS.get("try-smaller-rate");
        return what + " " + advice;
    }
}
