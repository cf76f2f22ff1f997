package io.github.factorscope.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The animated pictures of the README: they move, every frame is seen, and they are small enough for a page. */
class AnimatedTourTest {
    private static final long MOST_BYTES = 2_000_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theTourMakesAnimatedPicturesOfATrainingAndOfAChangedRating() throws IOException {
        LoadedData films = DatasetReader.read(Path.of("datasets", "demo-films"));
        OpenData data = new OpenData(
                films, RatingFacts.of(films.dataset()), Split.of(films.dataset(), new SplitPlan(0.1, 0.05, 1)));
        Pictures pictures = new Pictures(null, folder, 1);

        new AnimatedTour(data, pictures).run();

        assertThat(pictures.files()).containsExactly(folder.resolve("training.gif"), folder.resolve("what-if.gif"));
        for (Path file : pictures.files()) {
            GifFile gif = GifFile.read(file);
            assertThat(gif.shown()).hasSizeBetween(6, 42);
            assertThat(gif.shown().get(0).getWidth()).isEqualTo(960);
            assertThat(gif.hundredths()).allMatch(hundredths -> hundredths >= 10);
            assertThat(gif.repeats()).isTrue();
            assertThat(Files.size(file)).isLessThan(MOST_BYTES);
        }
    }
}
