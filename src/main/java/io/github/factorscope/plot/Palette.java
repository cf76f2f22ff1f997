package io.github.factorscope.plot;

import java.util.Map;

/**
 * One colour a model family, the same in every picture and on every screen. They stay apart for colour-blind eyes (after
 * Okabe and Ito) and stand at least 3 : 1 against the light and the dark ground.
 */
public final class Palette {
    /** What raises a prediction. */
    public static final Ink RAISES = new Ink("#2f7fd6");

    /** What lowers a prediction. */
    public static final Ink LOWERS = new Ink("#d9730d");

    /** A first curve or bar that belongs to no model. */
    public static final Ink FIRST = RAISES;

    /** A second curve beside it. */
    public static final Ink SECOND = LOWERS;

    /** What belongs to no model. */
    public static final Ink NEUTRAL = new Ink("#7d8590");

    private static final double[] SHADES = {1, 1.3, 0.8};

    private static final Map<String, Ink> FAMILIES = Map.ofEntries(
            Map.entry("baseline", NEUTRAL),
            Map.entry("content", new Ink("#93822a")),
            Map.entry("cor-ngbr", new Ink("#1a9e77")),
            Map.entry("user-ngbr", new Ink("#5f9a2e")),
            Map.entry("wgt-ngbr", new Ink("#158a8a")),
            Map.entry("nsvd", new Ink("#a0722a")),
            Map.entry("svd", new Ink("#8957e5")),
            Map.entry("global-ngbr", new Ink("#4a7fd9")),
            Map.entry("asvd", new Ink("#d6409f")),
            Map.entry("svdpp", new Ink("#0e93b8")),
            Map.entry("integrated", new Ink("#d4553f")));

    private Palette() {}

    public static Ink ofFamily(String id) {
        return FAMILIES.getOrDefault(id, NEUTRAL);
    }

    /**
     * A shade of the family's colour, so that several runs of one family stay apart.
     *
     * @param number of the run among those of its family, counted from 0
     */
    public static Ink ofRun(String id, int number) {
        return ofFamily(id).shade(SHADES[number % SHADES.length]);
    }
}
