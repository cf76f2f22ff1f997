package io.github.factorscope.experiment;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Accuracies;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.training.TrainingOutcome;
import java.time.Instant;
import java.util.Optional;

/** An experiment that was carried out. */
public record Run(
        Experiment experiment, TrainingOutcome outcome, Instant finished, Versions versions, Machine machine) {

    /** Carried out just now. */
    public static Run of(Experiment experiment, TrainingOutcome outcome) {
        return new Run(experiment, outcome, Instant.now(), Versions.current(), Machine.current());
    }

    /**
     * The same, judged by other ratings.
     *
     * @param given none of which it has learned from
     * @param accuracy over these
     */
    public Run judgedBy(RatingMatrix given, Accuracy accuracy) {
        Split split = experiment.split();
        Split judging = Split.of(experiment.dataset(), split.plan(), split.training(), split.validation(), given);
        Experiment other = new Experiment(
                experiment.dataset(),
                judging,
                experiment.family(),
                experiment.settings(),
                experiment.seed(),
                experiment.patience());
        Accuracies accuracies = new Accuracies(train(), validation(), Optional.of(accuracy));
        return new Run(
                other,
                new TrainingOutcome(
                        model(),
                        accuracies,
                        outcome.modelEpoch(),
                        outcome.history(),
                        outcome.stopReason(),
                        outcome.divergence(),
                        outcome.rescuedFrom()),
                finished,
                versions,
                machine);
    }

    public FittedModel model() {
        return outcome.model();
    }

    /** Over the training ratings. */
    public Accuracy train() {
        return outcome.accuracies().train();
    }

    /** Over the validation ratings, where there are some. */
    public Optional<Accuracy> validation() {
        return outcome.accuracies().validation();
    }

    /** Over the test ratings, where there are some. */
    public Optional<Accuracy> test() {
        return outcome.accuracies().test();
    }
}
