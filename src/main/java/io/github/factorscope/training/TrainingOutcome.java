package io.github.factorscope.training;

import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.model.FittedModel;
import java.util.List;
import java.util.Optional;

/**
 * What training led to. There is always a model: of the best epoch by validation error, without validation of the last
 * one; before the first epoch is whole, as far as it got.
 *
 * @param accuracies of this model
 * @param modelEpoch the epoch whose model it is; 0 where none was completed
 * @param history every completed epoch
 * @param divergence present exactly where training diverged
 * @param rescuedFrom divergences of earlier attempts, each of which this one followed with the step size that was advised
 */
public record TrainingOutcome(
        FittedModel model,
        Accuracies accuracies,
        int modelEpoch,
        List<EpochReport> history,
        StopReason stopReason,
        Optional<Divergence> divergence,
        List<Divergence> rescuedFrom) {
    public TrainingOutcome {
        history = List.copyOf(history);
        rescuedFrom = List.copyOf(rescuedFrom);
    }

    /** Of a first attempt. */
    public TrainingOutcome(
            FittedModel model,
            Accuracies accuracies,
            int modelEpoch,
            List<EpochReport> history,
            StopReason stopReason,
            Optional<Divergence> divergence) {
        this(model, accuracies, modelEpoch, history, stopReason, divergence, List.of());
    }

    /** The same, as the end of these attempts. */
    public TrainingOutcome after(List<Divergence> attempts) {
        return new TrainingOutcome(model, accuracies, modelEpoch, history, stopReason, divergence, attempts);
    }

    /** Spent on learning, pauses and evaluation left out. */
    public double seconds() {
        return history.isEmpty() ? 0 : history.get(history.size() - 1).seconds();
    }

    /** Median over the epochs; 0 where none was completed. */
    public double secondsPerEpoch() {
        double[] sorted =
                history.stream().mapToDouble(EpochReport::epochSeconds).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
