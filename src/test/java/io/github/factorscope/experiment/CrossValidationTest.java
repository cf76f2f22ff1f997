package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.evaluation.Accuracy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    @Test
    void meanAndStandardDeviationOfTheFoldsByHand() {
        CrossValidation folds = new CrossValidation(List.of(
                new Accuracy(10, 0.9, 0.7, 8.1), new Accuracy(11, 0.8, 0.7, 7.04), new Accuracy(10, 1, 0.7, 10)));

        assertThat(folds.rmse().mean()).isCloseTo(0.9, within(1e-12));
        assertThat(folds.rmse().standardDeviation()).isCloseTo(Math.sqrt((0.01 + 0.01) / 2), within(1e-12));
        assertThat(folds.mae().mean()).isCloseTo(0.7, within(1e-12));
        assertThat(folds.mae().standardDeviation()).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneFoldHasNoDeviation() {
        assertThatThrownBy(() -> new CrossValidation(List.of(new Accuracy(1, 1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }
}
