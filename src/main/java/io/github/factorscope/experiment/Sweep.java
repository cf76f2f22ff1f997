package io.github.factorscope.experiment;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Trains one family with many settings and judges each by the validation ratings; test ratings are never looked at. */
public final class Sweep {
    /** Lowest validation error first; equal ones in the order of the settings. */
    public static final Comparator<Trial> BEST_FIRST = Comparator.comparingDouble(Trial::validationRmse);

    private final Dataset dataset;
    private final Split split;
    private final ModelFamily family;
    private final long seed;
    private final int patience;

    /**
     * Settings with what they led to.
     *
     * @param epoch whose model was the best
     * @param validationRmse of this model, in stars
     * @param seconds of training, all epochs
     */
    public record Trial(Settings settings, int epoch, double validationRmse, double seconds, StopReason stopReason) {}

    /**
     * A sweep that has not begun.
     *
     * @param split with validation ratings
     * @param patience epochs without a lower validation error after which a training ends; 0 for never
     */
    public Sweep(Dataset dataset, Split split, ModelFamily family, long seed, int patience) {
        if (!split.hasValidation()) {
            throw new IllegalArgumentException("a sweep is judged by validation ratings, and there are none");
        }
        this.dataset = dataset;
        this.split = split.withoutTest();
        this.family = family;
        this.seed = seed;
        this.patience = patience;
    }

    /**
     * All combinations.
     *
     * @param base the settings that are not varied
     * @throws io.github.factorscope.model.InvalidSettingException where a value is not in its domain
     */
    public static List<Settings> grid(Settings base, List<Variation> variations) {
        List<Settings> grid = List.of(base);
        for (Variation variation : variations) {
            List<Settings> finer = new ArrayList<>();
            for (Settings settings : grid) {
                for (String value : variation.values()) {
                    finer.add(settings.with(variation.name(), value));
                }
            }
            grid = finer;
        }
        return grid;
    }

    /**
     * A hyperparameter and the values that it takes, as a person writes them.
     */
    public record Variation(String name, List<String> values) {
        public Variation {
            values = List.copyOf(values);
        }
    }

    /**
     * Trains with all settings.
     *
     * @param atOnce how many trainings run at the same time
     * @param listener hears of every trial as it ends, one at a time
     * @return the trials in the order of the settings
     */
    public List<Trial> run(List<Settings> all, int atOnce, Consumer<Trial> listener) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<Trial>> futures = all.stream()
                    .map(settings -> workers.submit(() -> tell(listener, train(settings))))
                    .toList();
            List<Trial> trials = new ArrayList<>();
            for (Future<Trial> future : futures) {
                trials.add(future.get());
            }
            return trials;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private synchronized Trial tell(Consumer<Trial> listener, Trial trial) {
        listener.accept(trial);
        return trial;
    }

    private Trial train(Settings settings) {
        Experiment experiment = new Experiment(dataset, split, family, settings, seed, patience);
        TrainingOutcome outcome = experiment.newSession(report -> {}).run();
        return new Trial(
                settings,
                outcome.modelEpoch(),
                outcome.accuracies().validation().orElseThrow().rmse(),
                outcome.seconds(),
                outcome.stopReason());
    }
}
