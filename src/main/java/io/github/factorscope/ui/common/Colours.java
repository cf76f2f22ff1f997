package io.github.factorscope.ui.common;

import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import javafx.scene.paint.Color;

/** The colours of pictures, for what is not drawn by a pen. */
public final class Colours {
    public static final Color RAISES = color(Palette.RAISES);
    public static final Color LOWERS = color(Palette.LOWERS);
    public static final Color NEUTRAL = color(Palette.NEUTRAL);

    private Colours() {}

    /** The same in the window and in all pictures. */
    public static Color ofFamily(String id) {
        return color(Palette.ofFamily(id));
    }

    /** A fixed colour. */
    public static Color color(Ink ink) {
        return Color.web(ink.code());
    }
}
