package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;
    private WhatIfViewModel whatIf;

    @BeforeEach
    void trainAModel() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        whatIf = explore.whatIf();
        explore.activeProperty().set(true);
        window.data.open(window.ratingFile("ratings.csv"));
        train("svd");
        explore.choose(3);
    }

    private void train(String id) {
        window.train.familyProperty().set(ModelCatalogue.find(id));
        window.train.train();
    }

    private RatedItems now() {
        return whatIf.historyProperty().get().now();
    }

    private List<RecommendationLine> list() {
        return List.copyOf(explore.recommendations().lines());
    }

    @Test
    void removingAndPuttingBackGivesTheSameListForEveryWayBack() {
        List<RecommendationLine> before = list();
        RatedItems came = now();
        int item = came.item(0);
        explore.rate(came.without(item));
        assertThat(list()).isNotEqualTo(before);

        explore.rate(now().with(item, came.rating(item)));
        assertThat(list()).isEqualTo(before);
        explore.rate(came.without(item));
        whatIf.undo();
        assertThat(list()).isEqualTo(before);
        whatIf.redo();
        assertThat(list()).isNotEqualTo(before);
        whatIf.reset();
        assertThat(list()).isEqualTo(before);
        assertThat(explore.answerProperty().get().isChanged()).isFalse();
    }

    @Test
    void stepsSayWhatTheyDid() {
        RatedItems came = now();
        int item = came.item(0);
        String title = explore.run().experiment().dataset().items().item(item).title();
        String stars = EditWords.stars(came.rating(item));
        explore.rate(came.without(item));
        assertThat(whatIf.historyProperty().get().nextUndo()).isEqualTo(title + " " + stars + " → removed");
        explore.rate(now().with(item, 1));
        assertThat(whatIf.historyProperty().get().nextUndo()).isEqualTo(title + ": 1★");
        explore.rate(now().with(item, 2));
        assertThat(whatIf.historyProperty().get().nextUndo()).isEqualTo(title + " 1★ → 2★");
        explore.rate(RatedItems.none());
        assertThat(whatIf.historyProperty().get().nextUndo()).isEqualTo(came.size() + " ratings");
        whatIf.reset();
        assertThat(whatIf.historyProperty().get().nextUndo()).isEqualTo("Reset");
        assertThat(now()).isEqualTo(came);
    }

    @Test
    void changesOfSomebodyAreKeptWhileOthersAreLookedAt() {
        RatedItems changed = now().without(now().item(0));
        explore.rate(changed);
        List<RecommendationLine> list = list();
        explore.choose(7);
        assertThat(whatIf.isChanged()).isFalse();
        explore.choose(3);

        assertThat(now()).isEqualTo(changed);
        assertThat(list()).isEqualTo(list);
        whatIf.undo();
        assertThat(whatIf.isChanged()).isFalse();
    }

    @Test
    void anotherModelAnswersToTheChangedRatings() {
        RatedItems changed = now().without(now().item(0));
        explore.rate(changed);
        train("cor-ngbr");

        assertThat(explore.run().experiment().family().id()).isEqualTo("cor-ngbr");
        assertThat(explore.answerProperty().get().person()).isEqualTo(new Person(3, changed));
        assertThat(explore.answerProperty().get().before().person().ratings())
                .isEqualTo(whatIf.visitorProperty().get().came());
    }

    @Test
    void theItemStaysWhileRatingsChange() {
        int asked = explore.recommendations().lines().get(1).item();
        explore.itemProperty().set(asked);
        explore.rate(now().without(now().item(0)));

        assertThat(explore.itemProperty().get()).isEqualTo(asked);
        assertThat(explore.explanationProperty().get().prediction())
                .isEqualTo(explore.answerProperty().get().now().of(asked));
    }

    @Test
    void everyModelAnswersToSomebodyNewAndTheyStayWhenTheDataIsSplitAnew() {
        for (String id : List.of("baseline", "svd", "svdpp", "cor-ngbr", "wgt-ngbr", "user-ngbr", "asvd")) {
            train(id);
            explore.people().chooseNewPerson();
            explore.rate(now().with(0, 5).with(1, 1));
            assertThat(list()).as(id).isNotEmpty();
            assertThat(explore.nameOf(explore.personProperty().get())).startsWith("New person");
        }
        RatedItems rated = now();
        window.data.seedProperty().set("5");
        window.data.applySplit();
        train("svd");

        assertThat(explore.run()).isNotNull();
        assertThat(list()).isNotEmpty();
        explore.people().wayProperty().set(PeopleViewModel.Way.RECENT);
        assertThat(explore.people().lines())
                .filteredOn(PeopleViewModel.NewcomerLine.class::isInstance)
                .isNotEmpty();
        explore.people()
                .choose(explore.people().lines().stream()
                        .filter(PeopleViewModel.NewcomerLine.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        assertThat(now()).isEqualTo(rated);
    }

    @Test
    void nobodyIsAmongOtherUsersForAMoment() {
        explore.choose(29);
        List<String> names = new ArrayList<>();
        explore.shownRunProperty().addListener((observable, before, now) -> {
            Person shown = explore.personProperty().get();
            names.add(shown == null ? "nobody" : explore.nameOf(shown));
        });
        window.data.open(window.write("few.csv", "userId,movieId,rating\n1,1,4\n1,90,3\n2,1,5\n2,90,1\n3,1,2\n"));
        window.train.train();

        assertThat(names).isNotEmpty().containsOnly("nobody");
        assertThat(explore.nameOf(explore.personProperty().get())).isEqualTo("user 1");
    }

    @Test
    void severalChangesInQuickSuccessionAreAnsweredOnce() {
        ScriptedBackground background = new ScriptedBackground();
        ExploreViewModel slow = new ExploreViewModel(window.workspace, background, window.errors);
        slow.activeProperty().set(true);
        finishAll(background, 0);
        slow.choose(3);
        finishAll(background, 0);
        int begun = background.begun();
        RatedItems rated = slow.personProperty().get().ratings();
        for (int stars = 1; stars <= 5; stars++) {
            slow.rate(rated.with(rated.item(0), stars));
        }
        assertThat(background.begun()).isEqualTo(begun + 1);
        finishAll(background, begun);

        assertThat(slow.answerProperty().get().person().ratings()).isEqualTo(rated.with(rated.item(0), 5));
    }

    /** Also what is begun by what ends. */
    private static void finishAll(ScriptedBackground background, int from) {
        for (int work = from; work < background.begun(); work++) {
            background.finish(work);
        }
    }
}
