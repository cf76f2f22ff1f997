package io.github.factorscope.training;

import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.model.Parameters;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a training stands after a whole epoch: with data, settings and seed, all that it takes to go on. There is no state of
 * random numbers in it, because what has been drawn follows from the seed and the number of epochs.
 *
 * @param plannedEpochs that the settings ask for
 * @param history every completed epoch, at least one
 * @param last what the model had learned after the last of them; worked out when it is asked
 * @param bestEpoch by validation error, without validation the last one; 0 where none was better than nothing
 * @param best what the model had learned after that; not asked where it is the last epoch, or 0
 * @param bestAccuracies of the best epoch's model
 */
public record TrainingState(
        int plannedEpochs,
        List<EpochReport> history,
        Supplier<Parameters> last,
        int bestEpoch,
        Supplier<Parameters> best,
        Accuracies bestAccuracies) {
    public TrainingState {
        history = List.copyOf(history);
        if (history.isEmpty() || history.size() > plannedEpochs) {
            throw new IllegalArgumentException(
                    "it has " + history.size() + " epochs of " + plannedEpochs + ", which is nothing to go on with");
        }
        for (int k = 0; k < history.size(); k++) {
            if (history.get(k).epoch() != k + 1) {
                throw new IllegalArgumentException("its epoch " + (k + 1) + " is missing");
            }
        }
        if (bestEpoch < 0 || bestEpoch > history.size()) {
            throw new IllegalArgumentException("its best epoch is " + bestEpoch + " of " + history.size());
        }
    }

    /** How many epochs are completed. */
    public int epoch() {
        return history.size();
    }

    /** Whether the best epoch has parameters of its own. */
    public boolean hasOwnBest() {
        return bestEpoch > 0 && bestEpoch < epoch();
    }

    /** The lowest validation error so far, in stars; infinite before the first. */
    double bestValidation() {
        return bestEpoch == 0
                ? Double.POSITIVE_INFINITY
                : history.get(bestEpoch - 1).validationRmse().orElse(Double.NEGATIVE_INFINITY);
    }
}
