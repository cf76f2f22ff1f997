package io.github.factorscope.model.baseline;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import java.util.function.BooleanSupplier;

/** Shrunk means of items, then of users. */
final class MeansTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private Biases biases;

    MeansTrainer(RatingMatrix training, Settings settings) {
        this.training = training;
        this.settings = settings;
        this.biases = Biases.zero(training);
    }

    @Override
    public int plannedEpochs() {
        return 1;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        biases = Biases.shrunkMeans(
                training, settings.get(BaselineFamily.ITEM_SHRINKAGE), settings.get(BaselineFamily.USER_SHRINKAGE));
    }

    @Override
    public double penalty() {
        return 0;
    }

    @Override
    public FittedModel snapshot() {
        return new BaselineModel(training, biases, settings.get(BaselineFamily.USER_SHRINKAGE));
    }
}
