package io.github.factorscope.model.parts;

import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The formulas of predictions in LaTeX, as in the papers: what several families have in common. */
public final class FormulaTerms {
    private static final Texts TEXTS = Texts.of(FormulaTerms.class);

    /** q_iᵀ with a bracket that {@link #CLOSE} ends. */
    public static final FormulaTerm ITEM_TIMES = FormulaTerm.signs("+ q_i^{\\mathsf T} \\Bigl(");

    public static final FormulaTerm CLOSE = FormulaTerm.signs("\\Bigr)");

    public static final FormulaTerm PLUS = FormulaTerm.signs("+");

    /** p_u, of which explanations attribute as much to ratings as they can. */
    public static final FormulaTerm OWN_FACTORS = of("own-factors", "p_u", TermKind.TASTE, TermKind.UNATTRIBUTED);

    /** Σ_{j∈N(u)} y_j. */
    public static final FormulaTerm RATED_FACTORS =
            of("rated-factors", "|N(u)|^{-\\frac{1}{2}} \\sum_{j \\in N(u)} y_j", TermKind.IMPLICIT);

    /** Σ_{j∈R(u)} (r_uj − b̃_uj) x_j. */
    public static final FormulaTerm GIVEN_FACTORS = of(
            "given-factors",
            "|R(u)|^{-\\frac{1}{2}} \\sum_{j \\in R(u)} (r_{uj} - \\tilde b_{uj})\\, x_j",
            TermKind.EXPLICIT);

    /** Σ_{j∈R^k(i;u)} (r_uj − b̃_uj) w_ij. */
    public static final FormulaTerm WEIGHTS = of(
            "weights",
            "|R^k(i;u)|^{-\\frac{1}{2}} \\sum_{j \\in R^k(i;u)} (r_{uj} - \\tilde b_{uj})\\, w_{ij}",
            TermKind.EXPLICIT);

    /** Σ_{j∈N^k(i;u)} c_ij. */
    public static final FormulaTerm OFFSETS =
            of("offsets", "|N^k(i;u)|^{-\\frac{1}{2}} \\sum_{j \\in N^k(i;u)} c_{ij}", TermKind.IMPLICIT);

    private static final FormulaTerm PREDICTION = FormulaTerm.signs("\\hat r_{ui} =");
    private static final FormulaTerm MEAN = of("mean", "\\mu", TermKind.MEAN);
    private static final FormulaTerm USER_BIAS = of("user-bias", "b_u", TermKind.USER_BIAS);
    private static final FormulaTerm ITEM_BIAS = of("item-bias", "b_i", TermKind.ITEM_BIAS);
    private static final FormulaTerm CONSTANT_USER_BIAS = of("constant-user-bias", "\\tilde b_u", TermKind.USER_BIAS);
    private static final FormulaTerm CONSTANT_ITEM_BIAS = of("constant-item-bias", "\\tilde b_i", TermKind.ITEM_BIAS);

    private FormulaTerms() {}

    /** A summand whose words stand in the texts of the parts. */
    private static FormulaTerm of(String id, String latex, TermKind... kinds) {
        return of(TEXTS, id, latex, kinds);
    }

    /** A summand whose words stand in these texts. */
    public static FormulaTerm of(Texts texts, String id, String latex, TermKind... kinds) {
        return new FormulaTerm(id, latex, Set.of(kinds), texts);
    }

    /** r̂_ui = μ + b_u + b_i, learned, and what follows. */
    public static List<FormulaTerm> biasesAnd(FormulaTerm... others) {
        return sum(USER_BIAS, ITEM_BIAS, others);
    }

    /** r̂_ui = μ + b̃_u + b̃_i, shrunk means, and what follows. */
    public static List<FormulaTerm> constantBiasesAnd(FormulaTerm... others) {
        return sum(CONSTANT_USER_BIAS, CONSTANT_ITEM_BIAS, others);
    }

    private static List<FormulaTerm> sum(FormulaTerm user, FormulaTerm item, FormulaTerm... others) {
        List<FormulaTerm> terms = new ArrayList<>(List.of(PREDICTION, MEAN, PLUS, user, PLUS, item));
        terms.addAll(List.of(others));
        return List.copyOf(terms);
    }
}
