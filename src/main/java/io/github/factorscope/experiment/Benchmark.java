package io.github.factorscope.experiment;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;

/** Measures models on one data set: medians of repeated trainings. */
public final class Benchmark {
    private static final int USERS_ASKED = 50;
    private static final int EPOCHS_FOR_MEMORY = 3; // from the third on, as much is kept as ever
    private static final int EPOCHS_FOR_SCALING = 5;
    private static final String EPOCHS = "epochs";

    private final Dataset dataset;
    private final Split split;
    private final int repeat;

    /**
     * A benchmark on this data.
     *
     * @param split with test ratings, without validation ratings
     * @param repeat how many trainings a median is taken of
     */
    public Benchmark(Dataset dataset, Split split, int repeat) {
        this.dataset = dataset;
        this.split = split;
        this.repeat = repeat;
    }

    /**
     * What was measured of one model.
     *
     * @param seconds a training with the judging of every epoch
     * @param recommendMillis ten items for a user
     * @param explainMillis one of them
     * @param peak of memory
     * @param forecast that was made before
     */
    public record Measurement(
            ModelFamily family,
            Settings settings,
            int epochs,
            double secondsPerEpoch,
            double seconds,
            double testRmse,
            double recommendMillis,
            double explainMillis,
            PeakMemory.Peak peak,
            Forecast forecast) {}

    /** The settings that are made for this data, or else the default ones. */
    public Settings usualSettings(ModelFamily family) {
        return family.presets().stream()
                .filter(preset -> preset.name().equals(dataset.name()))
                .findFirst()
                .map(Preset::settings)
                .orElseGet(family::defaults);
    }

    public Measurement measure(ModelFamily family, Settings settings) {
        Forecast forecast = Forecast.of(family, settings, split);
        List<Double> epochs = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        TrainingOutcome outcome = null;
        for (int k = 0; k < repeat; k++) {
            long start = System.nanoTime();
            outcome = train(family, settings);
            totals.add(secondsSince(start));
            epochs.add(outcome.secondsPerEpoch());
        }
        List<Double> recommending = new ArrayList<>();
        List<Double> explaining = new ArrayList<>();
        for (int user = 0; user < Math.min(USERS_ASKED, split.training().users()); user++) {
            long start = System.nanoTime();
            List<RankedItem> best = Ranking.best(outcome.model(), split.training(), user, 10);
            recommending.add(1000 * secondsSince(start));
            start = System.nanoTime();
            outcome.model().explain(user, best.isEmpty() ? 0 : best.get(0).item());
            explaining.add(1000 * secondsSince(start));
        }
        int planned = outcome.history().size();
        double rmse = outcome.accuracies().test().orElseThrow().rmse();
        outcome = null; // or its model would count as memory in use
        PeakMemory.Peak peak = PeakMemory.during(() -> train(family, fewEpochs(settings, EPOCHS_FOR_MEMORY)));
        return new Measurement(
                family,
                settings,
                planned,
                median(epochs),
                median(totals),
                rmse,
                median(recommending),
                median(explaining),
                peak,
                forecast);
    }

    /** Median seconds of an epoch, with few epochs. */
    public double secondsPerEpoch(ModelFamily family, Settings settings) {
        return train(family, fewEpochs(settings, EPOCHS_FOR_SCALING)).secondsPerEpoch();
    }

    private static Settings fewEpochs(Settings settings, int most) {
        for (Hyperparameter<?> hyperparameter : settings.hyperparameters()) {
            if (hyperparameter.name().equals(EPOCHS)) {
                int epochs = Integer.parseInt(settings.format(hyperparameter));
                return settings.with(EPOCHS, String.valueOf(Math.min(epochs, most)));
            }
        }
        return settings;
    }

    private TrainingOutcome train(ModelFamily family, Settings settings) {
        return new Experiment(dataset, split, family, settings, 1, 0)
                .newSession(report -> {})
                .run();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The upper one of two in the middle. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
