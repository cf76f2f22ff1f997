package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFilmsTest {
    private static final Path BUNDLED = Path.of("datasets", "demo-films");

    @TempDir
    private static Path folder;

    private static SimulatedDataset dataset;
    private static DatasetFacts facts;
    private static FilmSimilarity similarity;

    @BeforeAll
    static void write() throws IOException {
        dataset = DemoFilms.writeTo(folder.resolve("made/anew"), DemoFilms.DEFAULT_SEED);
        facts = dataset.facts();
        similarity = new FilmSimilarity(dataset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratings.csv", "movies.csv", "README.md"})
    void isWhatTheGeneratorWrites(String name) throws IOException {
        assertThat(folder.resolve("made/anew").resolve(name)).hasSameBinaryContentAs(BUNDLED.resolve(name));
    }

    @Test
    void anotherSeedGivesOtherRatings() throws IOException {
        assertThat(DemoFilms.simulate(DemoFilms.DEFAULT_SEED + 1).ratings()).isNotEqualTo(dataset.ratings());
    }

    @Test
    void hasTheStatedSize() throws IOException {
        assertThat(facts.users()).isEqualTo(1000);
        assertThat(facts.films()).isBetween(290, 330);
        assertThat(facts.ratings()).isBetween(55_000, 65_000);
        assertThat(facts.density()).isCloseTo((double) facts.ratings() / facts.users() / facts.films(), within(1e-12));
        assertThat(Files.size(BUNDLED.resolve("ratings.csv")) + Files.size(BUNDLED.resolve("movies.csv")))
                .isLessThan(2_000_000);
    }

    @Test
    void saysFirstThatTheRatingsAreSimulated() throws IOException {
        List<String> lines = Files.readAllLines(BUNDLED.resolve("README.md"), StandardCharsets.UTF_8);

        assertThat(lines.get(2)).isEqualTo("The ratings in this folder are simulated: no person gave them.");
        assertThat(lines)
                .contains("| users | 1000 |", "| ratings | " + facts.ratings() + " |")
                .anyMatch(line -> line.startsWith("| noise floor (RMSE) | 0.4"));
    }

    @Test
    void starsLookLikeRealOnes() {
        assertThat(facts.meanStars()).isBetween(3.5, 3.6);
        assertThat(facts.starShares()).hasSize(10);
        assertThat(facts.starShares().values())
                .allMatch(share -> share <= facts.starShares().get(4.0));
        double wholeShare = facts.starShares().entrySet().stream()
                .filter(entry -> entry.getKey() == Math.rint(entry.getKey()))
                .mapToDouble(entry -> entry.getValue())
                .sum();
        assertThat(wholeShare).isBetween(0.6, 0.95);
    }

    @Test
    void popularityAndActivityHaveLongTails() {
        assertThat(facts.perFilm().most()).isBetween(600, 750);
        assertThat(facts.perFilm().fewest()).isBetween(10, 30);
        assertThat(facts.perFilm().median() * 3).isLessThan(facts.perFilm().most());
        assertThat(facts.perUser().fewest()).isGreaterThanOrEqualTo(15);
        assertThat(facts.perUser().most()).isGreaterThan(200);
        assertThat(facts.perUser().median() * 4).isLessThan(facts.perUser().most());
    }

    @Test
    void biasesLeaveMoreThanTheNoiseUnexplained() {
        assertThat(facts.noiseFloor()).isBetween(0.4, 0.6);
        assertThat(similarity.residualSpread()).isBetween(facts.noiseFloor() + 0.25, 0.92);
    }

    @Test
    void expectedStarsAreNeitherTooHighNorTooLow() {
        double meanError = dataset.ratings().stream()
                .mapToDouble(rating -> rating.stars() - rating.expectedStars())
                .average()
                .orElseThrow();
        double standardError = facts.noiseFloor() / Math.sqrt(facts.ratings());

        assertThat(meanError).isCloseTo(0, within(4 * standardError));
    }

    @ParameterizedTest
    @CsvSource({
        "Alien, Aliens",
        "Alien, The Thing",
        "The Godfather, The Godfather: Part II",
        "The Godfather, Goodfellas",
        "Toy Story, Toy Story 2",
        "Toy Story, 'Monsters, Inc.'",
        "The Lord of the Rings: The Fellowship of the Ring, The Lord of the Rings: The Two Towers",
        "The Lord of the Rings: The Fellowship of the Ring, The Lord of the Rings: The Return of the King",
        "The Terminator, Terminator 2: Judgment Day",
        "Spirited Away, My Neighbor Totoro",
        "Seven Samurai, Yojimbo",
        "Before Sunrise, Before Sunset",
        "The Dark Knight, Batman Begins",
        "Persona, The Seventh Seal",
        "'The Good, the Bad and the Ugly', A Fistful of Dollars",
        "Singin' in the Rain, The Sound of Music"
    })
    void plantedNeighboursCanBeFound(String title, String neighbour) {
        assertThat(similarity.closest(title, 5)).contains(neighbour);
    }

    @Test
    void unlikeFilmsAreFarApart() {
        int alien = similarity.index("Alien");

        assertThat(dataset.traits().similarity(alien, similarity.index("Notting Hill")))
                .isNegative();
        assertThat(similarity.similarity(alien, similarity.index("Notting Hill")))
                .isLessThan(similarity.similarity(alien, similarity.index("Aliens")) - 0.2);
    }

    @Test
    void nobodyRatesAFilmBeforeItsRelease() {
        assertThat(dataset.ratings())
                .allMatch(rating -> dataset.films().get(rating.movieId() - 1).year() < yearOf(rating));
    }

    @Test
    void everybodyRatesInTheStatedYears() {
        assertThat(dataset.ratings().stream().mapToInt(DemoFilmsTest::yearOf))
                .allMatch(year -> year >= dataset.settings().firstYear()
                        && year <= dataset.settings().lastYear());
    }

    @Test
    void ratingsAreSortedAndNoneIsGivenTwice() {
        Set<List<Integer>> pairs = new HashSet<>();
        long previous = Long.MIN_VALUE;
        int user = 1;
        for (SimulatedRating rating : dataset.ratings()) {
            if (rating.userId() != user) {
                assertThat(rating.userId()).isEqualTo(user + 1);
                user++;
                previous = Long.MIN_VALUE;
            }
            assertThat(rating.seconds()).isGreaterThan(previous);
            previous = rating.seconds();
            assertThat(pairs.add(List.of(rating.userId(), rating.movieId()))).isTrue();
        }
        assertThat(user).isEqualTo(facts.users());
    }

    @Test
    void heavyUsersAreFewAndNobodyRatesEverything() {
        int[] counts = new int[facts.users()];
        dataset.ratings().forEach(rating -> counts[rating.userId() - 1]++);

        assertThat(Arrays.stream(counts).filter(count -> count > 200).count()).isBetween(5L, 100L);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(facts.films());
    }

    @Test
    void writesMoviesInTheMovieLensLayout() throws IOException {
        List<String> lines = Files.readAllLines(BUNDLED.resolve("movies.csv"), StandardCharsets.UTF_8);

        assertThat(lines).hasSize(facts.films() + 1).startsWith("movieId,title,genres");
        assertThat(lines)
                .anyMatch(line -> line.endsWith(",\"Matrix, The (1999)\",Action|Sci-Fi|Thriller"))
                .anyMatch(line -> line.endsWith(",Alien (1979),Horror|Sci-Fi"));
    }

    @Test
    void writesRatingsInTheMovieLensLayout() throws IOException {
        List<String> lines = Files.readAllLines(BUNDLED.resolve("ratings.csv"), StandardCharsets.UTF_8);

        assertThat(lines).hasSize(facts.ratings() + 1).startsWith("userId,movieId,rating,timestamp");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("\\d+,\\d+,[0-5]\\.[05],\\d{10}"));
    }

    private static int yearOf(SimulatedRating rating) {
        return Instant.ofEpochSecond(rating.seconds()).atZone(ZoneOffset.UTC).getYear();
    }
}
