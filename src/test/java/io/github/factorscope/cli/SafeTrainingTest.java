package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.cli.CommandLineRunner.smallData;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --resume}, {@code --rescue} and {@code --checkpoint-minutes}. */
class SafeTrainingTest {
    private static final String NO_TIME = "0.0000001";

    @TempDir
    private Path temp;

    private Path data;
    private Path out;
    private JsonNode whole;

    @BeforeEach
    void train() throws IOException {
        data = smallData(temp.resolve("small"));
        out = temp.resolve("run");
        whole = run(command("--out", out, "--json")).json();
    }

    private Object[] command(Object... more) {
        Object[] command = {
            "train",
            "--ratings",
            data,
            "--model",
            "svdpp",
            "--holdout",
            "0.2",
            "--validation",
            "0.2",
            "--set",
            "factors=3",
            "--set",
            "epochs=8",
            "--patience",
            "0"
        };
        Object[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return all;
    }

    /** Leaves what a process leaves that is killed in its fourth epoch, and nothing else. */
    private Path interrupt() throws IOException {
        Path place = CheckpointPlace.beside(out);
        var experiment = RunStore.open(out).experiment();
        TrainingSession session = experiment.newSession(report -> {});
        session.runTo(3);
        CheckpointKeeper keeper = new CheckpointKeeper(
                experiment, List.of(), () -> CheckpointPlace.hold(place).orElseThrow(), warning -> {
                    throw new AssertionError(warning);
                });
        keeper.keep(session.state().orElseThrow());
        keeper.close();
        Files.move(out, temp.resolve("whole"));
        return place;
    }

    private static JsonNode withoutTimes(JsonNode node) {
        ObjectNode copy = node.deepCopy();
        copy.remove(List.of("seconds", "secondsPerEpoch", "run", "resumedAfterEpoch"));
        copy.path("history").forEach(epoch -> ((ObjectNode) epoch).remove(List.of("seconds", "epochSeconds")));
        return copy;
    }

    @Test
    void whatWasInterruptedGoesOnAndGivesTheSameNumbers() throws IOException {
        Path place = interrupt();
        JsonNode resumed = run("train", "--resume", out, "--json").json();

        assertThat(resumed.path("resumedAfterEpoch").asInt()).isEqualTo(3);
        assertThat(resumed.path("run").asText()).isEqualTo(out.toString());
        assertThat(withoutTimes(resumed)).isEqualTo(withoutTimes(whole));
        assertThat(out.resolve("model.fsm")).hasSameBinaryContentAs(temp.resolve("whole/model.fsm"));
        assertThat(place).as("there is nothing to go on with any more").doesNotExist();
        assertThat(temp)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
        assertThat(run("train", "--resume", out).error()).contains("has ended");
    }

    @Test
    void theCheckpointItselfCanBeNamedAndTheRunSavedElsewhere() throws IOException {
        Path place = interrupt();
        Path other = temp.resolve("other");
        Result result = run("train", "--resume", place, "--out", other);

        result.succeeded();
        assertThat(result.out()).contains("after epoch 3", other.toString());
        assertThat(withoutTimes(run("train", "--run", other, "--json").json()).path("history"))
                .isEqualTo(withoutTimes(whole).path("history"));
    }

    @Test
    void aTrainingThatIsInterruptedIsNotBegunAnewOverItsCheckpoint() throws IOException {
        Path place = interrupt();

        assertThat(run(command("--out", out)).error()).contains(place.toString(), "--resume");
        assertThat(CheckpointPlace.isCheckpoint(place)).isTrue();
    }

    @Test
    void aCheckpointThatIsInUseIsLeftAlone() throws IOException {
        Path place = interrupt();
        try (CheckpointPlace held = CheckpointPlace.hold(place).orElseThrow()) {
            assertThat(run("train", "--resume", out).error()).contains("still going on");
            Checkpoint checkpoint = held.read();
            assertThat(checkpoint.state().epoch()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"state.fsm,20", "state.fsm,-5", "ratings.fsr,40", "ratings.fsr,-5"})
    void aDamagedCheckpointIsRefusedWithAReason(String file, int at) throws IOException {
        Path damaged = interrupt().resolve(file);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[at < 0 ? bytes.length + at : at] ^= 0x10;
        Files.write(damaged, bytes);

        assertThat(run("train", "--resume", out).error()).contains(damaged.toString(), "damaged");
        assertThat(out).doesNotExist();
    }

    @Test
    void withoutACheckpointItIsSaidWhatMakesOne() {
        assertThat(run("train", "--resume", temp.resolve("nothing")).error())
                .contains("train --out", "in one go", "no checkpoint");
        assertThat(run("train", "--resume", out, "--model", "svd").error()).contains("--model", "--resume");
    }

    @Test
    void checkpointsAreGoneWhenTheRunIsSaved() throws IOException {
        Path other = temp.resolve("other");
        JsonNode kept = run(command("--out", other, "--checkpoint-minutes", NO_TIME, "--json"))
                .json();

        assertThat(withoutTimes(kept)).isEqualTo(withoutTimes(whole));
        assertThat(CheckpointPlace.beside(other)).doesNotExist();
        assertThat(temp)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"-1", "NaN", "1e9"})
    void minutesOutOfRangeAreRefused(String minutes) {
        Result result = run(command("--out", temp.resolve("other"), "--checkpoint-minutes", minutes));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.error()).contains("--checkpoint-minutes");
    }

    @Test
    void checkpointsNeedAPlace() {
        assertThat(run(command("--checkpoint-minutes", "1")).error()).contains("--out");
        run(command("--checkpoint-minutes", "0")).succeeded();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeSavedAtTheEndKeepsItsCheckpoint() throws IOException {
        Path place = interrupt();
        Path proc = Path.of("/proc/factorscope-run"); // where nobody can make a folder, whoever it is
        Result result = run("train", "--resume", place, "--out", proc);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("stays. Go on with train --resume " + place);
        assertThat(run("train", "--resume", place, "--out", temp.resolve("other"))
                        .code())
                .isZero();
    }

    @Test
    void aRescueFollowsTheAdviceAndSaysSo() throws IOException {
        Object[] diverging = {"train", "--ratings", data, "--model", "svd", "--set", "learningRate=5", "--json"};
        JsonNode diverged = run(diverging).json();
        assertThat(diverged.path("stopReason").asText()).isEqualTo("diverged");
        assertThat(diverged.has("rescuedFrom")).isFalse();

        Path rescuedRun = temp.resolve("rescued");
        Object[] rescuing = Arrays.copyOf(diverging, diverging.length + 3);
        System.arraycopy(new Object[] {"--rescue", "--out", rescuedRun}, 0, rescuing, diverging.length, 3);
        JsonNode rescued = run(rescuing).json();

        assertThat(rescued.path("stopReason").asText()).isEqualTo("epochs-done");
        assertThat(rescued.path("rescuedFrom")).hasSize(1);
        assertThat(rescued.path("rescuedFrom").get(0)).isEqualTo(diverged.path("divergence"));
        assertThat(rescued.path("settings").path("learningRate"))
                .isEqualTo(diverged.path("divergence").path("workingLearningRate"));
        assertThat(RunStore.open(rescuedRun).outcome().rescuedFrom()).hasSize(1);
        assertThat(run("train", "--run", rescuedRun, "--json")
                        .json()
                        .path("repeats")
                        .path("same")
                        .asBoolean())
                .as("a rescued run can be repeated")
                .isTrue();
    }
}
