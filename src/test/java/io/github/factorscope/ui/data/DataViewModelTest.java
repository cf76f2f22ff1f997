package io.github.factorscope.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;

    @BeforeEach
    void openRatings() {
        window = new TestWorkspace(folder);
        window.data.open(window.ratingFile("ratings.csv"));
    }

    private OpenData open() {
        return window.workspace.dataProperty().get();
    }

    @Test
    void opensDataWithItsFactsAndSplit() {
        int ratings = open().loaded().dataset().ratings().size();

        assertThat(open().facts().users().counts()).hasSize(30);
        assertThat(open().split().test().size()).isEqualTo((int) Math.round(0.1 * ratings));
        assertThat(open().split().training().size()
                        + open().split().validation().size()
                        + open().split().test().size())
                .isEqualTo(ratings);
        assertThat(window.errors.messageProperty().get()).isEmpty();
        assertThat(window.workspace.activities()).isEmpty();
    }

    @Test
    void aFileWithoutRatingsLeavesTheOpenDataAndSaysWhy() {
        OpenData before = open();

        window.data.open(window.write("notes.txt", "Dear diary,\ntoday I watched a film.\n"));

        assertThat(open()).isSameAs(before);
        assertThat(window.errors.messageProperty().get()).contains("notes.txt").contains("no ratings");
        assertThat(window.preferences.recent()).hasSize(1);
        assertThat(window.workspace.activities()).isEmpty();
    }

    @Test
    void linesThatCannotBeReadAreListedBesideTheGoodOnes() {
        window.data.open(window.write("some.csv", "user,item,rating\n1,1,4\n1,2,3\n2,1,great\n2,2,5\n3,1\n3,2,1\n"));

        assertThat(open().loaded().dataset().ratings().size()).isEqualTo(4);
        assertThat(open().loaded().problems()).extracting("line").containsExactly(4L, 6L);
    }

    @Test
    void remembersWhatWasOpenedLast() {
        Path other = window.ratingFile("other.csv");
        window.data.open(other);

        assertThat(window.preferences.recent()).startsWith(other.toString()).hasSize(2);
        assertThat(new PreferencesStore(folder.resolve("preferences.json")).recent())
                .containsExactlyElementsOf(window.preferences.recent());
    }

    @Test
    void anotherSeedDrawsAnotherTestOfTheSameSize() {
        OpenData before = open();

        window.data.seedProperty().set("2");
        window.data.applySplit();

        assertThat(open().loaded()).isSameAs(before.loaded());
        assertThat(open().split().fingerprint()).isNotEqualTo(before.split().fingerprint());
        assertThat(open().split().test().size()).isEqualTo(before.split().test().size());
    }

    @Test
    void aShareThatIsNoNumberIsRefusedAndChangesNothing() {
        OpenData before = open();

        window.data.testPercentProperty().set("ten");
        window.data.applySplit();

        assertThat(open()).isSameAs(before);
        assertThat(window.errors.messageProperty().get()).contains("test share").contains("ten");
    }

    @Test
    void aTestFileTakesThePlaceOfTheRandomTest() {
        window.data.openTest(window.write("test.csv", "userId,movieId,rating,timestamp\n1,1,5.0,1\n2,3,2.0,1\n"));

        var split = open().split();
        var dataset = open().loaded().dataset();
        int user = dataset.users().find("1");
        int item = dataset.items().find("1");
        assertThat(split.test().size()).isEqualTo(2);
        assertThat(split.test().rating(user, item)).isEqualTo(5);
        assertThat(split.training().rating(user, item)).isNaN();
        assertThat(split.validation().rating(user, item)).isNaN();
    }
}
