package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * What a sweep can try: one or several models, each with settings to start from, and what is varied in all of them.
 *
 * @param bases one a model
 * @param variations one a hyperparameter, which every model has
 */
public record SearchSpace(List<Candidate> bases, List<Variation> variations) {
    private static final Texts TEXTS = Texts.of(SearchSpace.class);
    private static final int MOST_REPETITIONS = 10_000; // draws in a row that bring nothing new: there is nothing new

    public SearchSpace {
        bases = List.copyOf(bases);
        variations = List.copyOf(variations);
        requireDistinct("model", bases, base -> base.family().id());
        requireDistinct("setting", variations, Variation::name);
        for (Candidate base : bases) {
            for (Variation variation : variations) {
                base.hyperparameter(variation.name()); // refuses what the model does not have
            }
        }
    }

    /** @param what begins the names of the texts that refuse */
    private static <T> void requireDistinct(String what, List<T> all, Function<T, String> name) {
        if (all.isEmpty()) {
            throw new InvalidSettingException(TEXTS.get(what + "-missing"));
        }
        Set<String> names = new HashSet<>();
        for (T each : all) {
            if (!names.add(name.apply(each))) {
                throw new InvalidSettingException(TEXTS.get(what + "-twice", name.apply(each)));
            }
        }
    }

    /**
     * How many combinations there are, all models together.
     *
     * @throws InvalidSettingException where a value is not in its domain, or there is no end of them
     */
    public double gridSize() {
        double size = 0;
        for (Candidate base : bases) {
            double combinations = 1;
            for (Variation variation : variations) {
                combinations *= variation
                        .values()
                        .all(base.hyperparameter(variation.name()))
                        .size();
            }
            size += combinations;
        }
        return size;
    }

    /**
     * All combinations, one model after the other, the last variation changing fastest.
     *
     * @throws InvalidSettingException where a value is not in its domain, there is no end of them, or one has no effect
     */
    public List<Candidate> grid() {
        List<Candidate> all = new ArrayList<>();
        for (Candidate base : bases) {
            all.addAll(grid(base));
        }
        return all;
    }

    private List<Candidate> grid(Candidate base) {
        List<Candidate> grid = List.of(base);
        for (Variation variation : variations) {
            List<String> values = variation.values().all(base.hyperparameter(variation.name()));
            grid = grid.stream()
                    .flatMap(candidate -> values.stream().map(value -> candidate.with(variation.name(), value)))
                    .toList();
        }
        requireEffect(base, grid);
        return grid;
    }

    /**
     * Different combinations at random, the same for the same seed; fewer where there are no more.
     *
     * @param each of how many for each model
     * @throws InvalidSettingException where a value is not in its domain, or one has no effect
     */
    public List<Candidate> draw(int each, long seed) {
        List<Candidate> all = new ArrayList<>();
        for (Candidate base : bases) {
            SplittableRandom random = Randoms.stream(seed, "settings of a sweep"); // for all models the same values
            Set<Candidate> drawn = new LinkedHashSet<>();
            for (int repeated = 0; drawn.size() < each && repeated < MOST_REPETITIONS; ) {
                Candidate candidate = base;
                for (Variation variation : variations) {
                    Hyperparameter<?> hyperparameter = base.hyperparameter(variation.name());
                    candidate =
                            candidate.with(variation.name(), variation.values().draw(hyperparameter, random));
                }
                repeated = drawn.add(candidate) ? 0 : repeated + 1;
            }
            requireEffect(base, List.copyOf(drawn));
            all.addAll(drawn);
        }
        return all;
    }

    private void requireEffect(Candidate base, List<Candidate> candidates) {
        for (Variation variation : variations) {
            Hyperparameter<?> hyperparameter = base.hyperparameter(variation.name());
            if (candidates.stream().noneMatch(candidate -> hyperparameter.applies(candidate.settings()))) {
                String other = hyperparameter
                        .condition()
                        .map(condition -> condition.other().name())
                        .orElseThrow();
                throw new InvalidSettingException(
                        TEXTS.get("no-effect", variation.name(), base.family().id(), other, base.value(other)));
            }
        }
    }
}
