package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatingScale;
import org.junit.jupiter.api.Test;

class RatingStepsTest {
    private static final RatingSteps WHOLE = new RatingSteps(RatingScale.WHOLE_STARS);
    private static final RatingSteps HALF = new RatingSteps(RatingScale.HALF_STARS);
    private static final RatingSteps TEN = new RatingSteps(new RatingScale(1, 10, 1));
    private static final RatingSteps JESTER = new RatingSteps(new RatingScale(-10, 10, 0));

    @Test
    void fiveStarsAreDrawnAndOtherScalesAreNumbers() {
        assertThat(WHOLE.isStars()).isTrue();
        assertThat(HALF.isStars()).isTrue();
        assertThat(TEN.isStars()).isFalse();
        assertThat(JESTER.isStars()).isFalse();
        assertThat(new RatingSteps(new RatingScale(1, 5, 0.25f)).isStars()).isFalse();
        assertThat(new RatingSteps(new RatingScale(0, 0, 0)).isStars()).isFalse();
    }

    @Test
    void pointingAtAStarPicksAllUpToIt() {
        assertThat(WHOLE.at(0)).isEqualTo(1);
        assertThat(WHOLE.at(2.01)).isEqualTo(3);
        assertThat(WHOLE.at(5.4)).isEqualTo(5);
        assertThat(HALF.at(0.1)).isEqualTo(0.5f);
        assertThat(HALF.at(3.2)).isEqualTo(3.5f);
        assertThat(HALF.at(3.8)).isEqualTo(4);
    }

    @Test
    void oneStepUpAndDownStaysOnTheScale() {
        assertThat(HALF.above(3)).isEqualTo(3.5f);
        assertThat(HALF.below(0.5f)).isEqualTo(0.5f);
        assertThat(WHOLE.above(5)).isEqualTo(5);
        assertThat(WHOLE.below(3.4f)).isEqualTo(3);
        assertThat(WHOLE.above(3.4f)).isEqualTo(4);
        assertThat(WHOLE.above(Float.NaN)).isEqualTo(3);
        assertThat(JESTER.above(0)).isEqualTo(1);
        assertThat(JESTER.below(-10)).isEqualTo(-10);
        assertThat(JESTER.above(0.3f)).isEqualTo(1);
    }

    @Test
    void everyRatingIsReachedByStepsFromBelow() {
        float stars = HALF.scale().min();
        for (int step = 2; step <= 10; step++) {
            stars = HALF.above(stars);
            assertThat(stars).isEqualTo(step / 2f);
        }
    }

    @Test
    void digitsAreRatingsWhereTheScaleHasThem() {
        assertThat(WHOLE.ofDigit("4")).hasValue(4);
        assertThat(WHOLE.ofDigit("0")).isEmpty();
        assertThat(WHOLE.ofDigit("7")).isEmpty();
        assertThat(TEN.ofDigit("7")).hasValue(7);
        assertThat(WHOLE.ofDigit("x")).isEmpty();
        assertThat(WHOLE.ofDigit("")).isEmpty();
    }

    @Test
    void ratingsInWords() {
        assertThat(HALF.words(3.5)).isEqualTo("3.5 of 5 stars");
        assertThat(TEN.words(7)).isEqualTo("7");
        assertThat(WHOLE.words(Double.NaN)).isEqualTo("not rated");
    }
}
