package io.github.factorscope.ui.train;

import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a training. */
final class TrainingWords {
    private static final Texts TEXTS = Texts.of(TrainingWords.class);

    private TrainingWords() {}

    /** For a line of the list. */
    static String brief(Training training) {
        boolean begun = !training.history().isEmpty();
        return switch (training.stateProperty().get()) {
            case WAITING -> TEXTS.get("waiting");
            case RUNNING -> begun ? capital(epoch(training)) + about(training) : TEXTS.get("starting");
            case PAUSED -> TEXTS.get("paused") + (begun ? " · " + epoch(training) : "");
            case STOPPING -> TEXTS.get("stopping");
            case ENDED -> training.run().map(TrainingWords::result).orElseGet(() -> TEXTS.get("failed"));
        };
    }

    /** For the one that is watched. */
    static String status(Training training) {
        boolean begun = !training.history().isEmpty();
        return switch (training.stateProperty().get()) {
            case WAITING -> TEXTS.get("waiting-for-turn");
            case RUNNING ->
                begun ? capital(epoch(training)) + seconds(training) + about(training) : TEXTS.get("starting");
            case PAUSED -> TEXTS.get("paused") + (begun ? " · " + epoch(training) + seconds(training) : "");
            case STOPPING -> TEXTS.get("stopping") + (begun ? " · " + epoch(training) + seconds(training) : "");
            case ENDED -> training.run().map(TrainingWords::summary).orElseGet(() -> TEXTS.get("training-failed"));
        };
    }

    /** Beside the bar of its progress; empty while unknown. */
    static String remaining(Training training) {
        return switch (training.stateProperty().get()) {
            case WAITING, ENDED -> "";
            case RUNNING -> left(training);
            case PAUSED -> TEXTS.get("paused-within");
            case STOPPING -> TEXTS.get("stopping-within");
        };
    }

    /** What closing the window does to those that have not ended; empty where there are none. */
    static Optional<String> closing(List<Training> trainings) {
        List<String> kept = trainings.stream()
                .filter(Training::canBeKept)
                .map(each -> TEXTS.get("name-and-epoch", each.nameProperty().get(), epoch(each)))
                .toList();
        long lost = trainings.stream().filter(each -> !each.isOver()).count() - kept.size();
        if (kept.isEmpty() && lost == 0) {
            return Optional.empty();
        }
        String goesOn = kept.isEmpty() ? "" : TEXTS.get("goes-on-later", String.join(", ", kept)) + " ";
        String begins = lost == 0 ? "" : TEXTS.get("begins-anew", lost);
        return Optional.of((goesOn + begins).strip());
    }

    private static String about(Training training) {
        return left(training).isEmpty() ? "" : " · " + TEXTS.get("about", left(training));
    }

    /** Such as "12 s left"; empty before the first epoch, and after the last while the model is judged. */
    private static String left(Training training) {
        if (training.history().isEmpty() || last(training).epoch() == training.plannedEpochs()) {
            return "";
        }
        EpochReport last = last(training);
        double perEpoch = last.seconds() / last.epoch();
        return TEXTS.get("left", Formats.seconds(perEpoch * (training.plannedEpochs() - last.epoch())));
    }

    private static String seconds(Training training) {
        return " · " + Formats.seconds(last(training).seconds());
    }

    private static EpochReport last(Training training) {
        return training.history().get(training.history().size() - 1);
    }

    private static String epoch(Training training) {
        return epoch(last(training).epoch(), training.plannedEpochs());
    }

    private static String epoch(int epoch, int epochs) {
        return TEXTS.get("epoch-of", String.valueOf(epoch), String.valueOf(epochs));
    }

    private static String result(Run run) {
        StopReason reason = run.outcome().stopReason();
        boolean remarkable = reason != StopReason.EPOCHS_DONE && reason != StopReason.CONVERGED;
        return capital((remarkable ? reason.words() + " · " : "") + error(run));
    }

    private static String summary(Run run) {
        TrainingOutcome outcome = run.outcome();
        String how = capital(outcome.stopReason().words());
        if (outcome.stopReason() == StopReason.EPOCHS_DONE && outcome.history().size() == 1) {
            how = TEXTS.get("in-one-go");
        } else if (outcome.stopReason() == StopReason.CONVERGED) {
            how = TEXTS.get("no-better", how, String.valueOf(run.experiment().patience()));
        }
        String mae =
                run.test().map(test -> " · MAE " + Formats.rmse(test.mae())).orElse("");
        int epochs = outcome.history().size();
        String epoch = epochs < 2 ? "" : " · " + epoch(outcome.modelEpoch(), epochs);
        String seconds = epochs == 0 ? "" : " · " + Formats.seconds(outcome.seconds());
        return how + " · " + error(run) + mae + epoch + seconds;
    }

    /** The error that counts: the first there is of test, validation and training. */
    private static String error(Run run) {
        return run.test()
                .map(test -> named("test-error", test))
                .or(() -> run.validation().map(validation -> named("validation-error", validation)))
                .orElseGet(() -> named("training-error", run.train()));
    }

    private static String named(String key, Accuracy accuracy) {
        return TEXTS.get(key, Formats.rmse(accuracy.rmse()));
    }

    /** The settings that are not the default, and seed and patience likewise. */
    static List<String> differences(Experiment experiment) {
        List<String> differing = new ArrayList<>();
        for (Hyperparameter<?> hyperparameter : experiment.settings().hyperparameters()) {
            String words = experiment.settings().words(hyperparameter);
            if (!words.equals(experiment.family().defaults().words(hyperparameter))) {
                differing.add(words);
            }
        }
        if (experiment.patience() != TrainViewModel.USUAL_PATIENCE) {
            differing.add(TEXTS.get("other-patience", String.valueOf(experiment.patience())));
        }
        if (experiment.seed() != TrainViewModel.USUAL_SEED) {
            differing.add(TEXTS.get("other-seed", String.valueOf(experiment.seed())));
        }
        return differing;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What a training would take; empty for null. */
    static String forecast(Forecast forecast) {
        if (forecast == null) {
            return "";
        }
        String memory = Forecast.words(forecast.bytes());
        return forecast.fits()
                ? TEXTS.get("forecast", Formats.seconds(forecast.seconds()), memory)
                : TEXTS.get("does-not-fit", memory, Forecast.words(forecast.freeBytes()));
    }
}
