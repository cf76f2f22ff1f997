package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmListTest {
    private static final String HEADER =
            "title,year,language,genres,director,series,themes,artistry,darkness,thoughtfulness,fame,quality\n";
    private static final String ALIEN =
            "Alien,1979,English,Horror|Sci-Fi,Ridley Scott,Alien,monsters in the dark,0,2,0,68,84\n";

    @Test
    void readsAFilm() throws IOException {
        assertThat(read(ALIEN))
                .containsExactly(new Film(
                        "Alien",
                        1979,
                        "English",
                        List.of("Horror", "Sci-Fi"),
                        "Ridley Scott",
                        "Alien",
                        List.of("monsters in the dark"),
                        new FilmStyle(0, 2, 0),
                        68,
                        84));
    }

    @ParameterizedTest
    @CsvSource({
        "1979,           1779,            1779",
        "Horror|Sci-Fi,  Horror|Space,    genre",
        "Horror|Sci-Fi,  Horror|Horror,   twice",
        "Horror|Sci-Fi,  '',              genre",
        "Ridley Scott,   '',              director",
        "'0,2,0,',       '0,3,0,',        darkness",
        "'68,84',        '101,84',        fame",
        "'68,84',        '68,-1',         quality"
    })
    void refusesNonsense(String right, String wrong, String complaint) {
        String row = ALIEN.replace(right, wrong);

        assertThat(row).isNotEqualTo(ALIEN);
        assertThatThrownBy(() -> read(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAFilmListedTwice() {
        assertThatThrownBy(() -> read(ALIEN + ALIEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Alien is listed twice");
    }

    @Test
    void noBundledTitleOccursTwice() throws IOException {
        assertThat(FilmList.bundled()).extracting(Film::title).doesNotHaveDuplicates();
    }

    @Test
    void bundledFilmsRunFromTheSilentsToTheTwentyTwenties() throws IOException {
        List<Integer> years = FilmList.bundled().stream().map(Film::year).toList();

        assertThat(years).isSorted().allMatch(year -> year <= 2024);
        Set<Integer> decades = years.stream().map(year -> year / 10 * 10).collect(Collectors.toSet());
        assertThat(decades).contains(1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020);
    }

    @Test
    void bundledFilmsCoverEveryGenreAndManyLanguages() throws IOException {
        List<Film> films = FilmList.bundled();

        assertThat(films.stream().flatMap(film -> film.genres().stream()).collect(Collectors.toSet()))
                .isEqualTo(Film.GENRES);
        assertThat(films.stream().map(Film::language).collect(Collectors.toSet()))
                .contains("Japanese", "French", "Italian", "Swedish", "Korean", "Cantonese", "German", "Spanish");
    }

    @Test
    void everySeriesHasAtLeastTwoFilms() throws IOException {
        assertThat(FilmList.bundled().stream()
                        .filter(Film::inSeries)
                        .collect(Collectors.groupingBy(Film::series, Collectors.counting())))
                .hasSizeGreaterThan(20)
                .allSatisfy((series, count) -> assertThat(count).as(series).isGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "The Matrix, English, 'Matrix, The (1999)'",
        "A Fistful of Dollars, Italian, 'Fistful of Dollars, A (1999)'",
        "La Dolce Vita, Italian, 'Dolce Vita, La (1999)'",
        "La La Land, English, La La Land (1999)",
        "Das Boot, German, 'Boot, Das (1999)'",
        "Die Hard, English, Die Hard (1999)",
        "Alien, English, Alien (1999)",
        "Theatre, English, Theatre (1999)"
    })
    void articlesMoveToTheEnd(String title, String language, String written) {
        Film film = new Film(
                title, 1999, language, List.of("Drama"), "nobody", "", List.of(), new FilmStyle(0, 0, 0), 50, 50);

        assertThat(MovieLensTitle.of(film)).isEqualTo(written);
    }

    private static List<Film> read(String rows) throws IOException {
        return FilmList.read(new StringReader(HEADER + rows));
    }
}
