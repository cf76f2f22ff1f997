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

    private static final Map<String, Color> FAMILIES = Map.ofEntries(
            Map.entry("baseline", Color.web("#7d8590")),
            Map.entry("content", Color.web("#93822a")),
            Map.entry("cor-ngbr", Color.web("#1a9e77")),
            Map.entry("user-ngbr", Color.web("#5f9a2e")),
            Map.entry("wgt-ngbr", Color.web("#158a8a")),
            Map.entry("nsvd", Color.web("#a0722a")),
            Map.entry("svd", Color.web("#8957e5")),
            Map.entry("global-ngbr", Color.web("#4a7fd9")),
            Map.entry("asvd", Color.web("#d6409f")),
            Map.entry("svdpp", Color.web("#0e93b8")),
            Map.entry("integrated", Color.web("#d4553f")));

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
