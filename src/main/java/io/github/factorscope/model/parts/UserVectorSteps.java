package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single steps of a {@link UserVectorTrainer}. */
final class UserVectorSteps extends DescentSteps {
    private final UserVectorTrainer trainer;
    private final UserVectorTrainer.State state;

    UserVectorSteps(UserVectorTrainer trainer, UserVectorTrainer.State state, UserSweep.Visitor visitor) {
        super(trainer, state.settings(), state.training(), state.biases(), visitor);
        this.trainer = trainer;
        this.state = state;
    }

    @Override
    protected SingleSteps ofOther(Settings others) {
        return trainer.with(others).steps();
    }

    @Override
    public List<Hyperparameter<Double>> stepSizes() {
        return state.neighbours().isPresent()
                ? List.of(LearningRate.LEARNING_RATE, WeightHyperparameters.LEARNING_RATE)
                : List.of(LearningRate.LEARNING_RATE);
    }

    @Override
    public List<Hyperparameter<Double>> regularizations() {
        List<Hyperparameter<Double>> all = new ArrayList<>();
        all.add(FactorHyperparameters.REGULARIZATION);
        state.sums().forEach(sum -> all.add(UserVectorFamily.regularizationOf(sum.weights())));
        state.neighbours().ifPresent(learner -> all.add(WeightHyperparameters.REGULARIZATION));
        all.add(FactorHyperparameters.BIAS_REGULARIZATION);
        return all;
    }

    @Override
    public double prediction(int user, int item) {
        double prediction = state.biases().of(user, item)
                + Vectors.dot(userVector(user), state.itemFactors().row(item));
        return prediction
                + state.neighbours().map(learner -> sum(learner, user, item)).orElse(0.0);
    }

    private static double sum(NeighbourLearner learner, int user, int item) {
        learner.begin(user);
        double sum = learner.sum(item);
        learner.end();
        return sum;
    }

    /** v_u, as it is before the user's ratings are visited. */
    private float[] userVector(int user) {
        float[] vector = new float[state.itemFactors().factors()];
        state.userFactors().ifPresent(own -> Vectors.sum(vector, vector, own.row(user)));
        for (SumGroup group : state.groups()) {
            group.begin(user, rate());
            Vectors.sum(vector, vector, group.vector());
        }
        return vector;
    }

    @Override
    protected double rate() {
        return state.learningRate().current();
    }

    @Override
    protected double biasRegularization() {
        return state.settings().get(FactorHyperparameters.BIAS_REGULARIZATION);
    }

    @Override
    protected void addPlaces(int user, int item, List<StepPlace> places) {
        double regularization = state.settings().get(FactorHyperparameters.REGULARIZATION);
        float[] q = state.itemFactors().row(item);
        Optional<FactorMatrix> own = state.userFactors();
        own.ifPresent(p -> places.add(StepPlace.ofRow(
                Symbol.USER_FACTORS, user, p.row(user), new Descent(rate(), regularization, q.clone()))));
        places.add(
                StepPlace.ofRow(Symbol.ITEM_FACTORS, item, q, new Descent(rate(), regularization, userVector(user))));
        state.sums().forEach(sum -> sum.addPlaces(user, rate(), q, places));
        state.neighbours().ifPresent(learner -> {
            sum(learner, user, item);
            learner.addPlaces(item, places);
        });
    }
}
