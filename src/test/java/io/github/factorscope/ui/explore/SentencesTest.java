package io.github.factorscope.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Evidence EVIDENCE = new Evidence(4.5f, 0.8, 0.1, 0.3, 1.8, 20);

    private final Dataset dataset = new Dataset(
            "two films",
            "made for a test",
            RandomRatings.of(new double[] {0, 0, 4}, new double[] {1, 1, 4}),
            Ratings.none(),
            IdIndex.of(List.of("7", "8")),
            ItemCatalogue.of(
                    IdIndex.of(List.of("1", "2")),
                    Map.of(
                            "1", new Item("1", "Alien", 1979, List.of()),
                            "2", new Item("2", "The Thing", 1982, List.of()))),
            RatingScale.WHOLE_STARS);

    private String summary(Term... terms) {
        return Sentences.summary(new Explanation(0, 0, 4, List.of(terms)), dataset);
    }

    @Test
    void namesTheTermsThatRaiseMostWithTheirStars() {
        assertThat(summary(
                        Term.of(TermKind.USER_BIAS, 0.3),
                        Term.of(TermKind.EXPLICIT, 0, 0.1, EVIDENCE),
                        Term.of(TermKind.EXPLICIT, 1, 0.2, EVIDENCE)))
                .isEqualTo(
                        "Mostly because of The Thing (4.5★) and Alien (4.5★); this user rates 0.3 above the average.");
    }

    @Test
    void whatCountsForBeingRatedAtAllHasNoStars() {
        assertThat(summary(Term.of(TermKind.IMPLICIT, 0, 0.1, EVIDENCE)))
                .startsWith("Mostly because of having rated Alien;")
                .doesNotContain("★");
    }

    @Test
    void saysWhenNothingSpeaksForTheItem() {
        assertThat(summary(Term.of(TermKind.EXPLICIT, 0, -0.1, EVIDENCE)))
                .startsWith("No rating of this user speaks for it; this user rates about as others do");
    }

    @Test
    void namesTheUsersThatRaiseMost() {
        assertThat(summary(Term.ofUser(TermKind.EXPLICIT, 1, 0.1, EVIDENCE)))
                .startsWith("Mostly because of User 8 (4.5★);");
        assertThat(summary(Term.ofUser(TermKind.EXPLICIT, 1, -0.1, EVIDENCE)))
                .startsWith("No similar user speaks for it");
    }

    @Test
    void anItemThatSpeaksTwiceIsNamedOnceAndToldApart() {
        Term asNeighbour = Term.of(TermKind.EXPLICIT, 0, 0.3, EVIDENCE);
        Term asTaste = Term.of(TermKind.TASTE, 0, 0.2, EVIDENCE);
        Explanation both = new Explanation(0, 1, 4, List.of(asNeighbour, asTaste));
        Explanation tasteAlone = new Explanation(0, 1, 4, List.of(asTaste));

        assertThat(Sentences.summary(both, dataset)).startsWith("Mostly because of Alien (4.5★);");
        assertThat(Sentences.neighbour(asNeighbour, both, dataset)).isEqualTo("Alien");
        assertThat(Sentences.neighbour(asTaste, both, dataset)).isEqualTo("taste: Alien");
        assertThat(Sentences.neighbour(asTaste, tasteAlone, dataset)).isEqualTo("Alien");
    }

    @Test
    void saysWhatIsShownInsteadOfASumOutsideTheScale() {
        assertThat(Sentences.clipping(5.016, 5)).contains("5.02", "5.00");
        assertThat(Sentences.clipping(4.2, 4.2)).isEmpty();
    }
}
