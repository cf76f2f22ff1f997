package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarScaleTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @CsvSource({"3.24, 3.0, 3", "3.26, 3.5, 3", "3.51, 3.5, 4", "-2,   0.5, 1", "0.6,  0.5, 1", "9,    5,   5"})
    void opinionsBecomeTheNearestStars(double opinion, double halfStars, double wholeStars) {
        assertThat(StarScale.stars(opinion, false)).isEqualTo(halfStars);
        assertThat(StarScale.stars(opinion, true)).isEqualTo(wholeStars);
    }

    @ParameterizedTest
    @CsvSource({"3.5, 0.3, 0", "3.6, 0.3, 1", "4.8, 0.4, 0.5", "1.0, 0.5, 0.7", "7.0, 0.2, 0.3"})
    void expectedStarsAreTheMeanOfManyDraws(double centre, double noiseScale, double wholeStarShare) {
        RandomDraws draws = new RandomDraws(7);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            boolean wholeStarsOnly = draws.uniform() < wholeStarShare;
            sum += StarScale.stars(centre + draws.logistic(noiseScale), wholeStarsOnly);
        }

        // No rating is more than 5 stars away from another, but the spread here stays below 1 star.
        assertThat(StarScale.expectedStars(centre, noiseScale, wholeStarShare))
                .isCloseTo(sum / DRAWS, within(5 / Math.sqrt(DRAWS)));
    }

    @Test
    void drawsHaveTheStatedMomentsAndBounds() {
        RandomDraws draws = new RandomDraws(11);
        double gaussianSquares = 0;
        double logisticSquares = 0;
        double gumbelSum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double gaussian = draws.gaussian();
            double logistic = draws.logistic(1);
            gaussianSquares += gaussian * gaussian;
            logisticSquares += logistic * logistic;
            gumbelSum += draws.gumbel();
            assertThat(draws.index(3)).isBetween(0, 2);
        }

        assertThat(gaussianSquares / DRAWS).isCloseTo(1, within(0.02));
        assertThat(logisticSquares / DRAWS).isCloseTo(Math.PI * Math.PI / 3, within(0.08));
        assertThat(gumbelSum / DRAWS).isCloseTo(0.5772, within(0.02));
    }
}
