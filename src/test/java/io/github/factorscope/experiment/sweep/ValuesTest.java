package io.github.factorscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private final ModelFamily svd = ModelCatalogue.find("svd");

    private Hyperparameter<?> hyperparameter(String name) {
        return new Candidate(svd, svd.defaults()).hyperparameter(name);
    }

    @ParameterizedTest
    @CsvSource({
        "factors,        '10,20, 50',        10 20 50",
        "factors,        20..200:5,          20 65 110 155 200",
        "factors,        10..1000:3log,      10 100 1000",
        "factors,        1..4:9,             1 2 3 4",
        "factors,        ' 5 .. 10 : 2 ',    5 10",
        "learningRate,   0.001..0.1:5log,    0.001 0.003162 0.01 0.03162 0.1",
        "learningRate,   0.01..0.02:3,       0.01 0.015 0.02",
        "learningRate,   1e-3..1e-1:3log,    0.001 0.01 0.1",
        "regularization, 0..1:4,             0 0.3333 0.6667 1",
        "solver,         'sgd, als',         sgd als"
    })
    void listsAndRangesAreReadAsAPersonWritesThem(String name, String text, String values) {
        assertThat(String.join(" ", Values.parse(text).all(hyperparameter(name))))
                .isEqualTo(values.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,,2",
                "5..",
                "..5",
                "5..10:",
                "5..10:x",
                "5..10:2lin",
                "10..5:3",
                "5..5",
                "5..10:1",
                "5..10:10001",
                "5..10:99999999999",
                "0..1:3log",
                "a..b:3",
                "1d..2d:3",
                "1..NaN",
                "1..1e999"
            })
    void whatIsNeitherIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> Values.parse(text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "factors, 0..10:3,     factors must lie in 1 to 2000",
        "factors, 1.5..10:3,   whole number",
        "factors, '5,5',       factors has the value 5 twice",
        "factors, '5,05',      factors has the value 5 twice",
        "factors, 'few,many',  whole number",
        "factors, 20..200,     'such as 20..200:5.'",
        "factors, 20..200:log, 'such as 20..200:5log.'",
        "solver,  1..2:2,      'sgd, als'"
    })
    void whatTheHyperparameterCannotBeIsRefusedByItsName(String name, String text, String message) {
        assertThatThrownBy(() -> Values.parse(text).all(hyperparameter(name)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"factors, 3..6", "factors, 3..6:log", "learningRate, 0.001..0.1", "learningRate, 0.001..0.1:log"})
    void drawsLieInTheRangeAndReachAllOfIt(String name, String text) {
        SplittableRandom random = new SplittableRandom(1);
        Span span = Span.parse(text);
        double low = Double.parseDouble(span.low());
        double high = Double.parseDouble(span.high());
        double least = high;
        double most = low;
        for (int k = 0; k < 2000; k++) {
            double value = Double.parseDouble(span.draw(hyperparameter(name), random));
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        assertThat(least).isBetween(low, low + 0.01 * (high - low));
        assertThat(most).isBetween(high - 0.01 * (high - low), high);
    }

    @Test
    void logarithmicDrawsAreAsOftenInEveryDecade() {
        SplittableRandom random = new SplittableRandom(1);
        Span span = Span.parse("0.001..0.1:log");
        int small = 0;
        for (int k = 0; k < 4000; k++) {
            small += Double.parseDouble(span.draw(hyperparameter("learningRate"), random)) < 0.01 ? 1 : 0;
        }

        assertThat(small).isBetween(1900, 2100);
    }

    @Test
    void drawsFromAListOrFromStepsAreOneOfThem() {
        SplittableRandom random = new SplittableRandom(1);
        for (String text : new String[] {"10,20,50", "10..50:3"}) {
            Values values = Values.parse(text);
            for (int k = 0; k < 50; k++) {
                assertThat(values.all(hyperparameter("factors")))
                        .contains(values.draw(hyperparameter("factors"), random));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'10,20,50,100', true",
        "'1,2,4,8',      true",
        "'10,20,30,40',  false",
        "'10,20',        false",
        "'100,50,10',    false",
        "'0,1,10',       false",
        "'sgd,als',      false",
        "1..100:3log,    true",
        "1..100:3,       false"
    })
    void valuesThatGrowByTheSameFactorAreGeometric(String text, boolean geometric) {
        assertThat(Values.parse(text).areGeometric()).isEqualTo(geometric);
    }
}
