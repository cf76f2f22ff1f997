package io.github.factorscope.experiment.sweep;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.util.Comparator;
import java.util.List;

/** Whether a plan fits in memory, asked before anything is trained. */
final class SweepMemory {
    private static final Texts TEXTS = Texts.of(SweepMemory.class);

    private final SweepPlan plan;
    private final DataShape shape;
    private final List<Candidate> largestFirst; // one for each training

    /** @throws InvalidSettingException where a model cannot learn from this data, or one training alone would not fit */
    SweepMemory(SweepPlan plan, Split split) {
        this.plan = plan;
        this.shape = DataShape.of(split.training());
        for (Candidate base : plan.space().bases()) {
            base.family().objection(split.trainingData()).ifPresent(objection -> {
                throw new InvalidSettingException(objection);
            });
        }
        largestFirst = plan.attempts().stream()
                .map(Attempt::candidate)
                .sorted(Comparator.comparingDouble(this::bytes).reversed())
                .toList();
        Candidate largest = largestFirst.get(0);
        Forecast.requireFits(largest.family(), largest.settings(), split);
    }

    private double bytes(Candidate candidate) {
        return SweepPlan.cost(candidate, shape).bytes();
    }

    DataShape shape() {
        return shape;
    }

    /**
     * How many may train at the same time, at least 1.
     *
     * @throws InvalidSettingException where successive halving begins more trainings than fit
     */
    int atOnce(int wanted) {
        long free = Forecast.bytesFreeNow();
        if (plan.strategy() instanceof Strategy.Halving) {
            double together = largestFirst.stream().mapToDouble(this::bytes).sum();
            if (together > free) {
                throw new InvalidSettingException(TEXTS.get(
                        "halving-does-not-fit",
                        String.valueOf(largestFirst.size()),
                        Forecast.words((long) together),
                        Forecast.words(free)));
            }
        }
        int most = Math.max(1, Math.min(wanted, largestFirst.size()));
        double together = 0;
        for (int count = 0; count < most; count++) {
            together += bytes(largestFirst.get(count));
            if (together > free) {
                return Math.max(1, count);
            }
        }
        return most;
    }
}
