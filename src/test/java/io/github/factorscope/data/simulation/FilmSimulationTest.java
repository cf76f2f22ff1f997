package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilmSimulationTest {
    private static final TraitWeights WEIGHTS = new TraitWeights(1, 0.5, 0.5, 1, 0.5, 1, 1);
    private static final List<Film> FILMS = List.of(
            film("First Ring", 2001, "Fantasy", "Ring"),
            film("Second Ring", 2002, "Fantasy", "Ring"),
            film("A Murder", 1975, "Crime", ""),
            film("Another Murder", 1976, "Crime", ""),
            film("Not Out Yet", 2090, "Crime", ""),
            film("A Fairy Tale", 2001, "Fantasy", ""));

    @Test
    void filmsThatShareTraitsAreAlike() {
        FilmTraits traits = FilmTraitsBuilder.build(FILMS, WEIGHTS);

        assertThat(traits.similarity(0, 0)).isCloseTo(1, within(1e-12));
        assertThat(traits.similarity(0, 1)).isGreaterThan(0.9);
        assertThat(traits.similarity(0, 5)).isBetween(0.5, traits.similarity(0, 1) - 0.2);
        assertThat(traits.similarity(0, 2)).isCloseTo(0, within(0.3));
        assertThat(traits.similarity(2, 3)).isGreaterThan(traits.similarity(0, 2) + 0.5);
        assertThat(traits.names()).contains("series Ring", "genre Crime").doesNotContain("series ");
    }

    @Test
    void likingOfAlikeFilmsIsCorrelatedAsPlanted() {
        FilmTraits traits = FilmTraitsBuilder.build(FILMS, WEIGHTS);
        RandomDraws draws = new RandomDraws(5);
        int people = 20_000;
        double squares = 0;
        double products = 0;
        for (int person = 0; person < people; person++) {
            double[] tastes = new double[traits.names().size()];
            for (int trait = 0; trait < tastes.length; trait++) {
                tastes[trait] = draws.gaussian();
            }
            squares += traits.appeal(2, tastes) * traits.appeal(2, tastes);
            products += traits.appeal(2, tastes) * traits.appeal(3, tastes);
        }

        assertThat(squares / people).isCloseTo(1, within(0.05));
        assertThat(products / people).isCloseTo(traits.similarity(2, 3), within(0.05));
    }

    @Test
    void aFilmThatIsNotOutIsNeverRated() {
        SimulatedDataset dataset = FilmSimulation.run(settings(200, 0.5), FILMS);

        assertThat(dataset.ratings())
                .noneMatch(rating -> rating.movieId() == 5)
                .anyMatch(rating -> rating.movieId() == 4);
    }

    @Test
    void moreNoiseRaisesTheFloor() {
        double little = FilmSimulation.run(settings(500, 0.3), FILMS).noiseFloor();
        double much = FilmSimulation.run(settings(500, 0.9), FILMS).noiseFloor();

        assertThat(little).isGreaterThan(0.3).isLessThan(0.5);
        assertThat(much).isGreaterThan(little + 0.2);
    }

    @Test
    void theSameSettingsGiveTheSameRatings() {
        assertThat(FilmSimulation.run(settings(50, 0.5), FILMS).ratings())
                .isEqualTo(FilmSimulation.run(settings(50, 0.5), FILMS).ratings());
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> settings(0, 0.5)).hasMessageContaining("users");
        assertThatThrownBy(() -> settings(10, 0)).hasMessageContaining("noise spread");
        assertThatThrownBy(() -> settings(10, Double.NaN)).hasMessageContaining("noise spread");
        assertThatThrownBy(() -> new TraitWeights(1, 1, 1, 1, 1, -1, 1)).hasMessageContaining("series");
        assertThatThrownBy(() -> new TraitWeights(0, 1, 1, 1, 1, 1, 1)).hasMessageContaining("genre and era");
    }

    @Test
    void refusesRatingsThatNobodyCanGive() {
        assertThatThrownBy(() -> new SimulatedRating(1, 1, 3.3, 0, 3)).hasMessageContaining("3.3");
        assertThatThrownBy(() -> new SimulatedRating(1, 1, 5.5, 0, 3)).hasMessageContaining("5.5");
        assertThatThrownBy(() -> new SimulatedRating(1, 1, 3.5, 0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new SimulatedRating(0, 1, 3.5, 0, 3)).hasMessageContaining("ids");
    }

    @Test
    void templatesMustFitTheirValues() {
        assertThat(DatasetReadme.filled("{{a}} and {{a}}", Map.of("a", "1"))).isEqualTo("1 and 1");
        assertThatThrownBy(() -> DatasetReadme.filled("{{b}}", Map.of())).hasMessageContaining("{{b}}");
        assertThatThrownBy(() -> DatasetReadme.filled("text", Map.of("a", "1"))).hasMessageContaining("no place for a");
    }

    private static Film film(String title, int year, String genre, String series) {
        int quality = year % 100;
        return new Film(
                title,
                year,
                "English",
                List.of(genre),
                "nobody",
                series,
                List.of(),
                new FilmStyle(0, 0, 0),
                50,
                quality);
    }

    private static SimulationSettings settings(int users, double noiseSpread) {
        return new SimulationSettings(
                3, users, 2, 4, 1, 0.5, 2010, 2020, 1, 0.2, 0.5, 0.5, 3.5, 0.3, 0.3, 0.1, 0.6, noiseSpread, WEIGHTS);
    }
}
