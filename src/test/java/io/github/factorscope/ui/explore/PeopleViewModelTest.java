package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.storage.Profile;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.explore.PeopleViewModel.FilmLine;
import io.github.factorscope.ui.explore.PeopleViewModel.Line;
import io.github.factorscope.ui.explore.PeopleViewModel.NewcomerLine;
import io.github.factorscope.ui.explore.PeopleViewModel.ProfileLine;
import io.github.factorscope.ui.explore.PeopleViewModel.UserLine;
import io.github.factorscope.ui.explore.PeopleViewModel.Way;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleViewModelTest {
    @TempDir
    private Path folder;

    private TestWorkspace window;
    private ExploreViewModel explore;
    private PeopleViewModel people;

    @BeforeEach
    void trainAModel() {
        window = new TestWorkspace(folder);
        explore = new ExploreViewModel(window.workspace, window.background, window.errors);
        people = explore.people();
        people.profiles().keepIn(folder.resolve("profiles.json"));
        explore.activeProperty().set(true);
        open("ratings.csv");
    }

    private void open(String name) {
        window.data.open(window.ratingFile(name));
        window.train.familyProperty().set(ModelCatalogue.find("svd"));
        window.train.train();
    }

    private List<UserLine> users() {
        return people.lines().stream().map(UserLine.class::cast).toList();
    }

    private RatedItems now() {
        return explore.whatIf().historyProperty().get().now();
    }

    private List<RecommendationLine> list() {
        return List.copyOf(explore.recommendations().lines());
    }

    @Test
    void findsByActivity() {
        people.wayProperty().set(Way.MOST_ACTIVE);
        assertThat(users()).isSortedAccordingTo(Comparator.comparingInt(line -> -line.ratings()));
        people.wayProperty().set(Way.LEAST_ACTIVE);
        assertThat(users()).isSortedAccordingTo(Comparator.comparingInt(UserLine::ratings));
    }

    @Test
    void findsWhoLovedAFilm() {
        people.wayProperty().set(Way.BY_TASTE);
        assertThat(people.lines()).isEmpty();
        people.searchProperty().set("item 3");
        FilmLine film = (FilmLine) people.lines().get(0);
        people.choose(film);

        assertThat(people.searchProperty().get()).isEqualTo(film.title());
        assertThat(users()).hasSizeGreaterThanOrEqualTo(film.ratings());
        assertThat(users()).isSortedAccordingTo(Comparator.comparingDouble(line -> -line.stars()));
        people.choose(people.lines().get(0));
        assertThat(people.isShown(people.lines().get(0))).isTrue();
        people.searchProperty().set("item 1");
        assertThat(people.lines()).allMatch(FilmLine.class::isInstance);
    }

    @Test
    void whoWasLookedAtLastComesFirstAndOnlyTenAreRemembered() {
        for (int user = 0; user < 12; user++) {
            explore.choose(user);
        }
        explore.choose(5);
        people.wayProperty().set(Way.RECENT);

        assertThat(users()).extracting(UserLine::user).containsExactly(5, 11, 10, 9, 8, 7, 6, 4, 3, 2);
    }

    @Test
    void aNewPersonIsTheSameUntilTheyRate() {
        people.chooseNewPerson();
        people.chooseNewPerson();
        assertThat(explore.whatIf().visitorProperty().get().name()).isEqualTo("New person");
        explore.rate(now().with(0, 5));
        people.chooseNewPerson();
        assertThat(explore.whatIf().visitorProperty().get().name()).isEqualTo("New person 2");
        people.wayProperty().set(Way.RECENT);
        Line first = people.lines().stream()
                .filter(line -> line instanceof NewcomerLine newcomer && newcomer.ratings() == 1)
                .findFirst()
                .orElseThrow();
        people.choose(first);

        assertThat(now()).isEqualTo(RatedItems.none().with(0, 5));
    }

    @Test
    void aProfileOfSomebodyNewOpensWithTheSameList() {
        people.chooseNewPerson();
        explore.rate(now().with(0, 5).with(1, 2));
        List<RecommendationLine> list = list();
        people.profiles().saveAs("Ana");
        assertThat(explore.nameOf(explore.personProperty().get())).isEqualTo("Ana");
        explore.rate(now().with(4, 2));
        explore.choose(3);
        people.wayProperty().set(Way.SAVED);
        people.choose(people.lines().get(0));

        assertThat(list()).isEqualTo(list);
        assertThat(people.isShown(people.lines().get(0))).isTrue();
        explore.whatIf().undo();
        assertThat(now().has(4)).as("what was changed after saving is not lost").isTrue();
    }

    @Test
    void aProfileOfAUserOpensAsThatUser() {
        explore.choose(3);
        RatedItems changed = now().without(now().item(0));
        explore.rate(changed);
        List<RecommendationLine> list = list();
        people.profiles().saveAs("Without the first");
        explore.whatIf().reset();
        explore.choose(8);
        people.profiles().open(people.profiles().all().get(0));

        assertThat(explore.personProperty().get().user()).isEqualTo(3);
        assertThat(now()).isEqualTo(changed);
        assertThat(list()).isEqualTo(list);
    }

    @Test
    void aProfileOpensInANewWindowAndOnOtherDataSaysWhatIsMissing() {
        people.chooseNewPerson();
        explore.rate(now().with(0, 5).with(1, 2));
        people.profiles().saveAs("Ana");
        window.data.open(window.write("other.csv", "userId,movieId,rating\n1,1,4\n1,90,3\n2,1,5\n2,90,1\n3,1,2\n"));
        window.train.train();
        ExploreViewModel other = new ExploreViewModel(window.workspace, window.background, window.errors);
        other.people().profiles().keepIn(folder.resolve("profiles.json"));
        other.activeProperty().set(true);
        Profile ana = other.people().profiles().all().get(0);
        other.people().profiles().open(ana);

        assertThat(ana.data()).isNotEqualTo(other.run().experiment().dataset().name());
        assertThat(other.nameOf(other.personProperty().get())).isEqualTo("Ana");
        assertThat(other.personProperty().get().ratings().size()).isEqualTo(1);
        assertThat(window.errors.messageProperty().get()).contains("1 of 2 ratings of Ana", "there is no item");
        assertThat(ana.ratings()).hasSize(2);
    }

    @Test
    void aProfileIsRenamedReplacedAndDeletedWithAWayBack() {
        people.chooseNewPerson();
        explore.rate(now().with(0, 5));
        people.profiles().saveAs("Ana");
        explore.rate(now().with(1, 2));
        people.profiles().saveAs("Ana");
        assertThat(people.profiles().all().get(0).ratings()).hasSize(2);
        window.errors.takeOffer();
        assertThat(people.profiles().all().get(0).ratings()).hasSize(1);

        Profile ana = people.profiles().all().get(0);
        people.profiles().rename(ana, "Anna");
        assertThat(explore.nameOf(explore.personProperty().get())).isEqualTo("Anna");
        assertThat(now().size()).isEqualTo(2);
        people.profiles().delete(people.profiles().all().get(0));
        people.wayProperty().set(Way.SAVED);
        assertThat(people.lines()).isEmpty();
        window.errors.takeOffer();
        assertThat(people.lines())
                .hasSize(1)
                .allMatch(line -> ((ProfileLine) line).profile().isCalled("Anna"));
    }

    @Test
    void aNameThatCannotBeTakenIsToldAndNothingIsSaved() {
        people.chooseNewPerson();
        people.profiles().saveAs("a/b");

        assertThat(people.profiles().all()).isEmpty();
        assertThat(window.errors.messageProperty().get()).contains("a/b");
    }
}
