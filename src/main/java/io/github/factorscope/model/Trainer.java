package io.github.factorscope.model;

import io.github.factorscope.text.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A model while it learns. Used by one thread at a time. */
public interface Trainer {
    /** How many epochs the settings ask for; 1 where a model is worked out in one go. */
    int plannedEpochs();

    /**
     * Learns from every training rating once.
     *
     * @param stopRequested asked often, at least every few milliseconds; where it says yes, the epoch ends early. It may
     *     block while training is paused.
     */
    void runEpoch(BooleanSupplier stopRequested);

    /**
     * Goes on where a trainer of the same data, settings and seed was after so many whole epochs: what follows is bit for
     * bit what would have followed there.
     *
     * @param learned the parameters of that trainer's {@link #snapshot}
     * @param epochs that it had run; this one has run none
     * @throws IllegalArgumentException where the parameters do not fit, or where a model is worked out in one go, so that
     *     there is nothing to go on with
     */
    default void resume(Parameters learned, int epochs) {
        throw new IllegalArgumentException(Texts.of(Trainer.class).get("nothing-to-continue"));
    }

    /**
     * Steps of this trainer one at a time. It may take as long as the first moments of an epoch, in which neighbours are
     * found.
     *
     * @return empty where a model is worked out in one go, so that there are no steps
     */
    default Optional<SingleSteps> singleSteps() {
        return Optional.empty();
    }

    /** The penalty of the objective at the present parameters, in stars²; 0 where nothing is penalised. */
    double penalty();

    /** The model as it is now; it does not change when training goes on. */
    FittedModel snapshot();
}
