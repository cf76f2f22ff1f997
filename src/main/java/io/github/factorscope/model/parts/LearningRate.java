package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.List;

/** γ·d^t: the step size of each epoch. */
public final class LearningRate {
    private static final Texts TEXTS = Texts.of(LearningRate.class);

    private static final double LEAST = 1e-6;

    /** γ. */
    public static final Hyperparameter<Double> LEARNING_RATE =
            Hyperparameter.real(TEXTS, "learning-rate", "learningRate", "γ", LEAST, 10, 0.01);

    /** d. */
    public static final Hyperparameter<Double> DECAY =
            Hyperparameter.real(TEXTS, "learning-rate-decay", "learningRateDecay", "d", 0.1, 1, 0.97);

    private final Hyperparameter<Double> first;
    private final double decay;
    private double current;
    private int epochs; // done

    public LearningRate(Settings settings) {
        this(settings, LEARNING_RATE);
    }

    /** @param first step size of the first epoch */
    LearningRate(Settings settings, Hyperparameter<Double> first) {
        this.first = first;
        current = settings.get(first);
        decay = settings.get(DECAY);
    }

    /** γ of the coming epoch. */
    public double current() {
        return current;
    }

    public void epochDone() {
        current *= decay;
        epochs++;
    }

    /** As after so many epochs, to the last bit. */
    public void skip(int epochs) {
        for (int k = 0; k < epochs; k++) {
            epochDone();
        }
    }

    /** As with other settings after as many epochs. */
    public LearningRate with(Settings settings) {
        LearningRate other = new LearningRate(settings, first);
        other.skip(epochs);
        return other;
    }

    /** Settings by which every epoch is as the next one would be after so many, with the step size as it then is. */
    public static Settings steady(Settings settings, int epochs) {
        if (!settings.has(DECAY)) {
            return settings;
        }
        Settings steady = settings.with(DECAY, 1.0);
        for (Hyperparameter<Double> rate : List.of(LEARNING_RATE, WeightHyperparameters.LEARNING_RATE)) {
            if (settings.has(rate)) {
                LearningRate then = new LearningRate(settings, rate);
                then.skip(epochs);
                steady = steady.with(rate, Math.max(LEAST, then.current()));
            }
        }
        return steady;
    }
}
