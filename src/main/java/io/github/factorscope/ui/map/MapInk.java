package io.github.factorscope.ui.map;

import io.github.factorscope.plot.Palette;

/** Colours of dots, as 0xrrggbb on a ground that is light or dark. */
final class MapInk {
    /** Genres with a colour of their own. */
    static final int CATEGORIES = 6;

    // Found by search: far apart for all eyes, see MapInkTest; and from both grounds.
    private static final int[] OF_CATEGORIES = {0x0c41ff, 0xff7711, 0x62b07c, 0xe56fff, 0x8e4f1c, 0x774d92};
    private static final int NEUTRAL = rgb(Palette.NEUTRAL.code());
    private static final int RAISES = rgb(Palette.RAISES.code());
    private static final int LOWERS = rgb(Palette.LOWERS.code());
    private static final int WHITE = 0xffffff;
    private static final double LIGHTER = 0.15; // on a dark ground
    private static final int MUCH_ON_LIGHT = 0x0a3069;
    private static final int MUCH_ON_DARK = 0xcae8ff;

    private MapInk() {}

    /** What the numbers mean that become colours. */
    enum Kind {
        /** The number of a genre; below 0 for none of those with a colour. */
        CATEGORY,
        /** 0 for little to 1 for much. */
        AMOUNT,
        /** −1 for below, 0 for the middle, 1 for above. */
        BALANCE
    }

    private static int rgb(String code) {
        return Integer.parseInt(code.substring(1), 16);
    }

    /**
     * The colour of a dot.
     *
     * @param value NaN where nothing is known
     */
    static int of(Kind kind, double value, int ground) {
        if (Double.isNaN(value)) {
            return quiet(ground);
        }
        return switch (kind) {
            case CATEGORY -> value < 0 ? faint(ground) : category((int) value, ground);
            case AMOUNT ->
                between(mix(ground, NEUTRAL, 0.45), RAISES, isDark(ground) ? MUCH_ON_DARK : MUCH_ON_LIGHT, value);
            case BALANCE -> mix(mix(ground, NEUTRAL, 0.5), value < 0 ? LOWERS : RAISES, Math.min(1, Math.abs(value)));
        };
    }

    private static int category(int number, int ground) {
        return isDark(ground) ? mix(OF_CATEGORIES[number], WHITE, LIGHTER) : OF_CATEGORIES[number];
    }

    /** Of a dot that others are shown against. */
    static int quiet(int ground) {
        return mix(ground, NEUTRAL, 0.3);
    }

    /** @param share of the colour; the rest is ground */
    static int paler(int rgb, int ground, double share) {
        return mix(ground, rgb, share);
    }

    private static int faint(int ground) {
        return mix(ground, NEUTRAL, 0.7);
    }

    private static int between(int low, int middle, int high, double share) {
        double at = Math.max(0, Math.min(1, share));
        return at < 0.5 ? mix(low, middle, 2 * at) : mix(middle, high, 2 * at - 1);
    }

    private static boolean isDark(int ground) {
        return (ground >> 16 & 0xff) + (ground >> 8 & 0xff) + (ground & 0xff) < 384;
    }

    private static int mix(int a, int b, double share) {
        return DotPainter.mixed(a, b, (int) Math.round(256 * share)) & 0xffffff;
    }
}
