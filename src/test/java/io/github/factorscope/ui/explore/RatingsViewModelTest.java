package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.RatingLine.Change;
import io.github.factorscope.ui.explore.RatingsViewModel.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;
    private RatingsViewModel ratings;

    @BeforeEach
    void trainAModel() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        ratings = explore.ratings();
        explore.activeProperty().set(true);
        window.data.open(window.ratingFile("ratings.csv"));
        window.train.familyProperty().set(ModelCatalogue.find("svd"));
        window.train.train();
        explore.choose(userWithTestRatings());
    }

    private int userWithTestRatings() {
        int user = 0;
        while (explore.run().experiment().split().test().byUser().length(user) == 0) {
            user++;
        }
        return user;
    }

    private Row known() {
        return ratings.rows().stream()
                .filter(row -> row.line().part().equals("train"))
                .findFirst()
                .orElseThrow();
    }

    private Row heldOut() {
        return ratings.rows().stream()
                .filter(row -> row.line().part().equals("test"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linesShowWhatIsKnownAndWhatIsHeldOut() {
        assertThat(known().line().change()).isEqualTo(Change.NONE);
        assertThat(known().line().mark()).isEmpty();
        assertThat(heldOut().line().isHeldOut()).isTrue();
        assertThat(heldOut().line().mark()).isEqualTo("test");
        for (RatingLine line : ratings.lines()) {
            assertThat(line.prediction())
                    .isEqualTo(explore.run()
                            .model()
                            .predict(explore.personProperty().get().user(), line.item()));
        }
    }

    @Test
    void aChangedLineStaysInItsRowAndSaysWhatItWas() {
        Row row = known();
        int place = ratings.rows().indexOf(row);
        float came = row.line().rating();
        float other = came == 5 ? 1 : 5;
        ratings.rate(row.line().item(), other);

        assertThat(ratings.rows().get(place)).isSameAs(row);
        assertThat(row.line().change()).isEqualTo(Change.CHANGED);
        assertThat(row.line().rating()).isEqualTo(other);
        assertThat(row.line().mark()).isEqualTo("was " + (int) came);
        assertThat(ratings.modelSaysProperty().get()).contains("items stay as learned");
        ratings.putBack(row.line());
        assertThat(row.line().change()).isEqualTo(Change.NONE);
        assertThat(ratings.modelSaysProperty().get()).isEmpty();
    }

    @Test
    void aRemovedLineStaysAndCanBePutBack() {
        Row row = known();
        float came = row.line().rating();
        ratings.rate(row.line().item(), Float.NaN);

        assertThat(ratings.rows()).contains(row);
        assertThat(row.line().change()).isEqualTo(Change.REMOVED);
        assertThat(row.line().rating()).isEqualTo(came);
        assertThat(explore.personProperty().get().ratings().has(row.line().item()))
                .isFalse();
        ratings.putBack(row.line());
        assertThat(explore.whatIf().isChanged()).isFalse();
    }

    @Test
    void aHeldOutRatingCanBeToldButNotTakenAway() {
        Row row = heldOut();
        int item = row.line().item();
        float truth = row.line().rating();
        ratings.rate(item, Float.NaN);
        assertThat(explore.whatIf().isChanged()).isFalse();
        assertThat(row.line().rating()).isEqualTo(truth);

        ratings.rate(item, truth);
        assertThat(row.line().mark()).isEqualTo("told");
        assertThat(row.line().part()).isEqualTo("train");
        assertThat(explore.recommendations().lines()).noneMatch(line -> line.item() == item);
        ratings.rate(item, Float.NaN);
        assertThat(row.line().mark()).isEqualTo("test");
        assertThat(ratings.rows()).contains(row);
    }

    @Test
    void anItemIsFoundRatedAndOnTop() {
        ratings.searchProperty().set("item 1");
        assertThat(ratings.hits()).isNotEmpty();
        RatingLine unrated = ratings.hits().stream()
                .filter(line -> Float.isNaN(line.rating()))
                .findFirst()
                .orElseThrow();
        ratings.rate(unrated.item(), 5);

        assertThat(ratings.rows().get(0).line().item()).isEqualTo(unrated.item());
        assertThat(ratings.rows().get(0).line().mark()).isEqualTo("new");
        assertThat(ratings.hits())
                .filteredOn(line -> line.item() == unrated.item())
                .allSatisfy(line -> assertThat(line.given()).isEqualTo(5));
        explore.whatIf().undo();
        assertThat(ratings.lines()).extracting(RatingLine::item).doesNotContain(unrated.item());
        ratings.searchProperty().set("nothing like it");
        assertThat(ratings.hits()).isEmpty();
    }

    @Test
    void somebodyNewIsOfferedItemsUntilTheFirstComeAgain() {
        assertThat(ratings.starters()).isEmpty();
        explore.people().chooseNewPerson();
        List<Integer> first = items(ratings.starters());
        assertThat(first).hasSize(RatingsViewModel.STARTERS).doesNotHaveDuplicates();
        assertThat(ratings.modelSaysProperty().get()).startsWith("Rate a few films you know");
        ratings.rate(first.get(2), 4);
        assertThat(items(ratings.starters())).isEqualTo(first);
        assertThat(ratings.starters().get(2).given()).isEqualTo(4);
        assertThat(ratings.modelSaysProperty().get()).contains("Folds you in");
        ratings.showOtherStarters();
        assertThat(items(ratings.starters())).isNotEmpty().doesNotContainAnyElementsOf(first);
        ratings.showOtherStarters();
        assertThat(items(ratings.starters())).isEqualTo(first);
    }

    private static List<Integer> items(List<RatingLine> lines) {
        return lines.stream().map(RatingLine::item).toList();
    }

    @Test
    void whatIsExportedComesBackByAnImport() throws IOException {
        ratings.rate(known().line().item(), Float.NaN);
        ratings.rate(heldOut().line().item(), 2);
        var changed = explore.personProperty().get().ratings();
        Path file = folder.resolve("mine.csv");
        ratings.files().exportTo(file);
        assertThat(Files.readString(file)).startsWith("item,title,rating\n");
        explore.whatIf().reset();
        ratings.files().importFrom(file);

        assertThat(explore.personProperty().get().ratings()).isEqualTo(changed);
        assertThat(explore.whatIf().historyProperty().get().nextUndo()).isEqualTo("Import of mine.csv");
        assertThat(window.errors.noticeProperty().get()).isTrue();
        explore.whatIf().undo();
        assertThat(explore.whatIf().isChanged()).isFalse();
    }

    @Test
    void anImportTellsItsBadLinesAndKeepsTheGoodOnes() {
        ratings.files().importFrom(window.write("mine.csv", "item,title,rating\n1,,4\n2,,9\n77,,3\nx\n1,,2\n3,,two\n"));

        assertThat(explore.personProperty().get().ratings().size()).isEqualTo(1);
        assertThat(window.errors.messageProperty().get())
                .contains("1 rating of mine.csv is in place")
                .contains("5 lines were left out")
                .contains("line 3, the rating 9 is outside 1 to 5")
                .contains("line 4, there is no item 77")
                .contains("and 2 more");
    }

    @Test
    void anImportWithoutAGoodLineChangesNothing() {
        var before = explore.personProperty().get();
        ratings.files().importFrom(window.write("bad.csv", "item,title,rating\n77,,3\n"));
        assertThat(window.errors.messageProperty().get()).contains("bad.csv", "line 2", "stay");
        ratings.files().importFrom(window.write("empty.csv", ""));
        assertThat(window.errors.messageProperty().get()).contains("empty.csv", "empty");
        ratings.files().importFrom(folder.resolve("missing.csv"));
        assertThat(window.errors.messageProperty().get()).contains("missing.csv");

        assertThat(explore.personProperty().get()).isEqualTo(before);
        assertThat(explore.whatIf().historyProperty().get().canUndo()).isFalse();
    }
}
