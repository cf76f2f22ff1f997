package io.github.factorscope.ui.formula;

import org.scilab.forge.jlatexmath.TeXConstants;

/** How much room a formula takes. */
public enum FormulaStyle {
    /** On lines of its own: limits below sums, fractions in full size. */
    DISPLAY(TeXConstants.STYLE_DISPLAY),
    /** Within text: limits beside sums, so that lines stay low. */
    TEXT(TeXConstants.STYLE_TEXT);

    private final int texStyle;

    FormulaStyle(int texStyle) {
        this.texStyle = texStyle;
    }

    int texStyle() {
        return texStyle;
    }
}
