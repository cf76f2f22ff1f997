package io.github.factorscope.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.storage.LayoutStore;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
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

        assertThat(window.errors.messageProperty().get()).contains("some.csv");
        PreviewViewModel asked = window.data.preview();
        assertThat(asked.verdictProperty().get()).startsWith("2 lines cannot be read");
        asked.policyProperty().set(asked.policyProperty().get().withMostProblems(0.5));
        asked.accept();

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

    private SplitForm form() {
        return window.data.form();
    }

    /** Opens ten ratings of each of three users, one a day. */
    private void openTenDays() {
        StringBuilder lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int day = 0; day < 10; day++) {
            for (int user = 1; user <= 3; user++) {
                lines.append(user + "," + day + ",3.5," + (day * 86_400L + user) + "\n");
            }
        }
        window.data.open(window.write("days.csv", lines.toString()));
    }

    @Test
    void everyChoiceSplitsByWhatIsTyped() {
        openTenDays();
        form().choiceProperty().set(SplitForm.Choice.FOLDS);
        form().foldProperty().set("2");
        form().foldsProperty().set(" 3 ");
        window.data.applySplit();
        assertThat(open().split().plan().test()).isEqualTo(new TestChoice.Fold(2, 3));
        assertThat(open().split().test().size()).isEqualTo(10);

        form().choiceProperty().set(SplitForm.Choice.LAST);
        form().lastProperty().set("4");
        window.data.applySplit();
        assertThat(open().split().plan().test()).isEqualTo(new TestChoice.LastOfUser(4));
        assertThat(open().split().test().size()).isEqualTo(12);

        form().choiceProperty().set(SplitForm.Choice.FROM);
        form().fromProperty().set("1970-01-09");
        window.data.applySplit();
        assertThat(open().split().plan().test()).isEqualTo(new TestChoice.FromDate(8 * 86_400L));
        assertThat(open().split().test().size()).isEqualTo(6);

        form().choiceProperty().set(SplitForm.Choice.RANDOM);
        window.data.applySplit();
        assertThat(open().split().plan().test()).isEqualTo(new TestChoice.RandomShare(0.1));
        assertThat(window.errors.messageProperty().get()).isEmpty();
    }

    @Test
    void whatIsTypedWrongIsToldInASentenceAndChangesNothing() {
        openTenDays();
        OpenData before = open();

        assertRefused(SplitForm.Choice.FOLDS, form().foldProperty(), "6", "fold", "1 to 5");
        assertRefused(SplitForm.Choice.FOLDS, form().foldsProperty(), "many", "number of folds", "many");
        assertRefused(SplitForm.Choice.FOLDS, form().foldsProperty(), "9999999999", "2 to 20");
        assertRefused(SplitForm.Choice.LAST, form().lastProperty(), "0", "last ratings", "1 to 1000");
        assertRefused(SplitForm.Choice.FROM, form().fromProperty(), "June", "day such as 2003-01-01", "June");
        assertRefused(SplitForm.Choice.FROM, form().fromProperty(), "2003-01-01", "judge by", "1970-01-10");
        assertRefused(SplitForm.Choice.RANDOM, form().seedProperty(), "1.5", "seed", "1.5");
        assertRefused(SplitForm.Choice.RANDOM, form().validationPercentProperty(), "95", "validation share", "95");

        assertThat(open()).isSameAs(before);
        assertThat(window.workspace.activities()).isEmpty();
    }

    private void assertRefused(SplitForm.Choice choice, StringProperty field, String typed, String... words) {
        String before = field.get();
        form().choiceProperty().set(choice);
        field.set(typed);
        window.data.applySplit();
        assertThat(window.errors.messageProperty().get()).contains(words).endsWith(".");
        assertThat(field.get()).isEqualTo(typed);
        field.set(before);
    }

    @Test
    void aDayIsSuggestedToWhoeverChoosesADate() {
        openTenDays();
        form().choiceProperty().set(SplitForm.Choice.FROM);
        assertThat(form().fromProperty().get()).isEqualTo("1970-01-10");

        form().fromProperty().set("1970-01-05");
        form().choiceProperty().set(SplitForm.Choice.RANDOM);
        form().choiceProperty().set(SplitForm.Choice.FROM);
        assertThat(form().fromProperty().get()).isEqualTo("1970-01-05");
    }

    @Test
    void dataThatCannotBeSplitAsBeforeIsOpenedAllTheSame() {
        openTenDays();
        form().choiceProperty().set(SplitForm.Choice.FROM);
        window.data.applySplit();
        window.data.open(window.write("plain.csv", "user,item,rating\na,x,1\na,y,2\nb,x,3\nb,y,5\n"));

        assertThat(open().loaded().dataset().name()).isEqualTo("plain.csv");
        assertThat(open().split().plan()).isEqualTo(new SplitPlan(0.1, 0.05, 1));
        assertThat(window.errors.messageProperty().get()).contains("plain.csv", "no times", "10 % test");
        assertThat(form().choiceProperty().get()).isEqualTo(SplitForm.Choice.RANDOM);
        assertThat(window.preferences.get().split()).isEqualTo(new SplitPlan(0.1, 0.05, 1));
    }

    @Test
    void aDateIsRefusedAsSoonAsItIsChosenWhereThereAreNoTimes() {
        window.data.open(window.write("plain.csv", "user,item,rating\na,x,1\na,y,2\nb,x,3\nb,y,5\n"));
        OpenData before = open();
        form().choiceProperty().set(SplitForm.Choice.FROM);
        assertThat(window.errors.messageProperty().get()).contains("plain.csv", "no times");

        window.errors.close();
        window.data.applySplit();
        assertThat(window.errors.messageProperty().get()).contains("plain.csv", "no times");
        assertThat(open()).isSameAs(before);

        openTenDays();
        assertThat(open().loaded().dataset().ratings().size()).isEqualTo(30);
        assertThat(form().choiceProperty().get()).isEqualTo(SplitForm.Choice.RANDOM);
        assertThat(window.errors.messageProperty().get()).isEmpty();
    }

    @Test
    void saysWhetherTheLastAreLastByTime() {
        openTenDays();
        assertThat(window.data.lastOrderProperty().get()).isEqualTo("by time");
        window.data.open(window.write("plain.csv", "user,item,rating\na,x,1\na,y,2\nb,x,3\nb,y,5\n"));
        assertThat(window.data.lastOrderProperty().get()).isEqualTo("at random");
    }

    @Test
    void theChoiceIsThereAgainAtTheNextStart() {
        openTenDays();
        form().choiceProperty().set(SplitForm.Choice.FOLDS);
        form().foldProperty().set("4");
        form().validationPercentProperty().set("12.25");
        window.data.applySplit();

        SplitForm next = new TestWorkspace(folder).data.form();
        assertThat(next.choiceProperty().get()).isEqualTo(SplitForm.Choice.FOLDS);
        assertThat(next.foldProperty().get()).isEqualTo("4");
        assertThat(next.foldsProperty().get()).isEqualTo("5");
        assertThat(next.validationPercentProperty().get()).isEqualTo("12.25");
    }

    @Test
    void splittingAnewKeepsAGivenTestFileAndSaysSo() {
        window.data.openTest(window.write("test.csv", "userId,movieId,rating,timestamp\n1,1,5.0,1\n2,3,2.0,1\n"));
        form().choiceProperty().set(SplitForm.Choice.LAST);
        window.data.applySplit();

        assertThat(open().split().test().size()).isEqualTo(2);
        assertThat(open().split().plan().words()).startsWith("test file");
        assertThat(window.errors.messageProperty().get()).contains("test file stays");
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

    @Test
    void whatWasOpenedLastStaysWhenTheFirstIsReadLate() {
        ScriptedBackground later = new ScriptedBackground();
        Path first = window.ratingFile("first.csv");
        Path second = window.ratingFile("second.csv");
        DataViewModel data = new DataViewModel(
                window.workspace,
                later,
                window.errors,
                window.preferences,
                new LayoutStore(folder.resolve("other-layouts.json"), window.errors::say));

        data.open(first);
        data.open(second);
        later.finish(1);
        assertThat(data.loadingProperty().get()).as("the first is still read").isTrue();
        later.finish(0);

        assertThat(data.loadingProperty().get()).isFalse();
        assertThat(open().loaded().dataset().name()).isEqualTo("second.csv");
        assertThat(window.errors.messageProperty().get()).isEmpty();
    }

    @Test
    void aSplitThatComesLateDoesNotBringTheOldDataBack() {
        ScriptedBackground later = new ScriptedBackground();
        DataViewModel data = new DataViewModel(
                window.workspace,
                later,
                window.errors,
                window.preferences,
                new LayoutStore(folder.resolve("other-layouts.json"), window.errors::say));

        data.applySplit();
        data.open(window.ratingFile("second.csv"));
        later.finish(1);
        OpenData second = open();
        later.finish(0);

        assertThat(open()).isSameAs(second);
    }
}
