package io.github.factorscope.ui.common;

import java.util.Map;
import javafx.scene.paint.Color;

/**
 * One colour a model family, the same on every screen. They stay apart for colour-blind eyes (after Okabe and Ito) and
 * stand at least 3 : 1 against the light and the dark ground.
 */
public final class Palette {
    /** What raises a prediction. */
    public static final Color RAISES = Color.web("#2f7fd6");

    /** What lowers a prediction. */
    public static final Color LOWERS = Color.web("#d9730d");

    /** A first curve or bar that belongs to no model. */
    public static final Color FIRST = RAISES;

    /** A second curve beside it. */
    public static final Color SECOND = LOWERS;

    /** What belongs to no model. */
    public static final Color NEUTRAL = Color.web("#7d8590");

    private static final Map<String, Color> FAMILIES = Map.of(
            "baseline", Color.web("#7d8590"),
            "cor-ngbr", Color.web("#1a9e77"),
            "svd", Color.web("#8957e5"),
            "nsvd", Color.web("#a0722a"),
            "asvd", Color.web("#d6409f"),
            "svdpp", Color.web("#0e93b8"));

    private Palette() {}

    public static Color ofFamily(String id) {
        return FAMILIES.getOrDefault(id, NEUTRAL);
    }

    /**
     * A shade of the family's colour, so that several runs of one family stay apart.
     *
     * @param number of the run among those of its family, counted from 0
     */
    public static Color ofRun(String id, int number) {
        Color color = ofFamily(id);
        double[] brightness = {1, 0.7, 1.3};
        return color.deriveColor(0, 1, brightness[number % brightness.length], 1);
    }

    /** As CSS writes it. */
    public static String css(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }
}
