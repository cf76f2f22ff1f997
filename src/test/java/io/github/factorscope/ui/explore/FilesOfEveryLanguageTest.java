package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved and exported is the same in every language, and is read in every other one. */
class FilesOfEveryLanguageTest {
    @TempDir
    private Path folder;

    private ExploreViewModel explore;

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    private Path open(Locale language) throws IOException {
        Texts.use(language);
        Path own =
                Files.createDirectories(folder.resolve(language.getLanguage()).resolve("own"));
        TestWorkspace window = new TestWorkspace(own);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        explore.activeProperty().set(true);
        window.data.open(window.ratingFile("ratings.csv"));
        window.train.familyProperty().set(ModelCatalogue.find("svd"));
        window.train.train();
        explore.people().profiles().keepIn(own.resolve("profiles.json"));
        return own;
    }

    /** Those of a user with changes, and those of somebody new. */
    private void saveAndExport(Path own) {
        explore.choose(3);
        var ratings = explore.personProperty().get().ratings();
        explore.rate(ratings.without(ratings.item(0)).with(ratings.item(1), 3.5f));
        explore.people().profiles().saveAs("Third");
        explore.ratings().files().exportTo(own.resolve("third.csv"));
        explore.people().chooseNewPerson();
        explore.rate(explore.personProperty().get().ratings().with(2, 4.5f).with(5, 1));
        explore.people().profiles().saveAs("Ana");
        explore.ratings().files().exportTo(own.resolve("ana.csv"));
    }

    @Test
    void profilesAndRatingsAreTheSameByteByByte() throws IOException {
        Path english = open(Locale.ENGLISH);
        saveAndExport(english);
        Path korean = open(Locale.KOREAN);
        saveAndExport(korean);
        for (String name : new String[] {"profiles.json", "third.csv", "ana.csv"}) {
            assertThat(korean.resolve(name)).as(name).hasSameBinaryContentAs(english.resolve(name));
        }
    }

    @Test
    void whatWasWrittenInOneLanguageIsReadInAnother() throws IOException {
        Path korean = open(Locale.KOREAN);
        saveAndExport(korean);
        var rated = explore.personProperty().get().ratings();
        open(Locale.ENGLISH);
        explore.people().chooseNewPerson();
        explore.ratings().files().importFrom(korean.resolve("ana.csv"));
        assertThat(explore.personProperty().get().ratings()).isEqualTo(rated);
        explore.people().profiles().keepIn(korean.resolve("profiles.json"));
        assertThat(explore.people().profiles().all()).hasSize(2);
    }
}
