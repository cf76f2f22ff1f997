package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.Divergence;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The files of a checkpoint: {@code ratings.fsr} as in run folders, {@code state.fsm} with what was learned in the last epoch
 * and, in its header, all else; and {@code best-9.fsm} where the best epoch is an earlier one, here the ninth. The state is
 * written last and names the best epoch, so that it never speaks of what is not there.
 */
final class CheckpointRecord {
    private static final Texts TEXTS = Texts.of(CheckpointRecord.class);

    static final String STATE = "state.fsm";

    private static final String ABOUT = "checkpoint";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointRecord() {}

    static Path best(Path folder, int epoch) {
        return folder.resolve("best-" + epoch + ".fsm");
    }

    /** What does not change from one state of a training to the next. */
    static ObjectNode describe(Experiment experiment, List<Divergence> rescuedFrom) {
        ObjectNode node = JSON.createObjectNode().put("format", VERSION);
        node.put("model", experiment.family().id());
        node.set("settings", JSON.valueToTree(experiment.settings().toMap()));
        node.put("seed", experiment.seed()).put("patience", experiment.patience());
        ExperimentJson.writeData(experiment, node);
        RunJson.writeRescuedFrom(rescuedFrom, node);
        Versions versions = Versions.current();
        node.putObject("versions")
                .put("factorScope", versions.factorScope())
                .put("java", versions.java())
                .put("system", versions.system());
        return node;
    }

    /** Writes {@code state.fsm}. */
    static void writeState(Path file, ObjectNode description, TrainingState state) throws IOException {
        ObjectNode node = description.deepCopy();
        node.put("written", Instant.now().toString());
        node.put("plannedEpochs", state.plannedEpochs()).put("bestEpoch", state.bestEpoch());
        RunJson.writeAccuracies(state.bestAccuracies(), node);
        node.set("history", RunJson.history(state.history()));
        ObjectNode about = JSON.createObjectNode();
        about.set(ABOUT, node);
        ParametersFile.write(file, state.last().get(), about);
    }

    /** @throws RunFormatException where there is none, or a damaged or newer one, with a sentence for the user */
    static Checkpoint read(Path folder) throws IOException {
        requireState(folder);
        ParametersFile.Content content = ParametersFile.readWithHeader(folder.resolve(STATE));
        JsonNode node = about(folder, content.header());
        return RunRecord.understand("checkpoint-unusable", folder, () -> {
            Experiment experiment = ExperimentJson.read(node, folder, RatingsFile::read);
            TrainingState state = state(folder, node, content.parameters());
            return new Checkpoint(experiment, state, RunRecord.rescuedFrom(node));
        });
    }

    private static TrainingState state(Path folder, JsonNode node, Parameters last) throws IOException {
        List<EpochReport> history = RunRecord.history(node);
        int bestEpoch = node.path("bestEpoch").asInt(-1);
        Parameters best =
                bestEpoch > 0 && bestEpoch < history.size() ? ParametersFile.read(best(folder, bestEpoch)) : last;
        return new TrainingState(
                node.path("plannedEpochs").asInt(),
                history,
                () -> last,
                bestEpoch,
                () -> best,
                RunRecord.accuracies(node));
    }

    /** Reads the header of the state only. */
    static CheckpointSummary summary(Path folder) throws IOException {
        requireState(folder);
        JsonNode node = about(folder, ParametersFile.header(folder.resolve(STATE)));
        return RunRecord.understand(
                "checkpoint-unusable",
                folder,
                () -> new CheckpointSummary(
                        folder,
                        node.path("model").asText(),
                        node.path("data").path("name").asText(),
                        node.path("history").size(),
                        node.path("plannedEpochs").asInt(),
                        Instant.parse(node.path("written").asText())));
    }

    private static void requireState(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(STATE))) {
            throw new RunFormatException(TEXTS.get("no-checkpoint-folder", folder, STATE));
        }
    }

    private static JsonNode about(Path folder, JsonNode header) throws RunFormatException {
        JsonNode node = header.path(ABOUT);
        if (!node.path("format").isInt()) {
            throw new RunFormatException(TEXTS.get("no-state", folder.resolve(STATE)));
        }
        int format = node.path("format").asInt();
        if (format != VERSION) {
            throw new RunFormatException(
                    TEXTS.get("newer-checkpoint", folder, String.valueOf(format), String.valueOf(VERSION)));
        }
        return node;
    }
}
