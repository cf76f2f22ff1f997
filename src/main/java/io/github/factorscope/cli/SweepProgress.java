package io.github.factorscope.cli;

import io.github.factorscope.experiment.sweep.Attempt;
import io.github.factorscope.experiment.sweep.SweepListener;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.training.EpochReport;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A line for every training that ends, and now and then one for those that take long. */
final class SweepProgress implements SweepListener {
    private static final double SECONDS_BETWEEN_LINES = 10; // of one training

    private final SweepPlan plan;
    private final Consumer<String> lines;
    private final Map<Attempt, Double> printed = new HashMap<>(); // seconds of training at the last line
    private int ended;

    SweepProgress(SweepPlan plan, Consumer<String> lines) {
        this.plan = plan;
        this.lines = lines;
    }

    void begin(double seconds, int atOnce) {
        int count = plan.attempts().size();
        lines.accept(String.format(
                Locale.ROOT,
                "%,d training%s, %d at once, at most about %s",
                count,
                count == 1 ? "" : "s",
                atOnce,
                seconds < 100 ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / 60) + " min"));
        if (plan.reportTest()) {
            lines.accept(
                    "The test errors below are for pictures. Settings chosen by them would look better than they are.");
        }
    }

    @Override
    public void onEpoch(Attempt attempt, EpochReport report) {
        if (report.seconds() - printed.getOrDefault(attempt, 0.0) >= SECONDS_BETWEEN_LINES) {
            printed.put(attempt, report.seconds());
            lines.accept("  " + words(attempt) + ": epoch " + report.epoch()
                    + report.validationRmse().stream()
                            .mapToObj(rmse -> String.format(Locale.ROOT, ", validation RMSE %.4f", rmse))
                            .findFirst()
                            .orElse(""));
        }
    }

    @Override
    public void onEnd(Trial trial) {
        ended++;
        StringBuilder line =
                new StringBuilder("[" + ended + "/" + plan.attempts().size() + "] " + words(trial.attempt()) + ":");
        trial.validationRmse()
                .ifPresent(rmse -> line.append(String.format(Locale.ROOT, " validation RMSE %.4f,", rmse)));
        trial.testRmse().ifPresent(rmse -> line.append(String.format(Locale.ROOT, " test RMSE %.4f,", rmse)));
        line.append(
                String.format(Locale.ROOT, " epoch %d, %.1f s, %s", trial.epoch(), trial.seconds(), trial.endWords()));
        lines.accept(line.toString());
    }

    private String words(Attempt attempt) {
        String model = plan.families().size() > 1 ? attempt.candidate().family().id() + " " : "";
        String seed = plan.repeats() > 1 ? " seed " + attempt.seed() : "";
        return model + plan.words(attempt.candidate()) + seed;
    }
}
