package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.FactorHyperparameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One candidate with its trainings, which differ by their seeds only.
 *
 * @param trials at least one
 */
public record Score(Candidate candidate, List<Trial> trials) {
    /** Lowest error first; equal ones in the order of the plan. */
    public static final Comparator<Score> BEST_FIRST = Comparator.comparingDouble(Score::error);

    public Score {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("a score needs at least one trial");
        }
    }

    /** One for each candidate, in the order of the trials. */
    public static List<Score> of(List<Trial> trials) {
        Map<Candidate, List<Trial>> byCandidate = new LinkedHashMap<>();
        for (Trial trial : trials) {
            byCandidate
                    .computeIfAbsent(trial.candidate(), unused -> new ArrayList<>())
                    .add(trial);
        }
        List<Score> scores = new ArrayList<>();
        byCandidate.forEach((candidate, its) -> scores.add(new Score(candidate, its)));
        return scores;
    }

    /** Mean of what it is judged by, in stars. */
    public double error() {
        return mean(Trial::error);
    }

    /** Standard deviation of the error over the seeds, in stars; empty where there is one only. */
    public OptionalDouble spread() {
        if (trials.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = error();
        double squares = 0;
        for (Trial trial : trials) {
            squares += (trial.error() - mean) * (trial.error() - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (trials.size() - 1)));
    }

    /** Mean over the trials. */
    public double mean(ToDoubleFunction<Trial> value) {
        return trials.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Mean test error in stars, where the sweep was asked for it. */
    public OptionalDouble testRmse() {
        return trials.stream().allMatch(trial -> trial.testRmse().isPresent())
                ? OptionalDouble.of(mean(trial -> trial.testRmse().orElseThrow()))
                : OptionalDouble.empty();
    }

    /** Whether all its trainings had as many epochs as they could use. */
    public boolean isWhole() {
        return trials.stream().allMatch(trial -> trial.end().isWhole());
    }

    /** What to keep: the settings with as many epochs as the best model had, where the model has epochs. */
    public Settings settingsToKeep() {
        int epochs = (int) Math.round(mean(Trial::epoch));
        Settings settings = candidate.settings();
        boolean counted = settings.has(FactorHyperparameters.EPOCHS) && epochs > 0;
        boolean inOneGo = settings.hyperparameters().stream()
                .filter(hyperparameter -> hyperparameter.name().equals(FactorHyperparameters.EPOCHS.name()))
                .noneMatch(hyperparameter -> hyperparameter.applies(settings));
        return counted && !inOneGo
                ? settings.with(FactorHyperparameters.EPOCHS.name(), String.valueOf(epochs))
                : settings;
    }
}
