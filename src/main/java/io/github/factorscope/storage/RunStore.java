package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Fingerprint;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Run folders: {@code run.json} (settings, fingerprints, versions, history, accuracies), {@code ratings.fsr} and {@code
 * model.fsm}. A folder is whole or not there.
 */
public final class RunStore {
    private static final int VERSION = 1;
    private static final String RUN = "run.json";
    private static final String RATINGS = "ratings.fsr";
    private static final String MODEL = "model.fsm";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunStore() {}

    /** @throws IOException where there is something at the folder's place already, with a sentence for the user */
    public static void save(Run run, Path folder) throws IOException {
        AtomicFiles.writeFolder(folder, target -> {
            JSON.writeValue(target.resolve(RUN).toFile(), toJson(run));
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
        ObjectNode node = JSON.createObjectNode().put("format", VERSION);
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
        SplitPlan plan = experiment.split().plan();
        node.putObject("split")
                .put("testShare", plan.testShare())
                .put("validationShare", plan.validationShare())
                .put("seed", plan.seed())
                .put("givenTest", dataset.hasGivenTest())
                .put("fingerprint", experiment.split().fingerprint());
        node.putObject("versions")
                .put("factorScope", run.versions().factorScope())
                .put("java", run.versions().java())
                .put("system", run.versions().system());
        return node;
    }

    /**
     * Opens a run that was saved.
     *
     * @throws RunFormatException where it is damaged or newer, with a sentence for the user
     */
    public static Run open(Path folder) throws IOException {
        Path file = folder.resolve(RUN);
        if (!Files.isRegularFile(file)) {
            throw new RunFormatException(
                    folder + " is not a run folder: it has no " + RUN + ". Make one with train --out.");
        }
        JsonNode node;
        try {
            node = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new RunFormatException(file + " is damaged in line " + line(e) + ". Train the model again.", e);
        }
        if (!node.path("format").isInt()) {
            throw new RunFormatException(file + " is not the record of a run. Train the model again.");
        }
        try {
            return open(folder, node);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RunFormatException(
                    "The run in " + folder + " cannot be used: " + firstLine(e) + " Train the model again.", e);
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.endsWith(".") ? message : message + ".";
    }

    private static Run open(Path folder, JsonNode node) throws IOException {
        int format = node.path("format").asInt();
        if (format != VERSION) {
            throw new RunFormatException(folder + " has run format " + format + ", this FactorScope reads format "
                    + VERSION + ". Use a newer FactorScope.");
        }
        JsonNode splitNode = node.path("split");
        SplitPlan plan = new SplitPlan(
                splitNode.path("testShare").asDouble(),
                splitNode.path("validationShare").asDouble(),
                splitNode.path("seed").asLong());
        RatingsFile.Content content = RatingsFile.read(folder.resolve(RATINGS), plan);
        if (!content.split().fingerprint().equals(splitNode.path("fingerprint").asText())) {
            throw new RunFormatException(folder.resolve(RATINGS) + " belongs to another run. Train the model again.");
        }
        ModelFamily family = ModelCatalogue.find(node.path("model").asText());
        Settings settings = settings(family, node.path("settings"));
        FittedModel model =
                family.restore(content.split().trainingData(), settings, ParametersFile.read(folder.resolve(MODEL)));
        Experiment experiment = new Experiment(
                content.dataset(),
                content.split(),
                family,
                settings,
                node.path("seed").asLong(),
                node.path("patience").asInt());
        return new Run(
                experiment,
                outcome(model, node),
                Instant.parse(node.path("finished").asText()),
                new Versions(
                        node.path("versions").path("factorScope").asText(),
                        node.path("versions").path("java").asText(),
                        node.path("versions").path("system").asText()));
    }

    private static Settings settings(ModelFamily family, JsonNode node) {
        Settings settings = family.defaults();
        for (var entry : node.properties()) {
            settings = settings.with(entry.getKey(), entry.getValue().asText());
        }
        return settings;
    }

    private static Optional<Accuracy> accuracy(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Accuracy(
                        node.path("ratings").asInt(),
                        node.path("rmse").asDouble(),
                        node.path("mae").asDouble(),
                        node.path("squaredError").asDouble()));
    }

    private static TrainingOutcome outcome(FittedModel model, JsonNode node) {
        List<EpochReport> history = new ArrayList<>();
        for (JsonNode epoch : node.path("history")) {
            history.add(new EpochReport(
                    epoch.path("epoch").asInt(),
                    epoch.path("objective").asDouble(),
                    epoch.path("trainRmse").asDouble(),
                    optional(epoch.path("validationRmse")),
                    optional(epoch.path("testRmse")),
                    epoch.path("epochSeconds").asDouble(),
                    epoch.path("seconds").asDouble()));
        }
        JsonNode divergence = node.path("divergence");
        return new TrainingOutcome(
                model,
                new Accuracies(
                        accuracy(node.path("train"))
                                .orElseThrow(() -> new IllegalArgumentException("it has no train.")),
                        accuracy(node.path("validation")),
                        accuracy(node.path("test"))),
                node.path("modelEpoch").asInt(),
                history,
                StopReason.ofId(node.path("stopReason").asText()),
                divergence.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Divergence(
                                divergence.path("epoch").asInt(),
                                optional(divergence.path("learningRate")),
                                optional(divergence.path("workingLearningRate")))));
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }
}
