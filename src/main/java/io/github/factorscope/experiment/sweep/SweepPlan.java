package io.github.factorscope.experiment.sweep;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Every training of a sweep, decided before it begins.
 *
 * @param attempts one model after the other, all seeds of a candidate together
 * @param patience epochs without a lower validation error after which a training ends; 0 for never
 * @param reportTest whether test ratings are looked at: for pictures such as the papers' tables, not for choosing
 */
public record SweepPlan(
        SearchSpace space, Strategy strategy, List<Attempt> attempts, int repeats, int patience, boolean reportTest) {
    private static final Texts TEXTS = Texts.of(SweepPlan.class);
    private static final int MOST_REPEATS = 100;

    public SweepPlan {
        attempts = List.copyOf(attempts);
    }

    /**
     * Plans.
     *
     * @param repeats trainings of each candidate, with the seeds {@code seed}, {@code seed + 1}, ...
     * @param seed also of the random draws
     * @throws InvalidSettingException where something cannot be tried, or there is too much of it
     */
    public static SweepPlan of(
            SearchSpace space, Strategy strategy, int repeats, long seed, int patience, boolean reportTest) {
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new InvalidSettingException(
                    TEXTS.get("repeats", String.valueOf(MOST_REPEATS), String.valueOf(repeats)));
        }
        if (patience < 0) {
            throw new InvalidSettingException(TEXTS.get("patience", String.valueOf(patience)));
        }
        boolean variesEpochs = space.variations().stream()
                .anyMatch(variation -> variation.name().equals(FactorHyperparameters.EPOCHS.name()));
        if (strategy instanceof Strategy.Halving && variesEpochs) {
            throw new InvalidSettingException(TEXTS.get("halving-epochs"));
        }
        double size = strategy.size(space) * repeats;
        if (size > Strategy.MOST_TRAININGS) {
            throw new InvalidSettingException(TEXTS.get(
                    "too-many",
                    String.format(Texts.locale(), "%,.0f", size),
                    String.format(Texts.locale(), "%,d", Strategy.MOST_TRAININGS)));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Candidate candidate : strategy.candidates(space, seed)) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                attempts.add(new Attempt(attempts.size() + 1, candidate, seed + repeat));
            }
        }
        return new SweepPlan(space, strategy, attempts, repeats, patience, reportTest);
    }

    /** In the order in which they were asked for. */
    public List<ModelFamily> families() {
        return space.bases().stream().map(Candidate::family).toList();
    }

    /** The values of what is varied, such as "factors=20 regularization=0.05". */
    public String words(Candidate candidate) {
        return String.join(
                " ",
                space.variations().stream()
                        .map(variation -> variation.name() + "=" + candidate.value(variation.name()))
                        .toList());
    }

    /**
     * The steps of successive halving for one model; a single step with all epochs for the other strategies.
     *
     * @throws InvalidSettingException where the model is worked out in one go, so that there is nothing to halve
     */
    List<Rung> rungs(ModelFamily family, DataShape shape) {
        List<Candidate> candidates = attempts.stream()
                .map(Attempt::candidate)
                .filter(candidate -> candidate.family().equals(family))
                .distinct()
                .toList();
        int epochs = candidates.stream()
                .mapToInt(candidate -> cost(candidate, shape).epochs())
                .max()
                .orElseThrow();
        if (!(strategy instanceof Strategy.Halving halving)) {
            return List.of(new Rung(candidates.size(), epochs));
        }
        if (epochs == 1) {
            throw new InvalidSettingException(TEXTS.get("nothing-to-halve", family.id()));
        }
        return Rung.of(candidates.size(), epochs, halving.keepOneIn());
    }

    static Cost cost(Candidate candidate, DataShape shape) {
        return candidate.family().cost(shape, candidate.settings());
    }

    /**
     * About how long it takes on this machine at the most: trainings that stop early make it shorter.
     *
     * @return seconds
     * @throws InvalidSettingException where a model is worked out in one go and cannot be halved
     */
    public double forecastSeconds(Split split, int atOnce) {
        DataShape shape = DataShape.of(split.training());
        double seconds = 0;
        for (ModelFamily family : families()) {
            List<Cost> costs = attempts.stream()
                    .map(Attempt::candidate)
                    .filter(candidate -> candidate.family().equals(family))
                    .map(candidate -> cost(candidate, shape))
                    .toList();
            List<Rung> rungs = rungs(family, shape);
            Rung last = rungs.get(rungs.size() - 1);
            double share = Rung.totalEpochs(rungs) / ((double) rungs.get(0).settings() * last.epochs());
            seconds += share * Forecast.secondsOfAll(costs, split, atOnce);
        }
        return seconds;
    }
}
