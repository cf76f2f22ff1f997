package io.github.factorscope.report;

import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.Score;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.plot.Picture;
import io.github.factorscope.plot.PointPicture;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The pictures of a sweep: errors and times against the values of one hyperparameter. Each model has a curve or, where more is
 * varied, one for every combination of the other values; where these are too many to tell apart, each setting is a point with
 * the other values beside it. What was eliminated or stopped stands apart, as its errors are those of fewer epochs.
 */
public final class SweepPictures {
    private static final Texts TEXTS = Texts.of(SweepPictures.class);
    private static final int MOST_CURVES = 6; // of one model
    private static final int MOST_DIVISIONS = 10; // at values that were tried; of more, round numbers tell more

    private final SweepPlan plan;
    private final List<Score> scores;
    private final Variation along;
    private final List<Variation> others;
    private final Hyperparameter<?> hyperparameter;

    /** @param trials those that have ended so far */
    public SweepPictures(SweepPlan plan, List<Trial> trials) {
        this.plan = plan;
        this.scores = Score.of(trials);
        Candidate base = plan.space().bases().get(0);
        List<Variation> variations = plan.space().variations();
        along = variations.stream()
                .filter(variation -> isNumber(base.hyperparameter(variation.name())))
                .findFirst()
                .orElse(variations.get(0));
        others = variations.stream()
                .filter(variation -> !variation.equals(along))
                .toList();
        hyperparameter = base.hyperparameter(along.name());
    }

    /** Validation errors; test errors where the sweep was asked for them. */
    public Picture errors() {
        String title = TEXTS.get("in-stars", TEXTS.get(plan.reportTest() ? "test-rmse" : "validation-rmse"));
        return picture(
                score -> score.testRmse().orElseGet(score::error),
                !plan.reportTest(),
                Axis.of(title),
                true,
                TEXTS.get("errors-appear-here"));
    }

    /**
     * Seconds of learning.
     *
     * @param perEpoch the median over the epochs instead of all of them together
     * @param named whether names stand beside the curves
     */
    public Picture seconds(boolean perEpoch, boolean named) {
        return picture(
                score -> score.mean(perEpoch ? Trial::secondsPerEpoch : Trial::seconds),
                false,
                Axis.of(TEXTS.get(perEpoch ? "seconds-an-epoch" : "seconds-of-learning"), Axis.Scale.FROM_ZERO),
                named,
                TEXTS.get("times-appear-here"));
    }

    private Picture picture(ToDoubleFunction<Score> y, boolean band, Axis yAxis, boolean named, String emptyText) {
        Map<String, List<Score>> byCurve = new LinkedHashMap<>();
        for (Score score : scores) {
            byCurve.computeIfAbsent(curveName(score), unused -> new ArrayList<>())
                    .add(score);
        }
        if (byCurve.size() > MOST_CURVES * plan.families().size()) {
            List<PointPicture.Point> points =
                    scores.stream().map(score -> point(score, y, named)).toList();
            return new PointPicture(points, xAxis(), yAxis, emptyText);
        }
        List<Curve> curves = new ArrayList<>();
        Map<ModelFamily, Integer> ofModel = new LinkedHashMap<>();
        byCurve.forEach((name, its) -> {
            ModelFamily family = its.get(0).candidate().family();
            int number = ofModel.merge(family, 1, Integer::sum) - 1;
            curves.add(curve(named ? name : "", its, number, y, band));
        });
        return new CurvePicture(curves, xAxis(), yAxis, emptyText).withDots();
    }

    private Axis xAxis() {
        String symbol = hyperparameter.symbol().isEmpty() ? "" : " " + hyperparameter.symbol();
        if (!isNumber(hyperparameter)) {
            return Axis.ofCategories(hyperparameter.label(), choices());
        }
        List<Double> tried = scores.stream().map(this::x).distinct().sorted().toList();
        boolean whole = hyperparameter.domain() instanceof Domain.WholeNumbers;
        Axis.Scale even = whole ? Axis.Scale.WHOLE : Axis.Scale.EVEN;
        Axis axis =
                Axis.of(hyperparameter.label() + symbol, along.values().areGeometric() ? Axis.Scale.LOGARITHMIC : even);
        return tried.size() > 1 && tried.size() <= MOST_DIVISIONS ? axis.dividedAt(tried) : axis;
    }

    private String curveName(Score score) {
        List<String> parts = new ArrayList<>();
        if (plan.families().size() > 1 || others.isEmpty()) {
            parts.add(score.candidate().family().title());
        }
        for (Variation other : others) {
            parts.add(valueWords(score.candidate(), other));
        }
        if (!score.isWhole()) {
            parts.add(TEXTS.get("fewer-epochs"));
        }
        return String.join(", ", parts);
    }

    private static String valueWords(Candidate candidate, Variation variation) {
        Hyperparameter<?> varied = candidate.hyperparameter(variation.name());
        String name = varied.symbol().isEmpty() ? varied.label() : varied.symbol();
        return name + " " + candidate.value(variation.name());
    }

    private PointPicture.Point point(Score score, ToDoubleFunction<Score> y, boolean named) {
        String name = String.join(
                ", ",
                others.stream()
                        .map(other -> valueWords(score.candidate(), other))
                        .toList());
        Ink ink = score.isWhole() ? Palette.ofFamily(score.candidate().family().id()) : Palette.NEUTRAL;
        return new PointPicture.Point(named && score.isWhole() ? name : "", x(score), y.applyAsDouble(score), ink);
    }

    private Curve curve(String name, List<Score> its, int number, ToDoubleFunction<Score> y, boolean band) {
        List<Score> rising =
                its.stream().sorted(Comparator.comparingDouble(this::x)).toList();
        double[] xs = rising.stream().mapToDouble(this::x).toArray();
        double[] ys = rising.stream().mapToDouble(y).toArray();
        Score first = rising.get(0);
        Ink ink = first.isWhole() ? Palette.ofRun(first.candidate().family().id(), number) : Palette.NEUTRAL;
        Curve.Stroke stroke = first.isWhole() ? Curve.Stroke.of(number % 2) : Curve.Stroke.DOTTED;
        Curve curve = new Curve(name, ink, stroke, xs, ys);
        if (!band || plan.repeats() == 1) {
            return curve;
        }
        double[] spreads =
                rising.stream().mapToDouble(score -> score.spread().orElse(0)).toArray();
        double[] lows = new double[ys.length];
        double[] highs = new double[ys.length];
        for (int k = 0; k < ys.length; k++) {
            lows[k] = ys[k] - spreads[k];
            highs[k] = ys[k] + spreads[k];
        }
        return curve.withBand(lows, highs);
    }

    private double x(Score score) {
        String value = score.candidate().value(along.name());
        return isNumber(hyperparameter) ? Double.parseDouble(value) : choices().indexOf(value);
    }

    private List<String> choices() {
        return List.of(hyperparameter.domain().description().split(", ", -1));
    }

    private static boolean isNumber(Hyperparameter<?> hyperparameter) {
        return !(hyperparameter.domain() instanceof Domain.Choices<?>);
    }
}
