package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StarTextTest {
    @Test
    void numbersReadAsTheyStandOnTheScreen() {
        assertThat(StarText.prediction(4.2364)).isEqualTo("4.236");
        assertThat(StarText.amount(0.0124)).isEqualTo("+0.012");
        assertThat(StarText.amount(-0.0124)).isEqualTo("−0.012");
        assertThat(StarText.amount(-0.0001)).isEqualTo("0.000");
        assertThat(StarText.stars(4)).isEqualTo("4");
        assertThat(StarText.stars(3.5f)).isEqualTo("3.5");
        assertThat(StarText.stars(3.25)).isEqualTo("3.25");
        assertThat(StarText.stars(0.1f + 0.2f)).isEqualTo("0.3");
        assertThat(StarText.count(12345)).isEqualTo("12,345");
    }

    /** What stands in a list and what a sum ends with are rounded once, in the same way: also half-way between. */
    @Test
    void aPredictionReadsTheSameInAListAndUnderItsSum() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20_000; trial++) {
            double stars = trial % 2 == 0 ? random.nextInt(10_000) / 2000.0 : 6 * random.nextDouble() - 0.5;
            Waterfall waterfall =
                    Waterfall.of(new Explanation(0, 0, stars, List.of(Term.of(TermKind.MEAN, stars))), stars);

            assertThat(StarText.thousandths(waterfall.shown())).isEqualTo(StarText.prediction(stars));
        }
    }
}
