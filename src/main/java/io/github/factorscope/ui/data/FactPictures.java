package io.github.factorscope.ui.data;

import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.BarPicture;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.List;

/** How the ratings of a data set are spread over stars, items and users. */
final class FactPictures {
    private static final Texts TEXTS = Texts.of(FactPictures.class);
    private static final int CURVE_POINTS = 200;

    private FactPictures() {}

    /** @param total of all ratings */
    static BarPicture histogram(RatingFacts facts, int total) {
        return new BarPicture(
                facts.histogram().stream()
                        .map(bar -> new BarPicture.Bar(
                                Formats.stars(bar.low()),
                                bar.count(),
                                share(bar.count() / (double) total),
                                Palette.FIRST))
                        .toList(),
                TEXTS.get("rating-in-stars"));
    }

    private static String share(double share) {
        return share < 0.01 ? Formats.asPercent("<1") : Formats.percent(share, 0);
    }

    /** How many ratings items and users have, from those with most on. */
    static CurvePicture longTail(RatingFacts facts) {
        return new CurvePicture(
                List.of(
                        tail(
                                TEXTS.get("items-curve"),
                                Palette.FIRST,
                                Curve.Stroke.SOLID,
                                facts.items().falling()),
                        tail(
                                TEXTS.get("users-curve"),
                                Palette.SECOND,
                                Curve.Stroke.DASHED,
                                facts.users().falling())),
                Axis.of(TEXTS.get("share-axis")),
                Axis.of(TEXTS.get("ratings"), Axis.Scale.LOGARITHMIC),
                "");
    }

    private static Curve tail(String name, Ink color, Curve.Stroke stroke, int[] counts) {
        int points = Math.min(CURVE_POINTS, counts.length);
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int k = 0; k < points; k++) {
            int rank = (int) ((long) k * (counts.length - 1) / Math.max(1, points - 1));
            xs[k] = 100.0 * rank / counts.length;
            ys[k] = counts[rank];
        }
        return new Curve(name, color, stroke, xs, ys);
    }
}
