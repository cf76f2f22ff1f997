package io.github.factorscope.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.data.reading.Preview.Kind;
import io.github.factorscope.data.reading.ReadingPolicy;
import io.github.factorscope.data.reading.Role;
import io.github.factorscope.data.reading.TimeFormat;
import io.github.factorscope.ui.common.TestWorkspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private PreviewViewModel preview;

    @BeforeEach
    void openAWindow() {
        window = new TestWorkspace(folder);
        preview = window.data.preview();
    }

    /** Two columns of scores: which one is the rating can only be guessed. */
    private Path twoScores(String name) throws IOException {
        StringBuilder text = new StringBuilder("reader;novel;liked;finished\n");
        for (int user = 1; user <= 12; user++) {
            for (int item = 1; item <= 8; item++) {
                text.append('u')
                        .append(user)
                        .append(";n")
                        .append(item)
                        .append(';')
                        .append(1 + (user + item) % 5)
                        .append(';')
                        .append(1 + (user * item) % 4)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private LoadedData loaded() {
        return window.workspace.dataProperty().get().loaded();
    }

    @Test
    void aKnownLayoutIsLoadedAtOnce() {
        preview.open(window.ratingFile("ratings.csv"));

        assertThat(preview.previewProperty().get()).isNull();
        assertThat(loaded().layout().name()).startsWith("MovieLens");
    }

    @Test
    void anUnknownOneIsLookedAtCorrectedLoadedAndRemembered() throws IOException {
        preview.open(twoScores("novels.txt"));
        assertThat(window.workspace.dataProperty().get())
                .as("nothing is loaded yet")
                .isNull();
        preview.setHeader(true);
        assertThat(preview.rows().get(0).kind()).isEqualTo(Kind.HEADER);
        assertThat(preview.rows().get(1).fields()).containsExactly("u1", "n1", "3", "2");

        preview.setRole(0, Role.USER);
        preview.setRole(1, Role.ITEM);
        preview.setRole(3, Role.RATING);
        assertThat(preview.layoutProperty().get().columns().role(2)).isNotEqualTo(Role.RATING);
        assertThat(preview.verdictProperty().get()).isEqualTo("All of these lines can be read.");
        preview.policyProperty().set(ReadingPolicy.USUAL.withDuplicates(ReadingPolicy.Repeated.FIRST));
        preview.accept();

        assertThat(preview.previewProperty().get()).isNull();
        assertThat(loaded().dataset().ratings().size()).isEqualTo(96);
        assertThat(loaded().dataset().ratings().value(0)).isEqualTo(2);
        assertThat(loaded().policy().duplicates()).isEqualTo(ReadingPolicy.Repeated.FIRST);

        preview.open(twoScores("more.txt"));
        assertThat(preview.previewProperty().get())
                .as("files of this shape are known now")
                .isNull();
        assertThat(loaded().dataset().name()).isEqualTo("more.txt");
        assertThat(loaded().dataset().ratings().value(0)).isEqualTo(2);
    }

    @Test
    void everyCorrectionIsSeenAtOnce() throws IOException {
        preview.open(twoScores("novels.txt"));
        preview.setDialect(preview.layoutProperty().get().dialect().withDelimiter(","));
        assertThat(preview.rows().get(1).fields()).containsExactly("u1;n1;3;2");
        assertThat(preview.readyProperty().get()).isFalse();
        assertThat(preview.verdictProperty().get()).contains("Choose");

        preview.reset();
        preview.setHeader(true);
        preview.setRole(0, Role.USER);
        preview.setRole(1, Role.ITEM);
        preview.setRole(2, Role.RATING);
        assertThat(preview.readyProperty().get()).isTrue();
        preview.setRole(2, Role.ITEM);
        preview.setRole(1, Role.RATING);
        assertThat(preview.readyProperty().get()).as("a novel is no number").isFalse();
        assertThat(preview.rows().get(1).kind()).isEqualTo(Kind.PROBLEM);
        assertThat(preview.rows().get(1).reason()).contains("n1");
    }

    @Test
    void timesAreReadAsTheyAreWritten() throws IOException {
        Path file = Files.writeString(
                folder.resolve("days.txt"),
                "who|what|how|when\na|x|5|2003-01-11\nb|x|4|2004-02-12\na|y|3|2005-03-13\n");
        preview.open(file);
        preview.setHeader(true);
        preview.setRole(0, Role.USER);
        preview.setRole(1, Role.ITEM);
        preview.setRole(2, Role.RATING);
        preview.setRole(3, Role.TIME);

        assertThat(preview.layoutProperty().get().timeFormat()).isEqualTo(TimeFormat.DATE);
        assertThat(preview.readyProperty().get()).isTrue();
        preview.setTimeFormat(TimeFormat.SECONDS);
        assertThat(preview.readyProperty().get()).isFalse();
    }

    @Test
    void cancellingLeavesWhatWasOpen() throws IOException {
        window.data.open(window.ratingFile("ratings.csv"));
        LoadedData before = loaded();
        preview.open(twoScores("novels.txt"));
        preview.close();

        assertThat(loaded()).isEqualTo(before);
        assertThat(preview.rows()).isEmpty();
    }

    @Test
    void howTheOpenDataIsReadCanBeLookedAtAgain() throws IOException {
        window.data.open(window.ratingFile("ratings.csv"));
        window.data.lookAgain();
        assertThat(preview.layoutProperty().get()).isEqualTo(loaded().layout());
        assertThat(preview.rows()).hasSize(50);
    }

    @Test
    void whatIsNoTextIsRefusedWithASentence() throws IOException {
        Path file = Files.write(folder.resolve("picture.csv"), new byte[] {0, 1, 2, 3, 0, 0, 7});
        preview.open(file);
        assertThat(preview.previewProperty().get()).isNull();
        assertThat(window.errors.messageProperty().get()).contains("picture.csv");
    }

    @Test
    void whoLooksAgainKeepsTheTestFile() {
        window.data.open(window.ratingFile("ratings.csv"));
        window.data.openTest(window.write("test.csv", "userId,movieId,rating,timestamp\n1,1,5.0,1\n2,3,2.0,1\n"));
        window.data.lookAgain();
        preview.policyProperty().set(ReadingPolicy.USUAL.withDuplicates(ReadingPolicy.Repeated.MEAN));
        preview.accept();

        assertThat(loaded().policy().duplicates()).isEqualTo(ReadingPolicy.Repeated.MEAN);
        assertThat(loaded().dataset().hasGivenTest()).isTrue();
    }

    @Test
    void aCorrectionIsOfColumnsAndNotOfTheEncoding() throws IOException {
        preview.open(accented("old.txt", StandardCharsets.ISO_8859_1));
        preview.setHeader(true);
        preview.setRole(0, Role.USER);
        preview.setRole(1, Role.ITEM);
        preview.setRole(3, Role.RATING);
        preview.accept();
        assertThat(loaded().dataset().users().id(0)).isEqualTo("Zoë1");

        preview.open(accented("new.txt", StandardCharsets.UTF_8));

        assertThat(loaded().dataset().name()).isEqualTo("new.txt");
        assertThat(loaded().dataset().users().id(0)).isEqualTo("Zoë1");
    }

    private Path accented(String name, Charset charset) throws IOException {
        String text = Files.readString(twoScores(name)).replace("u", "Zoë");
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
