package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.JointCounts;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EvidenceWordsTest {
    private static final Pattern PRODUCT = Pattern.compile("Weight (\\S+) × deviation (\\S+) = (\\S+)");

    private final Dataset dataset = RandomRatings.dataset(6, 4, 1, 1);
    private final Person user = new Person(2, RatedItems.none().with(1, 5));

    private EvidenceWords words(Term term, Term... others) {
        List<Term> terms = new ArrayList<>(List.of(term));
        terms.addAll(List.of(others));
        return new EvidenceWords(dataset, new Explanation(2, 0, 4, terms), user, term);
    }

    private static Term explicit(double amount, Evidence evidence) {
        return Term.of(TermKind.EXPLICIT, 1, amount, evidence);
    }

    @Test
    void saysWhoGaveWhatAndWhatWasExpected() {
        Evidence evidence = new Evidence(5, 0.84, 0.25, 0.3, 0.4, 20);

        assertThat(words(explicit(0.21, evidence)).given()).isEqualTo("User u2 gave Title 1 5★; expected: 4.16");
        assertThat(words(Term.ofUser(TermKind.EXPLICIT, 3, 0.21, evidence)).given())
                .isEqualTo("User u3 gave Title 0 5★; expected: 4.16");
        assertThat(words(Term.of(TermKind.TASTE, 1, 0.21, evidence)).given())
                .isEqualTo("User u2 gave Title 1 5★; without their taste: 4.16");
        Evidence implicit = new Evidence(5, Double.NaN, 0.02, 0.3, 0.4, 20);
        assertThat(words(Term.of(TermKind.IMPLICIT, 1, 0.02, implicit)).given()).isEqualTo("User u2 gave Title 1 5★");
        assertThat(words(Term.of(TermKind.IMPLICIT, 1, 0.02, implicit)).arithmetic())
                .isEqualTo("Counts for having been rated at all, whatever the stars: +0.0200");
    }

    @Test
    void whatIsMultipliedGivesWhatIsShownToTheLastDigit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 5000; trial++) {
            double weight = Math.pow(10, -3 * random.nextDouble()) * (random.nextDouble() - 0.3);
            double deviation = 4 * random.nextDouble() - 2;
            String text = words(explicit(weight * deviation, new Evidence(4, deviation, weight, 0.3, 0.4, 20)))
                    .arithmetic();
            Matcher product = PRODUCT.matcher(text);
            assertThat(product.matches()).as(text).isTrue();
            assertThat(number(product.group(1)) * number(product.group(2)))
                    .as(text)
                    .isCloseTo(number(product.group(3)), within(0.00005 + 1e-9));
        }
        assertThat(words(explicit(0.21, new Evidence(5, 0.84, 0.25, 0.3, 0.4, 20)))
                        .arithmetic())
                .isEqualTo("Weight 0.250 × deviation +0.840 = +0.2100");
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace('−', '-'));
    }

    @Test
    void showsTheSimilarityBeforeAndAfterShrinking() {
        double shrunk = 0.5 * 150 / (150 + 100);

        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, shrunk, 0.5, 150)))
                        .similarity())
                .isEqualTo("Similarity 0.300 = 0.500 before shrinking × 150 / (150 + 100)");
        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, -shrunk, -0.5, 150)))
                        .similarity())
                .startsWith("Similarity −0.300 = −0.500 before shrinking × 150 / (150 + 100)");
        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, 0.5, 0.5, 1))).similarity())
                .isEqualTo("Similarity 0.500");
        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, 0, 0, 0))).similarity())
                .isEqualTo("No similarity: nothing in common");
        assertThat(words(Term.ofUser(TermKind.EXPLICIT, 3, 0.1, new Evidence(5, 1, 0.1, 0.5, 0.5, 7)))
                        .support())
                .isEqualTo("7 items rated by both");
        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, 0.5, 0.5, 1))).support())
                .isEqualTo("1 user rated both");
    }

    @Test
    void tellsAWeightThatIsAShareOfAllSimilarities() {
        Term first = explicit(0.3, new Evidence(5, 1, 0.3, 0.15, 0.2, 20));
        Term second = Term.of(TermKind.EXPLICIT, 2, 0.7, new Evidence(5, 1, 0.7, 0.35, 0.4, 20));
        Term learned = Term.of(TermKind.EXPLICIT, 3, 0.7, new Evidence(5, 1, 0.2, 0.35, 0.4, 20));

        assertThat(words(first, second).share()).contains("Weight = 0.150 of 0.500, all similarities");
        assertThat(words(learned, first, second).share()).isEmpty();
    }

    @Test
    void saysWhatThoseOfTheSameOpinionGave() {
        RatingMatrix ratings = RatingMatrix.of(
                RandomRatings.table(new double[][] {{5, 5}, {4, 5}, {5, 5}, {1, 2}, {3, 4}, {3, 0}}),
                6,
                2,
                RatingScale.WHOLE_STARS);
        JointCounts joint = JointCounts.of(ratings, 1, 0);

        assertThat(words(explicit(0.2, new Evidence(5, 1, 0.2, 0.3, 0.4, 20))).likeMinded(joint))
                .isEqualTo("Of the 3 who gave Title 1 5★, 67 % gave this one 5★, on average 4.7; "
                        + "all 5 who rated both: 3.6");
        assertThat(words(explicit(0.2, new Evidence(2, 1, 0.2, 0.3, 0.4, 20))).likeMinded(joint))
                .isEqualTo("The only one who gave Title 1 2★ and rated this one gave it 1★; all 5 who rated both: 3.6");
        assertThat(words(explicit(0.2, new Evidence(1, 1, 0.2, 0.3, 0.4, 20))).likeMinded(joint))
                .isEqualTo("Nobody who gave Title 1 1★ rated this one");
        assertThat(words(explicit(0.2, new Evidence(1, 1, 0.2, 0, 0, 0)))
                        .likeMinded(JointCounts.of(RandomRatings.matrix(1, 5, 0, 1), 1, 2)))
                .isEqualTo("Nobody has rated both");
    }
}
