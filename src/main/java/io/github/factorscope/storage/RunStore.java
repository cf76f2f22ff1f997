package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Fingerprint;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run folders: {@code run.json} (settings, fingerprints, versions, history, accuracies), {@code ratings.fsr} and {@code
 * model.fsm}. A folder is whole or not there.
 */
public final class RunStore {
    private static final String RATINGS = "ratings.fsr";
    private static final String MODEL = "model.fsm";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunStore() {}

    /** @throws IOException where there is something at the folder's place already, with a sentence for the user */
    public static void save(Run run, Path folder) throws IOException {
        save(run, RunLabels.NONE, folder);
    }

    /** The same with labels: they are there as soon as the run is. */
    static void save(Run run, RunLabels labels, Path folder) throws IOException {
        AtomicFiles.writeFolder(folder, target -> {
            if (!labels.equals(RunLabels.NONE)) {
                labels.writeTo(target);
            }
            JSON.writeValue(target.resolve(RunRecord.FILE).toFile(), toJson(run));
            RatingsFile.write(
                    target.resolve(RATINGS),
                    run.experiment().dataset(),
                    run.experiment().split());
            ParametersFile.write(target.resolve(MODEL), run.model().parameters());
        });
    }

    private static ObjectNode toJson(Run run) {
        Experiment experiment = run.experiment();
        Dataset dataset = experiment.dataset();
        ObjectNode node = JSON.createObjectNode().put("format", RunRecord.VERSION);
        node.setAll(RunJson.summary(run));
        node.put("patience", experiment.patience());
        node.put("finished", run.finished().toString());
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
        node.putObject("versions")
                .put("factorScope", run.versions().factorScope())
                .put("java", run.versions().java())
                .put("system", run.versions().system());
        node.putObject("machine")
                .put("processors", run.machine().processors())
                .put("memoryMegabytes", run.machine().memoryMegabytes());
        return node;
    }

    /** Whether there is the record of a run in the folder, whole or damaged. */
    public static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(RunRecord.FILE));
    }

    /** The run folders directly in a folder, by name; none where there is no such folder. */
    public static List<Path> runsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(RunStore::isRun).sorted().toList();
        }
    }

    /**
     * Opens a run that was saved.
     *
     * @throws RunFormatException where it is damaged or newer, with a sentence for the user
     */
    public static Run open(Path folder) throws IOException {
        return open(folder, RatingsFile::read, false);
    }

    /** Where the ratings of a run come from. */
    @FunctionalInterface
    interface RatingsSource {
        RatingsFile.Content read(Path file, SplitPlan plan) throws IOException;
    }

    /**
     * Opens a run, perhaps without its model for now.
     *
     * @param lazily whether the model is read when it is first asked, on the thread that asks; what is wrong with it comes
     *     to light then, as an {@link java.io.UncheckedIOException}
     */
    static Run open(Path folder, RatingsSource ratings, boolean lazily) throws IOException {
        JsonNode node = RunRecord.read(folder);
        return RunRecord.understand(folder, () -> open(folder, node, ratings, lazily));
    }

    private static Run open(Path folder, JsonNode node, RatingsSource ratings, boolean lazily) throws IOException {
        JsonNode splitNode = node.path("split");
        SplitPlan plan = SplitJson.read(splitNode);
        RatingsFile.Content content = ratings.read(folder.resolve(RATINGS), plan);
        if (!content.split().fingerprint().equals(splitNode.path("fingerprint").asText())) {
            throw new RunFormatException(folder.resolve(RATINGS) + " belongs to another run. Train the model again.");
        }
        ModelFamily family = ModelCatalogue.find(node.path("model").asText());
        Settings settings = RunRecord.settings(family, node);
        Path modelFile = folder.resolve(MODEL);
        FittedModel model;
        if (lazily) {
            ParametersFile.check(modelFile);
            model = new LazyModel(
                    () -> RunRecord.understand(folder, () -> restore(content.split(), family, settings, modelFile)));
        } else {
            model = restore(content.split(), family, settings, modelFile);
        }
        Experiment experiment = new Experiment(
                content.dataset(),
                content.split(),
                family,
                settings,
                node.path("seed").asLong(),
                node.path("patience").asInt());
        return new Run(
                experiment,
                RunRecord.outcome(model, node),
                RunRecord.finished(node),
                RunRecord.versions(node),
                RunRecord.machine(node));
    }

    private static FittedModel restore(Split split, ModelFamily family, Settings settings, Path file)
            throws IOException {
        return family.restore(split.trainingData(), settings, ParametersFile.read(file));
    }
}
