package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Settings;

/** γ·d^t: the step size of each epoch. */
public final class LearningRate {
    /** γ. */
    public static final Hyperparameter<Double> LEARNING_RATE = Hyperparameter.real(
            "learningRate", "Learning rate", "γ", 1e-6, 10, 0.01, "How far each rating moves the parameters.");

    /** d. */
    public static final Hyperparameter<Double> DECAY = Hyperparameter.real(
            "learningRateDecay", "Decay", "d", 0.1, 1, 0.97, "Factor on the learning rate after each epoch.");

    private final double decay;
    private double current;

    public LearningRate(Settings settings) {
        this(settings, LEARNING_RATE);
    }

    /** @param first step size of the first epoch */
    LearningRate(Settings settings, Hyperparameter<Double> first) {
        current = settings.get(first);
        decay = settings.get(DECAY);
    }

    /** γ of the coming epoch. */
    public double current() {
        return current;
    }

    public void epochDone() {
        current *= decay;
    }

    /** As after so many epochs, to the last bit. */
    public void skip(int epochs) {
        for (int k = 0; k < epochs; k++) {
            epochDone();
        }
    }
}
