package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Machine;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.text.Texts;
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

/** Reads {@code run.json}, the record of a run. */
final class RunRecord {
    private static final Texts TEXTS = Texts.of(RunRecord.class);

    static final String FILE = "run.json";
    static final int VERSION = 1;

    private static final int MEMORY_A_BYTE = 32; // that a byte of JSON becomes, at most
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunRecord() {}

    /** Makes sense of a record. */
    @FunctionalInterface
    interface Understanding<T> {
        T get() throws IOException;
    }

    /** @throws RunFormatException where there is none in the folder, or a damaged or newer one */
    static JsonNode read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            List<Path> within = RunStore.runsIn(folder);
            throw new RunFormatException(
                    within.isEmpty()
                            ? TEXTS.get("no-run-folder", folder, FILE)
                            : TEXTS.get("folder-of-runs", folder, String.valueOf(within.size()), within.get(0)));
        }
        if (Files.size(file) > Runtime.getRuntime().maxMemory() / MEMORY_A_BYTE) {
            throw new RunFormatException(TEXTS.get("record-too-large", file));
        }
        JsonNode node;
        try {
            node = JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new RunFormatException(TEXTS.get("record-damaged", file, String.valueOf(line(e))), e);
        }
        if (!node.path("format").isInt()) {
            throw new RunFormatException(TEXTS.get("no-record", file));
        }
        int format = node.path("format").asInt();
        if (format != VERSION) {
            throw new RunFormatException(
                    TEXTS.get("newer-run", folder, String.valueOf(format), String.valueOf(VERSION)));
        }
        return node;
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /**
     * What cannot be meant is refused with a sentence.
     *
     * @param refusal names the text that says so, "run-unusable" or "checkpoint-unusable"
     */
    static <T> T understand(String refusal, Path folder, Understanding<T> understanding) throws IOException {
        try {
            return understanding.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RunFormatException(TEXTS.get(refusal, folder, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.endsWith(".") ? message : message + ".";
    }

    static Instant finished(JsonNode node) {
        return Instant.parse(node.path("finished").asText());
    }

    static Versions versions(JsonNode node) {
        JsonNode versions = node.path("versions");
        return new Versions(
                versions.path("factorScope").asText(),
                versions.path("java").asText(),
                versions.path("system").asText());
    }

    static Machine machine(JsonNode node) {
        JsonNode machine = node.path("machine");
        return machine.isMissingNode()
                ? Machine.UNKNOWN
                : new Machine(
                        machine.path("processors").asInt(),
                        machine.path("memoryMegabytes").asLong());
    }

    static Accuracies accuracies(JsonNode node) {
        return new Accuracies(
                accuracy(node.path("train")).orElseThrow(() -> new IllegalArgumentException(TEXTS.get("no-train"))),
                accuracy(node.path("validation")),
                accuracy(node.path("test")));
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

    static TrainingOutcome outcome(FittedModel model, JsonNode node) {
        return new TrainingOutcome(
                model,
                accuracies(node),
                node.path("modelEpoch").asInt(),
                history(node),
                StopReason.ofId(node.path("stopReason").asText()),
                node.has("divergence") ? Optional.of(divergence(node.path("divergence"))) : Optional.empty(),
                rescuedFrom(node));
    }

    static List<EpochReport> history(JsonNode node) {
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
        return history;
    }

    static List<Divergence> rescuedFrom(JsonNode node) {
        List<Divergence> divergences = new ArrayList<>();
        node.path("rescuedFrom").forEach(each -> divergences.add(divergence(each)));
        return divergences;
    }

    private static Divergence divergence(JsonNode node) {
        return new Divergence(
                node.path("epoch").asInt(),
                optional(node.path("learningRate")),
                optional(node.path("workingLearningRate")));
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }
}
