package io.github.factorscope.model.neighbourhood;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.NeighbourLists;
import java.util.function.BooleanSupplier;

/** Works out all similarities in one epoch. */
final class CorNgbrTrainer implements Trainer {
    private final RatingMatrix training;
    private final Settings settings;
    private final Biases baseline; // b̃
    private NeighbourLists lists;

    CorNgbrTrainer(RatingMatrix training, Settings settings) {
        this(training, settings, Biases.shrunkMeans(training));
    }

    CorNgbrTrainer(RatingMatrix training, Settings settings, Biases baseline) {
        this.training = training;
        this.settings = settings;
        this.baseline = baseline;
        this.lists = NeighbourLists.none(training.items());
    }

    @Override
    public int plannedEpochs() {
        return 1;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        lists = NeighbourLists.of(training, baseline, settings.get(CorNgbrFamily.SHRINKAGE), stopRequested);
    }

    @Override
    public double penalty() {
        return 0;
    }

    @Override
    public FittedModel snapshot() {
        return new CorNgbrModel(
                training,
                baseline,
                lists,
                settings.get(CorNgbrFamily.NEIGHBOURS),
                settings.get(CorNgbrFamily.SHRINKAGE));
    }
}
