package io.github.factorscope.ui.map;

import java.util.Arrays;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of thousands of texts in one font, from the widths of their characters: each of those is measured once. */
final class TextRuler {
    private static final int COPIES = 20; // so that rounding to pixels matters little

    private final Text text = new Text();
    private final float[] widths = new float[Character.MAX_VALUE + 1]; // NaN while unknown

    TextRuler(Font font) {
        text.setFont(font);
        Arrays.fill(widths, Float.NaN);
    }

    /** In pixels; kerning is left out, which makes some texts a little narrower. */
    double width(String measured) {
        double sum = 0;
        for (int k = 0; k < measured.length(); k++) {
            sum += width(measured.charAt(k));
        }
        return sum;
    }

    private float width(char character) {
        if (Float.isNaN(widths[character])) {
            text.setText(String.valueOf(character).repeat(COPIES));
            widths[character] = (float) (text.getLayoutBounds().getWidth() / COPIES);
        }
        return widths[character];
    }
}
