package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FamilyLawsTest.Variant;
import io.github.factorscope.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formula that people read and the explanations that a model gives speak of the same terms. */
class FormulaTermsTest {
    private static final int USERS = 30;
    private static final int ITEMS = 25;

    private final RatingMatrix training =
            RatingMatrix.of(RandomRatings.ratings(USERS, ITEMS, 0.4, 23), USERS, ITEMS, RatingScale.WHOLE_STARS);

    static Stream<Variant> quickOnes() {
        return FamilyLawsTest.presets()
                .filter(variant -> variant.preset().name().equals("quick"));
    }

    @AfterEach
    void englishAsBefore() {
        Texts.use(Locale.ENGLISH);
    }

    private static List<FormulaTerm> summands(Variant variant) {
        return variant.family().formulaTerms().stream()
                .filter(FormulaTerm::isSummand)
                .toList();
    }

    private Set<TermKind> kindsOfExplanations(Variant variant) {
        FittedModel model = variant.trained(training, 1);
        Set<TermKind> kinds = EnumSet.noneOf(TermKind.class);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                model.explain(user, item).terms().stream().map(Term::kind).forEach(kinds::add);
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("quickOnes")
    void everyKindOfTermStandsInTheFormulaAndEverySummandIsExplained(Variant variant) {
        Set<TermKind> explained = kindsOfExplanations(variant);

        assertThat(summands(variant)).flatExtracting(FormulaTerm::kinds).containsAll(explained);
        assertThat(summands(variant))
                .allSatisfy(term -> assertThat(term.kinds()).containsAnyElementsOf(explained));
        assertThat(summands(variant)).extracting(FormulaTerm::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("quickOnes")
    void everySummandSaysWhatItIsInBothLanguages(Variant variant) {
        for (FormulaTerm term : summands(variant)) {
            Texts.use(Locale.ENGLISH);
            String english = term.about();
            assertThat(english).endsWith(".");
            assertThat(term.name()).isNotBlank();
            Texts.use(Locale.KOREAN);
            assertThat(term.about()).endsWith(".").isNotEqualTo(english).matches(".*\\p{IsHangul}.*");
        }
    }

    @ParameterizedTest
    @MethodSource("quickOnes")
    void whatAFamilySaysFollowsTheLanguageAndWhatProgramsReadDoesNot(Variant variant) {
        ModelFamily family = variant.family();
        List<String> programs = names(family);
        List<String> english = words(family);
        Texts.use(Locale.KOREAN);

        assertThat(names(family)).isEqualTo(programs);
        assertThat(words(family)).hasSameSizeAs(english).allMatch(words -> words.matches("(?s).*\\p{IsHangul}.*"));
    }

    private static List<String> names(ModelFamily family) {
        return Stream.of(
                        Stream.of(family.id(), family.title(), family.formula()),
                        family.hyperparameters().stream().map(Hyperparameter::name),
                        family.presets().stream().map(preset -> preset.name() + preset.settings()))
                .flatMap(each -> each)
                .toList();
    }

    private static List<String> words(ModelFamily family) {
        return Stream.of(
                        Stream.of(family.summary()),
                        family.hyperparameters().stream().map(Hyperparameter::label),
                        family.hyperparameters().stream().map(Hyperparameter::help),
                        family.presets().stream().map(Preset::about))
                .flatMap(each -> each)
                .toList();
    }
}
