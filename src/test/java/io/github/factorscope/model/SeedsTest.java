package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.ModelCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeats with the seeds s, s + 1, s + 2 are to say how much the seed matters, so they must not begin alike. */
class SeedsTest {
    private static final RatingMatrix RATINGS = RandomRatings.matrix(30, 20, 0.4, 5);

    private static float[] itemFactors(String family, String solver, long seed) {
        ModelFamily found = ModelCatalogue.find(family);
        Settings settings =
                solver.isEmpty() ? found.defaults() : found.defaults().with("solver", solver);
        return found.newTrainer(RandomRatings.trainingData(RATINGS), settings, seed)
                .snapshot()
                .parameters()
                .arrays()
                .get("itemFactors");
    }

    @ParameterizedTest
    @CsvSource({"svd, sgd", "svd, als", "svdpp, ''"})
    void neighbouringSeedsDoNotBeginWithTheSameFactorsInOtherPlaces(String family, String solver) {
        float[] factors = itemFactors(family, solver, 1);
        for (int seed = 2; seed <= 5; seed++) {
            float[] others = itemFactors(family, solver, seed);
            for (int shift = 0; shift <= 4; shift++) {
                int equal = 0;
                for (int k = 0; k + shift < factors.length; k++) {
                    equal += factors[k + shift] == others[k] ? 1 : 0;
                }
                assertThat(equal).as("seed %d, shift %d", seed, shift).isLessThan(factors.length / 20);
            }
        }
    }
}
