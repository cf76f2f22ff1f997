package io.github.factorscope.evaluation;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.FittedModel;
import java.util.Optional;

/**
 * How far a model is from each part of a split.
 *
 * @param train over the training ratings
 * @param validation over the validation ratings, where there are some
 * @param test over the test ratings, where there are some
 */
public record Accuracies(Accuracy train, Optional<Accuracy> validation, Optional<Accuracy> test) {

    public static Accuracies of(FittedModel model, Split split) {
        return new Accuracies(
                Evaluator.accuracy(model, split.training()),
                where(model, split.validation()),
                where(model, split.test()));
    }

    private static Optional<Accuracy> where(FittedModel model, RatingMatrix given) {
        return given.size() == 0 ? Optional.empty() : Optional.of(Evaluator.accuracy(model, given));
    }
}
