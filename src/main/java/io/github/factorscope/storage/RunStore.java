package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.FittedModel;
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
    static final String MODEL = "model.fsm";
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
            ExperimentJson.writeRatings(run.experiment(), target);
            ParametersFile.write(target.resolve(MODEL), run.model().parameters());
        });
    }

    private static ObjectNode toJson(Run run) {
        ObjectNode node = JSON.createObjectNode().put("format", RunRecord.VERSION);
        node.setAll(RunJson.summary(run));
        node.put("patience", run.experiment().patience());
        node.put("finished", run.finished().toString());
        ExperimentJson.writeData(run.experiment(), node);
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
        return RunRecord.understand("run-unusable", folder, () -> open(folder, node, ratings, lazily));
    }

    private static Run open(Path folder, JsonNode node, RatingsSource ratings, boolean lazily) throws IOException {
        Experiment experiment = ExperimentJson.read(node, folder, ratings);
        Path modelFile = folder.resolve(MODEL);
        FittedModel model;
        if (lazily) {
            ParametersFile.check(modelFile);
            model = new LazyModel(
                    () -> RunRecord.understand("run-unusable", folder, () -> restore(experiment, modelFile)));
        } else {
            model = restore(experiment, modelFile);
        }
        return new Run(
                experiment,
                RunRecord.outcome(model, node),
                RunRecord.finished(node),
                RunRecord.versions(node),
                RunRecord.machine(node));
    }

    private static FittedModel restore(Experiment experiment, Path file) throws IOException {
        return experiment
                .family()
                .restore(experiment.split().trainingData(), experiment.settings(), ParametersFile.read(file));
    }
}
