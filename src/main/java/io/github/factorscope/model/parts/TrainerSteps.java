package io.github.factorscope.model.parts;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.Trainer;
import java.util.List;

/** What single steps of all trainers have in common. */
public abstract class TrainerSteps implements SingleSteps {
    private final Trainer trainer;
    private final Settings settings;

    protected TrainerSteps(Trainer trainer, Settings settings) {
        this.trainer = trainer;
        this.settings = settings;
    }

    /** What a step moves, in the order of {@link #moved}. */
    protected abstract List<StepPlace> places(StepKind kind, int user, int item);

    /** Of a trainer of the same parameters with these settings. */
    protected abstract SingleSteps ofOther(Settings others);

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public List<Moved> moved(StepKind kind, int user, int item) {
        return places(kind, user, item).stream().map(StepPlace::moved).toList();
    }

    @Override
    public SingleSteps with(Settings others) {
        for (Hyperparameter<?> hyperparameter : settings.hyperparameters()) {
            if (!isAdjustable(hyperparameter) && !settings.get(hyperparameter).equals(others.get(hyperparameter))) {
                throw new IllegalArgumentException("the parameters are of another " + hyperparameter.name() + " than "
                        + others.get(hyperparameter));
            }
        }
        return ofOther(others);
    }

    private boolean isAdjustable(Hyperparameter<?> hyperparameter) {
        return stepSizes().stream().anyMatch(each -> each.name().equals(hyperparameter.name()))
                || regularizations().stream().anyMatch(each -> each.name().equals(hyperparameter.name()));
    }

    @Override
    public StepEffect preview(StepKind kind, int user, int item) {
        double before = prediction(user, item);
        List<StepPlace> places = places(kind, user, item);
        take(kind, user, item);
        List<Moved> after = moved(kind, user, item);
        double predictionAfter = prediction(user, item);
        places.forEach(StepPlace::putBack);
        return new StepEffect(places.stream().map(StepPlace::moved).toList(), after, before, predictionAfter);
    }
}
