package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.training.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows on the same folders do not harm one another. */
class TwoWindowsTest {
    @TempDir
    private Path temp;

    @Test
    void twoProcessesKeepOneAnothersPresetsProfilesSettingsAndRuns() throws Exception {
        ChildProcess one = ChildProcess.start(temp.resolve("one"), List.of(), SettingsChanger.class, temp, "one", true);
        ChildProcess two =
                ChildProcess.start(temp.resolve("two"), List.of(), SettingsChanger.class, temp, "two", false);
        one.finish();
        two.finish();

        String[] names = Stream.of("one", "two")
                .flatMap(name -> IntStream.rangeClosed(1, SettingsChanger.TIMES).mapToObj(k -> name + k))
                .toArray(String[]::new);
        assertThat(new PresetStore(temp.resolve("presets.json"), this::fail).all())
                .extracting(SavedPreset::name)
                .containsExactlyInAnyOrder(names);
        assertThat(new ProfileStore(temp.resolve("profiles.json"), this::fail).all())
                .extracting(Profile::name)
                .containsExactlyInAnyOrder(names);
        Preferences preferences = Preferences.load(temp.resolve("preferences.json"));
        assertThat(preferences.width()).isEqualTo(SettingsChanger.TIMES);
        assertThat(preferences.recent()).startsWith("two" + SettingsChanger.TIMES);
        RunLibrary.Listing runs = new RunLibrary(temp.resolve("runs")).list();
        assertThat(runs.unreadable()).isEmpty();
        assertThat(runs.runs()).hasSize(2 * SettingsChanger.TIMES);
    }

    private void fail(String warning) {
        throw new AssertionError(warning);
    }

    @Test
    void aTrainingThatGoesOnIsNotOfferedToAnotherWindow() throws IOException {
        RunLibrary mine = new RunLibrary(temp);
        RunLibrary other = new RunLibrary(temp);
        Run run = EndlessSaver.sample();
        var experiment = SampleRuns.run(
                        ModelCatalogue.find("svd"), run.experiment().settings().with("epochs", "4"), 1)
                .experiment();
        TrainingSession session = experiment.newSession(report -> {});
        session.runTo(2);
        CheckpointKeeper keeper =
                new CheckpointKeeper(experiment, List.of(), () -> mine.newCheckpoint(experiment), this::fail);
        keeper.keep(session.state().orElseThrow());
        assertThat(other.checkpoints().list().interrupted()).isEmpty();

        keeper.close();
        List<CheckpointSummary> interrupted = other.checkpoints().list().interrupted();
        assertThat(interrupted)
                .extracting(CheckpointSummary::words)
                .containsExactly("SVD on random was interrupted at epoch 2 of 4");
        try (CheckpointPlace taken =
                other.checkpoints().take(interrupted.get(0)).orElseThrow()) {
            assertThat(mine.checkpoints().take(interrupted.get(0)))
                    .as("the other window was faster: %s", taken.folder())
                    .isEmpty();
            mine.checkpoints().discard(interrupted.get(0));
            assertThat(taken.read().state().epoch()).isEqualTo(2);
        }
        mine.checkpoints().discard(interrupted.get(0));
        assertThat(other.checkpoints().list().interrupted()).isEmpty();
        assertThat(other.checkpoints().take(interrupted.get(0))).isEmpty();
        assertThat(temp.resolve(".trash")).isNotEmptyDirectory();
    }
}
