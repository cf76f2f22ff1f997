package io.github.factorscope.model.baseline;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.model.parts.Biases;

/** r̂_ui = μ + b_u + b_i. */
record BaselineModel(Biases biases) implements FittedModel {
    @Override
    public UserPredictor forUser(int user) {
        return item -> biases.of(user, item);
    }

    @Override
    public Explanation explain(int user, int item) {
        return new Explanation(user, item, predict(user, item), biases.terms(user, item));
    }

    @Override
    public Parameters parameters() {
        return biases.store(new Parameters());
    }
}
