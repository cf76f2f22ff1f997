package io.github.factorscope.model.parts;

import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Trainer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Works a model out in one epoch. */
public final class OneGoTrainer implements Trainer {
    private final Function<BooleanSupplier, FittedModel> work;
    private FittedModel model;

    /**
     * A model that is still to be worked out.
     *
     * @param untrained the model before
     * @param work ends early where its argument says so
     */
    public OneGoTrainer(FittedModel untrained, Function<BooleanSupplier, FittedModel> work) {
        this.model = untrained;
        this.work = work;
    }

    @Override
    public int plannedEpochs() {
        return 1;
    }

    @Override
    public void runEpoch(BooleanSupplier stopRequested) {
        model = work.apply(stopRequested);
    }

    @Override
    public double penalty() {
        return 0;
    }

    @Override
    public FittedModel snapshot() {
        return model;
    }
}
