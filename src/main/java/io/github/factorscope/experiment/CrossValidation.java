package io.github.factorscope.experiment;

import io.github.factorscope.evaluation.Accuracy;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The test errors of one model on all folds.
 *
 * @param folds in their order, two or more
 */
public record CrossValidation(List<Accuracy> folds) {
    public CrossValidation {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("cross-validation has at least 2 folds, was " + folds.size());
        }
    }

    /** Over the folds, each of equal weight, in stars. */
    public Spread rmse() {
        return spread(Accuracy::rmse);
    }

    /** Over the folds, each of equal weight, in stars. */
    public Spread mae() {
        return spread(Accuracy::mae);
    }

    private Spread spread(ToDoubleFunction<Accuracy> measure) {
        return Spread.of(folds.stream().mapToDouble(measure).toArray());
    }
}
