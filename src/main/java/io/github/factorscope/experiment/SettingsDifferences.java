package io.github.factorscope.experiment;

import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings in which an experiment differs from its family's defaults, or from other experiments of its family.
 *
 * @param settings of the experiment
 * @param values those that differ by name, in the order of the hyperparameters
 */
public record SettingsDifferences(Settings settings, Map<String, String> values) {
    private static final Texts TEXTS = Texts.of(SettingsDifferences.class);

    /** @param others with or without the experiment itself; those of other families do not matter */
    public static SettingsDifferences of(Experiment experiment, Collection<Experiment> others) {
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (Experiment other : others) {
            if (other.family() == experiment.family()) {
                add(seen, other.settings().toMap());
            }
        }
        add(seen, experiment.family().defaults().toMap());
        add(seen, experiment.settings().toMap());
        Map<String, String> values = new LinkedHashMap<>();
        experiment.settings().toMap().forEach((name, value) -> {
            if (seen.get(name).size() > 1) {
                values.put(name, value.toString());
            }
        });
        return new SettingsDifferences(experiment.settings(), values);
    }

    private static void add(Map<String, Set<String>> seen, Map<String, Object> settings) {
        settings.forEach((name, value) ->
                seen.computeIfAbsent(name, unused -> new TreeSet<>()).add(value.toString()));
    }

    /** Such as "factors 20, learningRate 0.01", or "default". */
    public String words() {
        return values.isEmpty() ? TEXTS.get("default") : inFiles();
    }

    /** The same with the labels of the settings, such as "Factors 20, Learning rate 0.01". */
    public String onScreen() {
        return values.isEmpty()
                ? TEXTS.get("default")
                : settings.hyperparameters().stream()
                        .filter(hyperparameter -> values.containsKey(hyperparameter.name()))
                        .map(settings::words)
                        .collect(Collectors.joining(", "));
    }

    /** The same in English, whatever the window speaks. */
    public String inFiles() {
        return values.isEmpty()
                ? "default"
                : String.join(
                        ", ",
                        values.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList());
    }
}
