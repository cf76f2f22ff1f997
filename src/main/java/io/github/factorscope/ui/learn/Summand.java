package io.github.factorscope.ui.learn;

import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of the formula and what it is now.
 *
 * @param amount in stars; NaN for signs
 */
record Summand(FormulaTerm term, double amount) {
    /** Which of the parameters a summand is made of, where explanations do not tell two summands apart. */
    private static final Map<String, Symbol> PARAMETERS = Map.of(
            "rated-factors", Symbol.IMPLICIT_FACTORS,
            "offsets", Symbol.IMPLICIT_WEIGHT);

    /** All of them, in the order of the formula. */
    static List<Summand> of(Shown shown) {
        List<Summand> summands = new ArrayList<>();
        for (FormulaTerm term : shown.family().formulaTerms()) {
            summands.add(new Summand(term, term.isSummand() ? amount(shown, term) : Double.NaN));
        }
        return summands;
    }

    private static double amount(Shown shown, FormulaTerm term) {
        Symbol symbol = PARAMETERS.get(term.id());
        if (symbol != null && !shown.parameters().isEmpty()) {
            return shown.parameters().stream()
                    .filter(moved -> moved.symbol() == symbol)
                    .mapToDouble(Summand::share)
                    .sum();
        }
        return shown.explanation().terms().stream()
                .filter(each -> term.kinds().contains(each.kind()))
                .mapToDouble(Term::amount)
                .sum();
    }

    /** Of a parameter in the prediction, which is linear in each of them. */
    private static double share(Moved moved) {
        float[] input = ((Descent) moved.rule()).input();
        double sum = 0;
        for (int k = 0; k < input.length; k++) {
            sum += (double) input[k] * moved.values()[k];
        }
        return sum;
    }

    /** The class of its colour in the style sheet. */
    String styleClass() {
        return styleClass(term.kinds());
    }

    private static String styleClass(Set<TermKind> kinds) {
        if (kinds.contains(TermKind.MEAN) || kinds.isEmpty()) {
            return "of-mean";
        }
        if (kinds.contains(TermKind.USER_BIAS) || kinds.contains(TermKind.TASTE)) {
            return "of-user";
        }
        if (kinds.contains(TermKind.ITEM_BIAS)) {
            return "of-item";
        }
        return kinds.contains(TermKind.EXPLICIT) ? "of-explicit" : "of-implicit";
    }

    /** That of a parameter. */
    static String styleClass(Symbol symbol) {
        return switch (symbol) {
            case USER_BIAS, USER_FACTORS -> "of-user";
            case ITEM_BIAS, ITEM_FACTORS -> "of-item";
            case EXPLICIT_FACTORS, EXPLICIT_WEIGHT -> "of-explicit";
            case IMPLICIT_FACTORS, IMPLICIT_WEIGHT -> "of-implicit";
        };
    }
}
