package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private enum Solver {
        SGD,
        LEAST_SQUARES
    }

    private static final Hyperparameter<Integer> FACTORS =
            Hyperparameter.whole("factors", "Factors", "f", 1, 2000, 50, "How many.");
    private static final Hyperparameter<Double> RATE =
            Hyperparameter.real("rate", "Rate", "γ", 0.000001, 10, 0.02, "How far.");
    private static final Hyperparameter<Solver> SOLVER = Hyperparameter.choice("solver", "Solver", Solver.SGD, "How.");

    private final Settings defaults = Settings.defaults(List.of(FACTORS, RATE, SOLVER));

    @Test
    void withoutChangesEveryValueIsTheDefault() {
        assertThat(defaults.get(FACTORS)).isEqualTo(50);
        assertThat(defaults.get(RATE)).isEqualTo(0.02);
        assertThat(defaults.get(SOLVER)).isEqualTo(Solver.SGD);
        assertThat(defaults.toMap())
                .containsExactly(Map.entry("factors", 50), Map.entry("rate", 0.02), Map.entry("solver", "sgd"));
    }

    @Test
    void aChangeLeavesTheOriginalAlone() {
        Settings changed = defaults.with(FACTORS, 7).with("rate", " 0.5 ").with("solver", "Least-Squares");

        assertThat(changed.get(FACTORS)).isEqualTo(7);
        assertThat(changed.get(RATE)).isEqualTo(0.5);
        assertThat(changed.get(SOLVER)).isEqualTo(Solver.LEAST_SQUARES);
        assertThat(changed).isNotEqualTo(defaults);
        assertThat(defaults).isEqualTo(Settings.defaults(List.of(FACTORS, RATE, SOLVER)));
    }

    @Test
    void whatIsFormattedIsParsedToTheSameValue() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 2000; k++) {
            int factors = 1 + random.nextInt(2000);
            double rate = Math.pow(10, 7 * random.nextDouble() - 6);
            Settings settings = defaults.with(FACTORS, factors).with(RATE, rate).with(SOLVER, Solver.LEAST_SQUARES);
            Settings again = defaults;
            for (Hyperparameter<?> hyperparameter : settings.hyperparameters()) {
                again = again.with(hyperparameter.name(), settings.format(hyperparameter));
            }
            assertThat(again).isEqualTo(settings);
        }
    }

    @Test
    void realNumbersAreWrittenAsPeopleWriteThem() {
        assertThat(RATE.domain().format(3.0)).isEqualTo("3");
        assertThat(RATE.domain().format(0.02)).isEqualTo("0.02");
        assertThat(RATE.domain().format(1e-6)).isEqualTo("0.000001");
    }

    @Test
    void peopleReadLabelsAndChoicesInWords() {
        assertThat(defaults.words(FACTORS)).isEqualTo("Factors 50");
        assertThat(defaults.words(RATE)).isEqualTo("Rate 0.02");
        assertThat(defaults.words(SOLVER)).isEqualTo("Solver SGD");
    }

    @Test
    void theEndsOfARangeBelongToIt() {
        assertThat(defaults.with("factors", "1").get(FACTORS)).isEqualTo(1);
        assertThat(defaults.with("factors", "2000").get(FACTORS)).isEqualTo(2000);
        assertThat(defaults.with("rate", "0.000001").get(RATE)).isEqualTo(1e-6);
        assertThat(defaults.with("rate", "10").get(RATE)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2001", "-5", "1.5", "many", "", "1e2", "99999999999"})
    void aRefusedWholeNumberIsNamedWithItsRange(String text) {
        assertThatThrownBy(() -> defaults.with("factors", text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("factors", "1 to 2000", text)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10.1", "-1", "NaN", "Infinity", "fast", "", "0,5"})
    void aRefusedRealNumberIsNamedWithItsRange(String text) {
        assertThatThrownBy(() -> defaults.with("rate", text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("rate", "0.000001 to 10", text)
                .hasMessageEndingWith(".");
    }

    @Test
    void aRefusedChoiceIsNamedWithAllChoices() {
        assertThatThrownBy(() -> defaults.with("solver", "magic"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("solver", "magic", "sgd, least-squares");
    }

    @Test
    void anUnknownSettingIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> defaults.with("colour", "red"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("colour", "factors, rate, solver");
    }

    @Test
    void aSettingOfAnotherFamilyIsAProgrammingError() {
        Hyperparameter<Integer> other = Hyperparameter.whole("k", "K", "k", 1, 9, 3, "Neighbours.");

        assertThat(defaults.has(other)).isFalse();
        assertThatThrownBy(() -> defaults.get(other)).hasMessageContaining("k");
        assertThatThrownBy(() -> defaults.with(other, 4)).hasMessageContaining("k");
    }

    @Test
    void aDefaultOutsideItsDomainIsRefused() {
        assertThatThrownBy(() -> Hyperparameter.whole("k", "K", "k", 1, 9, 10, "Neighbours."))
                .hasMessageContainingAll("k", "1 to 9", "10");
    }

    @Test
    void aConditionalSettingAppliesOnlyWithItsValue() {
        Hyperparameter<Double> conditional = RATE.onlyWith(SOLVER, Solver.SGD);

        assertThat(conditional.applies(defaults)).isTrue();
        assertThat(conditional.applies(defaults.with(SOLVER, Solver.LEAST_SQUARES)))
                .isFalse();
        assertThat(RATE.applies(defaults.with(SOLVER, Solver.LEAST_SQUARES))).isTrue();
        assertThat(conditional.withDefault(0.5).applies(defaults.with(SOLVER, Solver.LEAST_SQUARES)))
                .isFalse();
    }

    @Test
    void parametersRefuseWhatDoesNotFit() {
        Parameters parameters = new Parameters().put("a", new float[3]);

        assertThat(parameters.get("a", 3)).hasSize(3);
        assertThatThrownBy(() -> parameters.get("a", 4)).hasMessageContainingAll("4", "a", "3");
        assertThatThrownBy(() -> parameters.get("b", 3)).hasMessageContainingAll("b", "none");
        assertThatThrownBy(() -> parameters.put("a", new float[1])).hasMessageContaining("a");
    }
}
