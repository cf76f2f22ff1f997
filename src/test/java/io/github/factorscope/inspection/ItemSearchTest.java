package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemSearchTest {
    /** Titles with the number of their ratings. */
    private static ItemSearch search(Object... titlesAndCounts) {
        Map<String, Item> items = new HashMap<>();
        Ratings.Builder ratings = new Ratings.Builder(false);
        int users = 0;
        for (int k = 0; k < titlesAndCounts.length; k += 2) {
            String[] parts = ((String) titlesAndCounts[k]).split("\\|", -1);
            int year = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            items.put("" + k / 2, new Item("" + k / 2, parts[0], year, List.of()));
            int count = (Integer) titlesAndCounts[k + 1];
            users = Math.max(users, count);
            for (int user = 0; user < count; user++) {
                ratings.add(user, k / 2, 3, 0);
            }
        }
        int count = titlesAndCounts.length / 2;
        List<String> ids = IntStream.range(0, count).mapToObj(item -> "" + item).toList();
        return ItemSearch.of(
                ItemCatalogue.of(IdIndex.of(ids), items),
                RatingMatrix.of(ratings.build(), users, count, RatingScale.WHOLE_STARS));
    }

    private static final ItemSearch FILMS = search(
            "The Matrix|1999", 9,
            "The Matrix Reloaded|2003", 5,
            "Amélie|2001", 4,
            "Alien|1979", 6,
            "Aliens|1986", 7,
            "Schindler's List|1993", 3,
            "Brødre|2004", 1,
            "Straße der Lügen", 1,
            "E.T. the Extra-Terrestrial|1982", 2,
            "Unmatrixed", 8);

    @ParameterizedTest
    @CsvSource({
        "matrix the, 0",
        "THE MATRIX, 0",
        "amelie, 2",
        "AMÉLIE, 2",
        "schindlers list, 5",
        "schindler's, 5",
        "brodre, 6",
        "strasse lugen, 7",
        "extra terr, 8",
        "alien 1986, 4",
        "reloaded matr, 1",
    })
    void findsWordsInAnyOrderWhateverTheirAccentsAndPunctuation(String typed, int first) {
        assertThat(FILMS.find(typed, 5)).startsWith(first);
    }

    @Test
    void wordsThatBeginSoComeFirstThenThoseInsideEachByPopularity() {
        assertThat(FILMS.find("matri", 5)).containsExactly(0, 1, 9);
    }

    @Test
    void theTitleItselfComesBeforeMorePopularOnes() {
        assertThat(FILMS.find("alien", 5)).containsExactly(3, 4);
        assertThat(FILMS.find("alie", 5)).containsExactly(4, 3);
    }

    @Test
    void aWordThatAlsoStandsInsideAnotherCountsAsABeginning() {
        ItemSearch search = search("Romantic Man", 1, "Romantic", 2);

        assertThat(search.find("man", 5)).containsExactly(0, 1);
    }

    @Test
    void givesNoMoreThanAskedFor() {
        assertThat(FILMS.find("t", 2)).hasSize(2);
        assertThat(FILMS.find("t", 0)).isEmpty();
    }

    @Test
    void nothingTypedAndNothingFoundAreNoHits() {
        assertThat(FILMS.find("", 5)).isEmpty();
        assertThat(FILMS.find(" ?!", 5)).isEmpty();
        assertThat(FILMS.find("casablanca", 5)).isEmpty();
        assertThat(FILMS.find("alien casablanca", 5)).isEmpty();
    }

    @Test
    void aTitleWithoutLettersIsFoundToo() {
        assertThat(search("$", 1, "Dollars", 2).find("$", 5)).containsExactly(0);
    }

    @Test
    void anyItemIsFoundByItsWholeTitle() {
        String[] titles = {"M", "Möbius", "Magnolia", "Z", "Zorba"};
        ItemSearch search = search("M", 1, "Möbius", 9, "Magnolia", 8, "Z", 1, "Zorba", 5);

        assertThat(Arrays.stream(titles)
                        .mapToInt(title -> search.find(title, 1)[0])
                        .toArray())
                .containsExactly(0, 1, 2, 3, 4);
    }
}
