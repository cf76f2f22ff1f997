package io.github.factorscope.ui.train;

/** Formulas in narrow places. */
final class Formulas {
    private static final int MOST = 44; // characters of a line

    private Formulas() {}

    /** Breaks a long formula before its last summand outside of brackets: a label would break in the middle of a word. */
    static String lines(String formula) {
        if (formula.length() <= MOST) {
            return formula;
        }
        int depth = 0;
        for (int at = formula.length() - 1; at > 0; at--) {
            char sign = formula.charAt(at);
            depth += sign == ')' ? 1 : sign == '(' ? -1 : 0;
            if (depth == 0 && sign == '+') {
                return formula.substring(0, at).strip() + "\n      " + formula.substring(at);
            }
        }
        return formula;
    }
}
