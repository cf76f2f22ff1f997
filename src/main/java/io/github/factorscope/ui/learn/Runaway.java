package io.github.factorscope.ui.learn;

import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.StepEffect;
import java.util.List;

/**
 * Steps that are too long for the error to fall.
 *
 * @param rate γ
 * @param slope Σ (∂r̂/∂θ)² over all that a step moves: ‖p_u‖² + ‖q_i‖² + 2 for SVD
 * @param measured by what a step multiplied the error
 */
public record Runaway(double rate, double slope, double measured) {
    /**
     * A step size at which the error grows wherever learning stands: the slopes of the two biases are 1, so that beyond a step
     * size of 1 they alone overshoot by more than the error was. Longer slopes make it worse, and shrinking factors no better.
     */
    static final double PLANTED = 1.3;

    static Runaway of(StepEffect effect, double rating) {
        return new Runaway(
                rate(effect.before()),
                slope(effect.before()),
                (rating - effect.predictionAfter()) / (rating - effect.predictionBefore()));
    }

    private static double rate(List<Moved> moved) {
        return ((Descent) moved.get(0).rule()).rate();
    }

    private static double slope(List<Moved> moved) {
        double sum = 0;
        for (Moved each : moved) {
            for (float input : ((Descent) each.rule()).input()) {
                sum += (double) input * input;
            }
        }
        return sum;
    }

    /** Shorter steps lower the error. */
    double largestRate() {
        return 2 / slope;
    }

    /** By what a step multiplies the error where all it moves are added: 1 − γ · slope. */
    double factor() {
        return 1 - rate * slope;
    }
}
