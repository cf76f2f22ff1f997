package io.github.factorscope.experiment;

import io.github.factorscope.training.EpochReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A curve with a band: how far runs that differ only by seed lie apart at each epoch.
 *
 * @param points by rising epoch; epochs where no run has the value are left out
 */
public record SeedBand(List<Point> points) {
    public SeedBand {
        points = List.copyOf(points);
    }

    /** @param spread over the runs that came as far; its count falls where some ended early */
    public record Point(int epoch, Spread spread) {}

    /** @param value what is drawn, such as {@code EpochReport::testRmse} */
    public static SeedBand of(List<Run> runs, Function<EpochReport, OptionalDouble> value) {
        int epochs = runs.stream()
                .mapToInt(run -> run.outcome().history().size())
                .max()
                .orElse(0);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < epochs; k++) {
            int index = k;
            double[] values = runs.stream()
                    .map(run -> run.outcome().history())
                    .filter(history -> index < history.size())
                    .map(history -> value.apply(history.get(index)))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (values.length > 0) {
                points.add(new Point(k + 1, Spread.of(values)));
            }
        }
        return new SeedBand(points);
    }
}
