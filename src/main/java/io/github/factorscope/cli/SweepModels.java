package io.github.factorscope.cli;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.SearchSpace;
import io.github.factorscope.experiment.sweep.Strategy;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.PresetStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which models a sweep trains, and which of their settings it tries. */
final class SweepModels {
    private static final int USUAL_TRIALS = 20;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "ID",
            description = "One of those that models lists; may be repeated.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Settings with a name, which every model has (default: default).")
    private String preset;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Override one setting; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "NAME=VALUES",
            description = {
                "Values of one setting: a list 10,20,50 or a range 20..200:5 (five at even steps), 0.001..0.1:5log (each so"
                        + " many times the one before) or, for random draws, 20..200 and 0.001..0.1:log (any between).",
                "Repeated, all combinations are tried."
            })
    private List<String> variations = new ArrayList<>();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "grid",
            description = {
                "grid: every combination (default).",
                "random: --trials of them at random.",
                "halving: all begin with few epochs, the best go on with more."
            })
    private String strategy;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Combinations of each model that random (default 20) and halving (default: all) draw.")
    private Integer trials;

    @Option(
            names = "--keep-one-in",
            paramLabel = "N",
            description = "Of each step of halving: 3 for the best third (default), 2 for the best half.")
    private Integer keepOneIn;

    /** @param warnings hears of presets that cannot be read */
    SearchSpace space(Consumer<String> warnings) {
        PresetStore presets = PresetStore.ofUser(warnings);
        List<Candidate> bases = new ArrayList<>();
        for (String id : models) {
            ModelFamily family = ModelCatalogue.find(id);
            Candidate base = new Candidate(family, presets.settings(family, preset));
            for (Map.Entry<String, String> override : overrides.entrySet()) {
                base = base.with(override.getKey(), override.getValue());
            }
            bases.add(base);
        }
        return new SearchSpace(bases, variations.stream().map(Variation::parse).toList());
    }

    Strategy strategy() {
        if (keepOneIn != null && !strategy.equals("halving")) {
            throw new InvalidSettingException("--keep-one-in goes with --strategy halving only.");
        }
        if (trials != null && strategy.equals("grid")) {
            throw new InvalidSettingException(
                    "A grid has as many trials as combinations: --trials goes with --strategy" + " random or halving.");
        }
        return switch (strategy) {
            case "grid" -> new Strategy.Grid();
            case "random" -> new Strategy.RandomDraws(trials == null ? USUAL_TRIALS : trials);
            case "halving" ->
                new Strategy.Halving(
                        trials == null ? OptionalInt.empty() : OptionalInt.of(trials),
                        keepOneIn == null ? 3 : keepOneIn);
            default ->
                throw new InvalidSettingException(
                        "There is no strategy " + strategy + ". Choose one of grid, random, halving.");
        };
    }
}
