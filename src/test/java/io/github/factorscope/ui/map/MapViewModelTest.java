package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import io.github.factorscope.ui.map.MapPaint.GenreLine;
import io.github.factorscope.ui.map.MapViewModel.State;
import io.github.factorscope.ui.map.Neighbours.Near;
import io.github.factorscope.ui.workspace.RunEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapViewModelTest {
    @TempDir
    private Path folder;

    private final ObjectProperty<MapPerson> person = new SimpleObjectProperty<>();
    private final List<Integer> explained = new ArrayList<>();
    private TestWorkspace window;
    private MapViewModel map;

    @BeforeEach
    void openRatings() {
        window = new TestWorkspace(folder);
        map = new MapViewModel(window.workspace, window.background, window.errors, person, explained::add);
        StringBuilder movies = new StringBuilder("movieId,title,genres\n");
        for (int item = 1; item <= 20; item++) {
            movies.append(item + ",Tale " + item + (item == 7 ? ": The Café" : "") + " (19" + (70 + item) + "),"
                    + (item == 20 ? "(no genres listed)" : item % 2 == 0 ? "Comedy|Drama" : "Drama") + "\n");
        }
        window.write("movies.csv", movies.toString());
        window.data.open(window.ratingFile("ratings.csv").getParent());
    }

    private RunEntry train(String id) {
        window.train.familyProperty().set(ModelCatalogue.find(id));
        window.train.train();
        return window.workspace.runs().get(window.workspace.runs().size() - 1);
    }

    private void show() {
        map.activeProperty().set(true);
    }

    private MapPerson userOf(RunEntry run, int user) {
        var split = run.run().experiment().split();
        return new MapPerson(
                "user " + user,
                split.fingerprint(),
                RatedItems.ofUser(split.training(), user),
                model -> model.forUser(user));
    }

    @Test
    void itemsLieWhereTheirFactorsPutThem() {
        train("svd");
        show();

        assertThat(map.stateProperty().get()).isEqualTo(State.READY);
        Dots dots = map.dotsProperty().get();
        assertThat(dots.items()).hasSize(20).doesNotHaveDuplicates();
        assertThat(dots.support()).isSortedAccordingTo((a, b) -> b - a);
        assertThat(dots.x()).containsExactly(placesOf(dots, 0), within(1e-12));
        assertThat(dots.y()).containsExactly(placesOf(dots, 1), within(1e-12));
        // Users with odd numbers like odd items: the widest component tells the two groups apart.
        double sideOfFirst = Math.signum(dots.x()[0]) * (isOdd(dots.items()[0]) ? 1 : -1);
        for (int dot = 0; dot < dots.size(); dot++) {
            assertThat(Math.signum(dots.x()[dot])).isEqualTo(isOdd(dots.items()[dot]) ? sideOfFirst : -sideOfFirst);
        }
    }

    private boolean isOdd(int item) {
        return Integer.parseInt(map.map().dataset().items().item(item).id()) % 2 == 1;
    }

    private double[] placesOf(Dots dots, int component) {
        double[] places = map.map().places(component);
        return Arrays.stream(dots.items()).mapToDouble(item -> places[item]).toArray();
    }

    @Test
    void anyTwoComponentsCanBeChosenAndSayWhatLiesAtTheirEnds() {
        train("svd");
        show();
        MapAxis third = map.axes().get(2);
        map.acrossProperty().set(third);

        Dots dots = map.dotsProperty().get();
        assertThat(dots.x()).containsExactly(placesOf(dots, 2), within(1e-12));
        assertThat(third.words()).startsWith("3: ").contains(" % of variance: Tale ", " … — Tale ");
        double[] places = map.map().places(2);
        int outermost = third.ends().high().get(0);
        assertThat(places[outermost]).isEqualTo(Arrays.stream(places).max().orElseThrow());
        assertThat(map.axes()).hasSize(50); // as many as factors
    }

    @Test
    void aRunWithoutFactorsOffersThoseThatHaveSome() {
        RunEntry svd = train("svd");
        RunEntry correlations = train("cor-ngbr");
        map.select(correlations);
        show();

        assertThat(map.stateProperty().get()).isEqualTo(State.NO_FACTORS);
        assertThat(map.offeredRuns()).containsExactly(svd);
        assertThat(RunsWithFactors.families())
                .extracting(ModelFamily::id)
                .containsExactlyInAnyOrder("nsvd", "svd", "asvd", "svdpp", "integrated");

        map.select(map.offeredRuns().get(0));
        assertThat(map.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void theFamiliesThatAreNamedAreThoseWhoseItemsHaveFactors() {
        for (ModelFamily family : ModelCatalogue.all()) {
            RunEntry run = train(family.id());
            assertThat(run.run().model().factorsOfItems().isPresent())
                    .as(family.id())
                    .isEqualTo(RunsWithFactors.families().contains(family));
        }
    }

    @Test
    void oneFactorMakesALine() {
        ModelFamily family = ModelCatalogue.find("svd");
        window.train.choose(family, family.defaults().with("factors", "1"));
        window.train.train();
        show();

        assertThat(map.upProperty().get()).isNull();
        assertThat(map.dotsProperty().get().y()).containsOnly(0);
    }

    @Test
    void worksNothingOutWhileItIsNotShown() {
        train("svd");

        assertThat(map.stateProperty().get()).isEqualTo(State.NO_RUN);
        assertThat(map.map()).isNull();
    }

    @Test
    void onlyTheRunThatWasAskedForLastIsShown() {
        ScriptedBackground background = new ScriptedBackground();
        map = new MapViewModel(window.workspace, background, window.errors, person, explained::add);
        RunEntry first = train("svd");
        RunEntry second = train("nsvd");
        map.select(first);
        show();
        map.select(second);
        background.finish(1);
        ItemMap shown = map.map();
        background.finish(0);

        assertThat(map.stateProperty().get()).isEqualTo(State.READY);
        assertThat(map.map()).isSameAs(shown);
        assertThat(map.shownRunProperty().get()).isSameAs(second);
    }

    @Test
    void neighboursAreTheClosestByBothMeasures() {
        train("svd");
        show();
        map.itemProperty().set(3);

        Neighbours found = map.neighboursProperty().get();
        assertThat(found.item()).isEqualTo(3);
        for (List<Near> nearest : List.of(found.byFactors(), found.byRatings())) {
            assertThat(nearest).hasSize(8).extracting(Near::item).doesNotContain(3);
            assertThat(nearest).extracting(Near::closeness).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(isOdd(nearest.get(0).item())).isEqualTo(isOdd(3)); // what the same users like
            assertThat(nearest.get(0).support()).isPositive();
        }
        map.itemProperty().set(null);
        assertThat(map.neighboursProperty().get()).isNull();
    }

    @Test
    void anotherModelKeepsTheItemAndTheComponents() {
        train("svd");
        show();
        map.acrossProperty().set(map.axes().get(3));
        map.itemProperty().set(5);
        train("svdpp");

        assertThat(map.itemProperty().get()).isEqualTo(5);
        assertThat(map.neighboursProperty().get().item()).isEqualTo(5);
        assertThat(map.acrossProperty().get()).isSameAs(map.axes().get(3));
    }

    @Test
    void genresAreColouredTheCommonestFirstAndOneCanBeShownAgainstTheRest() {
        train("svd");
        show();

        MapPaint all = map.paintProperty().get();
        assertThat(all.genres())
                .extracting(GenreLine::name, GenreLine::number)
                .containsExactly(tuple("Drama", 0), tuple("Comedy", 1));
        Dots dots = map.dotsProperty().get();
        assertThat(all.values()[dots.find(itemOf("Tale 20"))]).isNegative(); // no genre: the colour of the others
        assertThat(all.quiet()).containsOnly(false);

        map.genreProperty().set("Comedy");
        boolean[] quiet = map.paintProperty().get().quiet();
        assertThat(quiet[dots.find(itemOf("Tale 2"))]).isFalse();
        assertThat(quiet[dots.find(itemOf("Tale 3"))]).isTrue();
    }

    private int itemOf(String title) {
        map.searchProperty().set(title);
        int found = map.hits().get(0);
        map.searchProperty().set("");
        return found;
    }

    @Test
    void coloursFollowPopularityMeansAndPredictions() {
        RunEntry run = train("svd");
        show();
        Dots dots = map.dotsProperty().get();

        map.colouringProperty().set(Colouring.POPULARITY);
        assertThat(map.paintProperty().get().values()[0]).isEqualTo(1);

        map.colouringProperty().set(Colouring.MEAN);
        double[] byMean = map.paintProperty().get().values();
        for (int dot = 0; dot < dots.size(); dot++) {
            double above = map.map().meanRating(dots.items()[dot])
                    - map.map().training().mean();
            assertThat(Math.signum(byMean[dot])).isEqualTo(Math.signum(above));
        }

        map.colouringProperty().set(Colouring.PREDICTION);
        assertThat(map.paintProperty().get().values()).containsOnly(Double.NaN);
        person.set(userOf(run, 4));
        double[] predicted = map.paintProperty().get().values();
        assertThat(predicted[dots.find(itemOf("Tale 3"))]).isPositive();
        assertThat(predicted[dots.find(itemOf("Tale 4"))]).isNegative();
    }

    @Test
    void aPersonsRatingsAndRecommendationsAreMarked() {
        RunEntry run = train("svd");
        show();
        person.set(userOf(run, 4));

        PersonMarks marks = map.marksProperty().get();
        RatedItems ratings = person.get().ratings();
        assertThat(marks.recommended()).isNotEmpty().noneMatch(ratings::has);
        assertThat(marks.recommended().size()).isEqualTo(Math.min(20, 20 - ratings.size()));
        Dots dots = map.dotsProperty().get();
        MapMarks drawn = MapMarks.of(dots, null, null, marks, true, true);
        assertThat(drawn.liked().length + drawn.disliked().length).isEqualTo(ratings.size());
        for (int dot : drawn.liked()) {
            assertThat((double) ratings.rating(dots.items()[dot])).isGreaterThanOrEqualTo(marks.meanRating());
        }
        assertThat(MapMarks.of(dots, null, null, marks, false, false))
                .usingRecursiveComparison()
                .isEqualTo(MapMarks.none());

        int rated = ratings.item(0);
        assertThat(map.words().describe(rated)).contains("Rated by user 4: ");
        assertThat(map.words().describe(marks.recommended().get(0))).contains("Predicted for user 4: ");
    }

    @Test
    void somebodyOfOtherDataIsNotMarked() {
        train("svd");
        show();
        person.set(new MapPerson("user 1", "another split", RatedItems.none(), model -> model.forUser(0)));

        assertThat(map.marksProperty().get()).isNull();
        assertThat(map.words().describe(0)).doesNotContain("user 1");
    }

    @Test
    void rareItemsCanBeLeftOutUntilOneIsLookedAt() {
        train("svd");
        show();
        Dots all = map.dotsProperty().get();
        int rarest = all.items()[all.size() - 1];
        int least = all.support()[all.size() - 1];
        map.fewestProperty().set(least + 1);

        assertThat(map.dotsProperty().get().find(rarest)).isEqualTo(-1);
        assertThat(map.hidden().rare())
                .isEqualTo(all.size() - map.dotsProperty().get().size());

        map.itemProperty().set(rarest);
        assertThat(map.dotsProperty().get().find(rarest)).isNotNegative();
        assertThat(map.hidden().rare()).isZero();
    }

    @Test
    void titlesAreFoundByWordsWithoutAccents() {
        train("svd");
        show();
        map.searchProperty().set("cafe tale");
        assertThat(map.hits()).hasSize(1);

        map.searchProperty().set("tale 1");
        assertThat(map.words().describe(map.hits().get(0))).startsWith("Tale 1 (");
        assertThat(map.hits().subList(0, 11))
                .allMatch(item -> map.words().describe(item).startsWith("Tale 1"));
        assertThat(map.hits()).hasSize(20); // the words of the years begin with 1 too
        map.searchProperty().set("1979");
        assertThat(map.hits()).hasSize(1);
        map.searchProperty().set("xyz");
        assertThat(map.hits()).isEmpty();

        map.searchProperty().set("tale 12");
        map.choose(map.hits().get(0));
        assertThat(map.itemProperty().get()).isEqualTo(itemOf("Tale 12"));
        assertThat(map.searchProperty().get()).isEmpty();
    }

    @Test
    void anotherSplitForgetsTheItem() {
        train("svd");
        show();
        map.itemProperty().set(2);
        window.data.seedProperty().set("5");
        window.data.applySplit();

        assertThat(map.itemProperty().get()).isNull();
        assertThat(map.stateProperty().get()).isEqualTo(State.NO_RUN);
        assertThat(map.dotsProperty().get().size()).isZero();
        assertThat(map.offeredRuns()).hasSize(1); // on the same data, if on another split
    }

    @Test
    void explainingIsAskedOfSomebodyElse() {
        train("svd");
        show();
        map.explain(6);

        assertThat(explained).containsExactly(6);
    }
}
