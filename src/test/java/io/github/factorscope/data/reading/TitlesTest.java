package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Matrix, The (1999)                    | The Matrix                     | 1999",
                "Toy Story (1995)                      | Toy Story                      | 1995",
                "American in Paris, An (1951)          | An American in Paris           | 1951",
                "Bug's Life, A (1998)                  | A Bug's Life                   | 1998",
                "Misérables, Les (1995)                | Les Misérables                 | 1995",
                "Eclisse, L' (Eclipse) (1962)          | L'Eclisse (Eclipse)            | 1962",
                "City of Lost Children, The (Cité, La) (1995) | The City of Lost Children (Cité, La) | 1995",
                "2001: A Space Odyssey (1968)          | 2001: A Space Odyssey          | 1968",
                "1984                                  | 1984                           | 0",
                "Babylon 5                             | Babylon 5                      | 0",
                "Fawlty Towers (1975-1979)             | Fawlty Towers                  | 1975",
                "Big Bang Theory, The (2007-)          | The Big Bang Theory            | 2007",
                "Seven (a.k.a. Se7en) (1995)           | Seven (a.k.a. Se7en)           | 1995",
                "I, Robot (2004)                       | I, Robot                       | 2004",
                "Crouching Tiger, Hidden Dragon (2000) | Crouching Tiger, Hidden Dragon | 2000",
                "'  Alien (1979)  '                    | Alien                          | 1979",
                "(1999)                                | (1999)                         | 0"
            })
    void titlesAreWrittenAsOneReadsThem(String written, String title, int year) {
        assertThat(Titles.parse(written)).isEqualTo(new Titles.Title(title, year));
    }
}
