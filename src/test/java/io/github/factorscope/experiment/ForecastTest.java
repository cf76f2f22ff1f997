package io.github.factorscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForecastTest {
    private static final int MANY_ITEMS = 100_000; // all pairs of them fill 40 GB

    private final Split small = split(RandomRatings.dataset(40, 30, 0.4, 1));
    private final Split larger = split(RandomRatings.dataset(160, 120, 0.4, 1));

    static Stream<ModelFamily> families() {
        return ModelCatalogue.all().stream();
    }

    private static Split split(Dataset dataset) {
        return Split.of(dataset, new SplitPlan(0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("families")
    void moreRatingsTakeMoreTimeAndMemory(ModelFamily family) {
        Forecast few = Forecast.of(family, family.defaults(), small);
        Forecast many = Forecast.of(family, family.defaults(), larger);

        assertThat(few.seconds()).isPositive();
        assertThat(few.bytes()).isPositive();
        assertThat(many.seconds()).isGreaterThan(few.seconds());
        assertThat(many.bytes()).isGreaterThan(few.bytes());
        assertThat(few.fits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"svd,factors", "svdpp,factors", "global-ngbr,neighbours", "integrated,neighbours", "integrated,factors"
    })
    void aLargerModelTakesMoreTimeAndMemory(String id, String setting) {
        ModelFamily family = ModelCatalogue.find(id);
        Forecast small = Forecast.of(family, family.defaults().with(setting, "5"), larger);
        Forecast large = Forecast.of(family, family.defaults().with(setting, "50"), larger);

        assertThat(large.epochSeconds()).isGreaterThan(small.epochSeconds());
        assertThat(large.bytes()).isGreaterThan(small.bytes());
    }

    @Test
    void whatDoesNotFitIsRefusedWithASettingThatFits() {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int item = 0; item < MANY_ITEMS; item++) {
            ratings.add(item % 50, item, 1 + item % 5, 0);
        }
        Dataset dataset = RandomRatings.dataset(ratings.build(), Ratings.none(), 50, MANY_ITEMS);
        ModelFamily family = ModelCatalogue.find("global-ngbr");
        Settings all = family.defaults().with("neighbours", "1000000");

        Experiment refused = new Experiment(dataset, split(dataset), family, all, 1, 0);
        assertThat(refused.forecast().fits()).isFalse();
        assertThatThrownBy(() -> refused.newSession(report -> {}))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("global-ngbr")
                .hasMessageContaining("GB")
                .satisfies(refusal -> {
                    Matcher advice = Pattern.compile("neighbours = (\\d+)").matcher(refusal.getMessage());
                    assertThat(advice.find()).isTrue();
                    Settings advised = all.with("neighbours", advice.group(1));
                    new Experiment(dataset, split(dataset), family, advised, 1, 0).requireFits();
                });
    }
}
