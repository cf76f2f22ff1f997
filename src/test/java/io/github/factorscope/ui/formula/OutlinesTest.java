package io.github.factorscope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.ModelFamily;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutlinesTest {
    static Stream<String> latexOfFamilies() {
        return ModelCatalogue.all().stream()
                .map(ModelFamily::formulaTerms)
                .flatMap(terms -> terms.stream().map(FormulaTerm::latex))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("latexOfFamilies")
    void everyTermOfEveryFamilyHasAnOutlineWithinItsBounds(String latex) {
        for (FormulaStyle style : FormulaStyle.values()) {
            Outline outline = Outlines.of(latex, style);

            assertThat(outline.path()).startsWith("M").endsWith("Z").doesNotContain("NaN", "Infinity", "E");
            assertThat(outline.width()).isBetween(10.0, 4000.0);
            assertThat(outline.ascent()).isBetween(10.0, 400.0);
            assertThat(outline.descent()).isBetween(-10.0, 400.0);
        }
    }

    @ParameterizedTest
    @EnumSource(FormulaStyle.class)
    void partsBesideOneAnotherTakeAboutTheRoomOfTheWhole(FormulaStyle style) {
        double whole = Outlines.of("\\hat r_{ui} = \\mu + b_u", style).width();
        double parts = Stream.of("\\hat r_{ui} =", "\\mu", "+", "b_u")
                .mapToDouble(latex -> Outlines.of(latex, style).width())
                .sum();

        assertThat(parts).isBetween(0.97 * whole, 1.03 * whole);
    }

    @Test
    void limitsBesideSumsAreLowerThanBelowThem() {
        String sum = "\\sum_{j \\in N(u)} y_j";

        assertThat(Outlines.of(sum, FormulaStyle.TEXT).descent())
                .isLessThan(Outlines.of(sum, FormulaStyle.DISPLAY).descent());
    }

    @Test
    void numbersCanBeWorkedThrough() {
        Outline outline =
                Outlines.of("b_u \\leftarrow 0.123 + 0.01\\,(0.42 - 0.02 \\cdot 0.123) = 0.127", FormulaStyle.DISPLAY);

        assertThat(outline.width()).isGreaterThan(1000);
    }

    @Test
    void theSameFormulaIsTypesetOnce() {
        assertThat(Outlines.of("b_u", FormulaStyle.TEXT)).isSameAs(Outlines.of("b_u", FormulaStyle.TEXT));
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        assertThatThrownBy(() -> Outlines.of("\\nosuch{1}", FormulaStyle.TEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\\nosuch{1}");
    }
}
