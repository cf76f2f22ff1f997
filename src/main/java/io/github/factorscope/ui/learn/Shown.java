package io.github.factorscope.ui.learn;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.NormalEquations;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to see after every action. Immutable.
 *
 * @param rating r_ui, in stars; NaN where there is none to learn from
 * @param kinds what a step can be of; none where the model is worked out in one go
 * @param effects what each step would do; none of a rating where there is none, or where learning ran away
 * @param equations what each step would solve
 * @param parameters that take part in the prediction, where learning is by gradient descent
 * @param predictions of everybody for everything, [users][items]; no rows where there are too many
 * @param movedPredictions which of them the last action has changed
 * @param runaway where steps no longer lower the error
 */
public record Shown(
        Ground ground,
        ModelFamily family,
        Settings settings,
        int user,
        int item,
        double rating,
        Explanation explanation,
        List<StepKind> kinds,
        List<Hyperparameter<Double>> stepSizes,
        List<Hyperparameter<Double>> regularizations,
        Map<StepKind, StepEffect> effects,
        Map<StepKind, NormalEquations> equations,
        List<Moved> parameters,
        double[][] predictions,
        boolean[][] movedPredictions,
        History history,
        Optional<Runaway> runaway) {

    /**
     * What was measured along the way.
     *
     * @param steps taken so far; an epoch has as many as there are ratings
     * @param errors (step, e) of the chosen rating
     * @param accuracies (step, training RMSE in stars)
     */
    public record History(long steps, List<double[]> errors, List<double[]> accuracies) {
        public History {
            errors = List.copyOf(errors);
            accuracies = List.copyOf(accuracies);
        }
    }

    /** r̂_ui, in stars. */
    public double prediction() {
        return explanation.prediction();
    }

    /** e = r_ui − r̂_ui; NaN where there is no rating. */
    public double error() {
        return rating - prediction();
    }

    public boolean isRated() {
        return !Double.isNaN(rating);
    }

    public boolean hasSteps() {
        return !kinds.isEmpty();
    }

    /** Whether steps are taken along the gradient of one rating. */
    public boolean isDescent() {
        return kinds.contains(StepKind.RATING);
    }

    /** Whether a step can be taken now. */
    public boolean canStep() {
        return !effects.isEmpty();
    }
}
