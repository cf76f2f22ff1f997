package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingScaleTest {
    @ParameterizedTest
    @CsvSource({
        "1 5 3 4,          1,   5,   1",
        "0.5 5 4.5,        0.5, 5,   0.5",
        "1 2.25 5,         1,   5,   0.25",
        "1 2.2 4.6 5,      1,   5,   0.2",
        "0.1 0.7 9.9,      0.1, 9.9, 0.1",
        "-1 1 0,           -1,  1,   1",
        "0.1234 3.14159,   0.1234, 3.14159, 0",
        "4 4 4,            4,   4,   1"
    })
    void theScaleIsTheRangeOfTheRatingsAndTheirLargestStep(String stars, float min, float max, float step) {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (String text : stars.split(" ", -1)) {
            ratings.add(0, ratings.size(), Float.parseFloat(text), 0);
        }
        assertThat(RatingScale.of(ratings.build())).isEqualTo(new RatingScale(min, max, step));
    }

    @Test
    void clippingGivesTheNearestRatingWithinTheScale() {
        RatingScale scale = RatingScale.HALF_STARS;

        assertThat(scale.clip(-3)).isEqualTo(0.5);
        assertThat(scale.clip(0.5)).isEqualTo(0.5);
        assertThat(scale.clip(3.217)).isEqualTo(3.217);
        assertThat(scale.clip(5.0001)).isEqualTo(5);
        assertThat(scale.clip(Double.POSITIVE_INFINITY)).isEqualTo(5);
    }

    @Test
    void bothEndsBelongToTheScale() {
        assertThat(RatingScale.WHOLE_STARS.contains(1)).isTrue();
        assertThat(RatingScale.WHOLE_STARS.contains(5)).isTrue();
        assertThat(RatingScale.WHOLE_STARS.contains(0.99)).isFalse();
        assertThat(RatingScale.WHOLE_STARS.contains(5.01)).isFalse();
        assertThat(RatingScale.WHOLE_STARS.contains(Double.NaN)).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new RatingScale(5, 1, 1)).hasMessageContainingAll("5", "1");
        assertThatThrownBy(() -> new RatingScale(Float.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RatingScale(1, Float.POSITIVE_INFINITY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RatingScale(1, 5, -1)).hasMessageContaining("step");
    }
}
