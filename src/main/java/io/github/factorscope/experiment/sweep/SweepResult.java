package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.ModelFamily;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep found.
 *
 * @param trials in the order of the plan
 * @param isComplete whether every planned training ended by itself; otherwise the sweep was stopped
 */
public record SweepResult(SweepPlan plan, List<Trial> trials, boolean isComplete) {
    public SweepResult {
        trials = List.copyOf(trials);
    }

    /** One for each candidate that was tried, in the order of the plan. */
    public List<Score> scores() {
        return Score.of(trials);
    }

    /** The candidate with the lowest error; empty where nothing was trained. */
    public Optional<Score> best() {
        return scores().stream().min(Score.BEST_FIRST);
    }

    /** The candidate of this model with the lowest error; empty where none was trained. */
    public Optional<Score> best(ModelFamily family) {
        return scores().stream()
                .filter(score -> score.candidate().family().equals(family))
                .min(Score.BEST_FIRST);
    }
}
