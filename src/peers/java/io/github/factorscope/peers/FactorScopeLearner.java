package io.github.factorscope.peers;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;

/** A model of ours, trained as a session trains it. */
final class FactorScopeLearner implements Learner {
    private final Trainer trainer;
    private final RatingMatrix test;

    FactorScopeLearner(String model, Settings settings, Split split, long seed) {
        trainer = ModelCatalogue.find(model).newTrainer(split.trainingData(), settings, seed);
        test = split.test();
    }

    @Override
    public void runEpoch() {
        trainer.runEpoch(() -> false);
    }

    @Override
    public double testRmse() {
        return Evaluator.accuracy(trainer.snapshot(), test).rmse();
    }
}
