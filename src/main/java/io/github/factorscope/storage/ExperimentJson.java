package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Fingerprint;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Path;

/** What decides a run, as JSON: the same in the records of runs and of checkpoints, beside which the ratings lie. */
final class ExperimentJson {
    private static final Texts TEXTS = Texts.of(ExperimentJson.class);

    /** The ratings beside the record. */
    static final String RATINGS = "ratings.fsr";

    private ExperimentJson() {}

    /** {@code data}, {@code split} and their fingerprints. */
    static void writeData(Experiment experiment, ObjectNode node) {
        Dataset dataset = experiment.dataset();
        node.putObject("data")
                .put("name", dataset.name())
                .put("source", dataset.source())
                .put("users", dataset.users().size())
                .put("items", dataset.items().size())
                .put("ratings", dataset.ratings().size())
                .put(
                        "fingerprint",
                        Fingerprint.of(
                                dataset.matrix(dataset.ratings()),
                                dataset.users(),
                                dataset.items().ids()));
        node.set(
                "split",
                SplitJson.write(experiment.split().plan())
                        .put("givenTest", dataset.hasGivenTest())
                        .put("fingerprint", experiment.split().fingerprint()));
    }

    static void writeRatings(Experiment experiment, Path folder) throws IOException {
        RatingsFile.write(folder.resolve(RATINGS), experiment.dataset(), experiment.split());
    }

    /**
     * The experiment of a record.
     *
     * @param folder in which the ratings lie
     * @throws IllegalArgumentException where something cannot be meant
     */
    static Experiment read(JsonNode node, Path folder, RunStore.RatingsSource ratings) throws IOException {
        JsonNode splitNode = node.path("split");
        Path file = folder.resolve(RATINGS);
        RatingsFile.Content content = ratings.read(file, SplitJson.read(splitNode));
        if (!content.split().fingerprint().equals(splitNode.path("fingerprint").asText())) {
            throw new RunFormatException(TEXTS.get("of-another-run", file));
        }
        ModelFamily family = ModelCatalogue.find(node.path("model").asText());
        return new Experiment(
                content.dataset(),
                content.split(),
                family,
                settings(family, node),
                node.path("seed").asLong(),
                node.path("patience").asInt());
    }

    private static Settings settings(ModelFamily family, JsonNode node) {
        Settings settings = family.defaults();
        for (var entry : node.path("settings").properties()) {
            settings = settings.with(entry.getKey(), entry.getValue().asText());
        }
        return settings;
    }
}
