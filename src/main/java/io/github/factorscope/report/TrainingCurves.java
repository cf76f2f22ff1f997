package io.github.factorscope.report;

import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.EpochReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The curves of one training. */
public final class TrainingCurves {
    private static final Texts TEXTS = Texts.of(TrainingCurves.class);

    private TrainingCurves() {}

    /** What stands along the x axis. */
    public enum Along {
        EPOCHS(Axis.Scale.WHOLE, EpochReport::epoch),
        SECONDS(Axis.Scale.EVEN, EpochReport::seconds);

        private final Axis.Scale scale;
        private final ToDoubleFunction<EpochReport> x;

        Along(Axis.Scale scale, ToDoubleFunction<EpochReport> x) {
            this.scale = scale;
            this.x = x;
        }

        public Axis axis() {
            return Axis.of(TEXTS.get(this == EPOCHS ? "epoch" : "seconds-of-training"), scale);
        }
    }

    /** Which error is drawn. */
    public enum Measure {
        TEST(EpochReport::testRmse),
        VALIDATION(EpochReport::validationRmse),
        TRAINING(report -> OptionalDouble.of(report.trainRmse()));

        private final Function<EpochReport, OptionalDouble> value;

        Measure(Function<EpochReport, OptionalDouble> value) {
            this.value = value;
        }

        /** Empty where there are no such ratings. */
        public OptionalDouble of(EpochReport report) {
            return value.apply(report);
        }

        @Override
        public String toString() {
            return TEXTS.get(
                    switch (this) {
                        case TEST -> "test-rmse";
                        case VALIDATION -> "validation-rmse";
                        case TRAINING -> "training-rmse";
                    });
        }
    }

    /** Training, validation and test error, where there are such. */
    public static List<Curve> errors(List<EpochReport> history, Ink color, Along along) {
        List<Curve> curves = new ArrayList<>();
        curves.add(curve(
                TEXTS.get("of-training"),
                color,
                Curve.Stroke.DASHED,
                history,
                along,
                r -> OptionalDouble.of(r.trainRmse())));
        curves.add(curve(
                TEXTS.get("of-validation"), color, Curve.Stroke.SOLID, history, along, EpochReport::validationRmse));
        curves.add(curve(TEXTS.get("of-test"), color, Curve.Stroke.DOTTED, history, along, EpochReport::testRmse));
        return curves;
    }

    public static List<Curve> objective(List<EpochReport> history, Ink color, Along along) {
        return List.of(curve(
                TEXTS.get("of-objective"),
                color,
                Curve.Stroke.SOLID,
                history,
                along,
                r -> OptionalDouble.of(r.objective())));
    }

    /** The epochs that have the value. */
    public static Curve curve(
            String name,
            Ink color,
            Curve.Stroke stroke,
            List<EpochReport> history,
            Along along,
            Function<EpochReport, OptionalDouble> value) {
        List<EpochReport> with =
                history.stream().filter(r -> value.apply(r).isPresent()).toList();
        return new Curve(
                name,
                color,
                stroke,
                with.stream().mapToDouble(along.x).toArray(),
                with.stream().mapToDouble(r -> value.apply(r).orElseThrow()).toArray());
    }

    /**
     * The mean of several histories, with a band from the lowest to the highest. It ends with the shortest of them.
     *
     * @param histories at least one
     */
    public static Curve band(
            String name,
            Ink ink,
            Curve.Stroke stroke,
            List<List<EpochReport>> histories,
            Along along,
            Measure measure) {
        List<Curve> curves = histories.stream()
                .map(history -> curve(name, ink, stroke, history, along, measure::of))
                .toList();
        int size = curves.stream().mapToInt(Curve::size).min().orElse(0);
        double[] xs = new double[size];
        double[] ys = new double[size];
        double[] lows = new double[size];
        double[] highs = new double[size];
        for (int k = 0; k < size; k++) {
            lows[k] = Double.POSITIVE_INFINITY;
            highs[k] = Double.NEGATIVE_INFINITY;
            for (Curve curve : curves) {
                xs[k] += curve.xs()[k] / curves.size();
                ys[k] += curve.ys()[k] / curves.size();
                lows[k] = Math.min(lows[k], curve.ys()[k]);
                highs[k] = Math.max(highs[k], curve.ys()[k]);
            }
        }
        Curve mean = new Curve(name, ink, stroke, xs, ys);
        return curves.size() == 1 ? mean : mean.withBand(lows, highs);
    }

    /** The epoch with the lowest validation error; empty where there is no validation. */
    public static Optional<EpochReport> best(List<EpochReport> history) {
        return history.stream()
                .filter(report -> report.validationRmse().isPresent())
                .min(Comparator.comparingDouble(
                        report -> report.validationRmse().orElseThrow()));
    }

    /** Where a report stands along the axis. */
    public static double place(EpochReport report, Along along) {
        return along.x.applyAsDouble(report);
    }
}
