package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.experiment.Machine;
import io.github.factorscope.experiment.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a saved run says of itself, without its ratings and its model.
 *
 * @param family id, such as "svd"; this FactorScope need not know it
 * @param settings by name, as they were written
 * @param dataFingerprint over all ratings and ids
 * @param splitFingerprint runs with different ones are not compared
 * @param plan how the ratings were set apart, in words
 * @param epochs that were completed
 * @param seconds spent on learning
 */
public record RunSummary(
        Path folder,
        RunLabels labels,
        String family,
        Map<String, String> settings,
        long seed,
        String dataName,
        int dataRatings,
        String dataFingerprint,
        String splitFingerprint,
        String plan,
        Accuracies accuracies,
        int epochs,
        double seconds,
        Instant finished,
        Versions versions,
        Machine machine) {
    public RunSummary {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Reads {@code run.json} and the labels only.
     *
     * @throws RunFormatException where it is damaged or newer, with a sentence for the user
     */
    public static RunSummary read(Path folder) throws IOException {
        JsonNode node = RunRecord.read(folder);
        return RunRecord.understand("run-unusable", folder, () -> of(folder, node));
    }

    private static RunSummary of(Path folder, JsonNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.path("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        JsonNode data = node.path("data");
        JsonNode split = node.path("split");
        return new RunSummary(
                folder,
                RunLabels.read(folder),
                node.path("model").asText(),
                settings,
                node.path("seed").asLong(),
                data.path("name").asText(),
                data.path("ratings").asInt(),
                data.path("fingerprint").asText(),
                split.path("fingerprint").asText(),
                SplitJson.read(split).words(),
                RunRecord.accuracies(node),
                node.path("epochs").asInt(),
                node.path("seconds").asDouble(),
                RunRecord.finished(node),
                RunRecord.versions(node),
                RunRecord.machine(node));
    }

    /** The given name or, without one, the model; with the number where it has one. */
    public String name() {
        if (!labels.name().isEmpty()) {
            return labels.name();
        }
        return labels.number() == 0 ? family : labels.number() + " · " + family;
    }
}
