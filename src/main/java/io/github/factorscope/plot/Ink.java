package io.github.factorscope.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour: a fixed one, or a part that it plays, whose colour the theme decides where the picture is shown.
 *
 * @param code "#rrggbb" in lower case, or the name of the part
 */
public record Ink(String code) {
    private static final Pattern VALID = Pattern.compile("#[0-9a-f]{6}|text|grid|ground");

    /** Of words and numbers. */
    public static final Ink TEXT = new Ink("text");

    /** Of axes and grid lines. */
    public static final Ink GRID = new Ink("grid");

    /** Of what lies behind words. */
    public static final Ink GROUND = new Ink("ground");

    public Ink {
        if (!VALID.matcher(code).matches()) {
            throw new IllegalArgumentException("a colour is written #rrggbb, was " + code);
        }
    }

    /** Whether it is the same in all themes. */
    public boolean isFixed() {
        return code.startsWith("#");
    }

    /** Brighter above 1, darker below; the hue stays. Only for fixed colours. */
    Ink shade(double factor) {
        int rgb = Integer.parseInt(code.substring(1), 16);
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        double most = 255.0 / Math.max(1, Math.max(red, Math.max(green, blue)));
        double scale = Math.min(factor, most);
        return new Ink(String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(scale * red),
                Math.round(scale * green),
                Math.round(scale * blue)));
    }
}
