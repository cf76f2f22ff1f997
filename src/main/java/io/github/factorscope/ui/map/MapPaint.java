package io.github.factorscope.ui.map;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.projection.PrincipalComponents;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What colours the dots have, and what the colours say.
 *
 * @param values one for each dot, what they mean is in the kind
 * @param quiet dots that others are shown against
 * @param genres a line of the legend for each; empty where colours are not genres
 * @param ramp words below, at, and above the middle; empty where colours are genres
 */
record MapPaint(MapInk.Kind kind, double[] values, boolean[] quiet, List<GenreLine> genres, List<String> ramp) {
    private static final Texts TEXTS = Texts.of(MapPaint.class);

    /** The share of the rating scale by which a mean differs from μ that has the full colour. */
    private static final double FULL_COLOUR = 0.2;

    private static final double PALEST = 0.5;

    /**
     * A genre in the legend.
     *
     * @param number of its colour; −1 for that of the others
     * @param items that have it as their first
     */
    record GenreLine(String name, int number, long items) {}

    /** Nothing to draw. */
    static MapPaint none() {
        return new MapPaint(MapInk.Kind.CATEGORY, new double[0], new boolean[0], List.of(), List.of());
    }

    /** @param chosen the genre that is shown against all others; null for all in their colours */
    static MapPaint byGenre(Genres genres, int[] items, String chosen) {
        double[] values = new double[items.length];
        boolean[] quiet = new boolean[items.length];
        for (int dot = 0; dot < items.length; dot++) {
            if (chosen == null) {
                values[dot] = genres.number(items[dot]);
            } else {
                values[dot] = Math.max(0, genres.number(chosen)); // one alone may have any colour
                quiet[dot] = !genres.has(items[dot], chosen);
            }
        }
        List<GenreLine> lines = new ArrayList<>();
        for (String name : genres.names()) {
            lines.add(new GenreLine(name, genres.number(name), genres.count(items, name)));
        }
        return new MapPaint(MapInk.Kind.CATEGORY, values, quiet, lines, List.of());
    }

    /** By the logarithm of the number of ratings. */
    static MapPaint byPopularity(Dots dots) {
        int most = dots.size() == 0 ? 1 : Math.max(2, dots.support()[0]);
        double[] values = Arrays.stream(dots.support())
                .mapToDouble(count -> Math.log(Math.max(1, count)) / Math.log(most))
                .toArray();
        List<String> ramp =
                List.of(TEXTS.get("one-rating"), Formats.count(Math.round(Math.sqrt(most))), Formats.count(most));
        return new MapPaint(MapInk.Kind.AMOUNT, values, new boolean[dots.size()], List.of(), ramp);
    }

    /**
     * By stars, above or below the mean of all ratings.
     *
     * @param stars one for each dot
     */
    static MapPaint byStars(double[] stars, double mean, RatingScale scale) {
        double full = FULL_COLOUR * (scale.max() - scale.min());
        double[] values = Arrays.stream(stars)
                .map(value -> full == 0 ? 0 : Math.max(-1, Math.min(1, (value - mean) / full)))
                .toArray();
        List<String> ramp = List.of(
                "≤ " + words(Math.max(scale.min(), mean - full)),
                words(mean),
                "≥ " + words(Math.min(scale.max(), mean + full)));
        return new MapPaint(MapInk.Kind.BALANCE, values, new boolean[stars.length], List.of(), ramp);
    }

    private static String words(double stars) {
        return Formats.withStar(Formats.decimals(stars, 1));
    }

    /** 0xrrggbb of each dot: paler where it rests on few ratings. */
    int[] colours(Dots dots, int ground) {
        int[] colours = new int[Math.min(values.length, dots.size())];
        for (int dot = 0; dot < colours.length; dot++) {
            double known = PrincipalComponents.weight(dots.support()[dot]);
            colours[dot] = quiet[dot]
                    ? MapInk.quiet(ground)
                    : MapInk.paler(MapInk.of(kind, values[dot], ground), ground, PALEST + (1 - PALEST) * known);
        }
        return colours;
    }
}
