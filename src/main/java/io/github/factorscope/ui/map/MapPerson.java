package io.github.factorscope.ui.map;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.function.Function;

/**
 * Whose ratings and recommendations the map marks.
 *
 * @param name such as "user 17"
 * @param split fingerprint of the split whose items the ratings speak of
 * @param ratings that a model may know of
 * @param predictor how a model speaks to them
 */
public record MapPerson(
        String name, String split, RatedItems ratings, Function<FittedModel, UserPredictor> predictor) {}
