package io.github.factorscope.ui.learn;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.NormalEquations;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.SingleSteps;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.Trainer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A trainer that is taken step by step, with what was measured on the way. Used by one thread at a time. */
final class Lab {
    private static final double FAR_AWAY = 1e6; // stars: an error like this is no longer learning
    private static final int MOST_STEPS = 500; // of a divergence
    private static final int MOST_UNKNOWNS = 4; // whose equations can be read

    private final Start start;
    private final BooleanSupplier abandoned;
    private SingleSteps steps; // null where the model is worked out in one go
    private FittedModel model; // null where steps have changed it
    private Parameters first; // what reset goes back to
    private int user;
    private int item;
    private long taken;
    private List<double[]> errors = new ArrayList<>();
    private List<double[]> accuracies = new ArrayList<>();
    private double[][] seen = {}; // predictions before the last action
    private Runaway runaway;
    private Calm calm;

    /** What a planted divergence goes back to. */
    private record Calm(
            Parameters learned, Settings settings, long taken, List<double[]> errors, List<double[]> accuracies) {}

    /** @param abandoned whether nobody waits for it any more */
    Lab(Start start, BooleanSupplier abandoned, int user, int item) {
        this.start = start;
        this.abandoned = abandoned;
        this.user = user;
        this.item = item;
        start.requireFits();
        begin();
    }

    private void begin() {
        Trainer trainer = start.family().newTrainer(start.ground().trainingData(), start.settings(), start.seed());
        steps = trainer.singleSteps().orElse(null);
        if (steps == null) {
            model = start.learned().orElseGet(() -> {
                trainer.runEpoch(abandoned);
                return trainer.snapshot();
            });
        } else {
            start.learned().ifPresent(learned -> trainer.resume(learned.parameters(), 0));
            model = null;
            first = model().parameters();
        }
        restart();
    }

    private void restart() {
        taken = 0;
        runaway = null;
        calm = null;
        errors = new ArrayList<>();
        accuracies = new ArrayList<>();
        measureError();
        measureAccuracy();
    }

    Start start() {
        return start;
    }

    private RatingMatrix training() {
        return start.ground().training();
    }

    private boolean isToy() {
        return start.ground().isToy();
    }

    private FittedModel model() {
        if (model == null) {
            model = steps.trainer().snapshot();
        }
        return model;
    }

    private double rating() {
        return training().rating(user, item);
    }

    private void measureError() {
        double error = rating() - (steps == null ? model().predict(user, item) : steps.prediction(user, item));
        if (Double.isFinite(error)) {
            errors.add(new double[] {taken, error});
        }
    }

    private void measureAccuracy() {
        double rmse = Evaluator.accuracy(model(), training()).rmse();
        if (Double.isFinite(rmse)) {
            accuracies.add(new double[] {taken, rmse});
        }
    }

    /** Another rating; steps that ran away are over for it too. */
    void choose(int otherUser, int otherItem) {
        user = otherUser;
        item = otherItem;
        errors = new ArrayList<>();
        measureError();
    }

    /** Other step sizes and regularization from now on. */
    void adjust(Settings settings) {
        steps = steps.with(settings);
        if (calm == null) {
            runaway = null;
        }
    }

    /** Steps of this kind until one would run away. */
    void step(StepKind kind, int times) {
        seen = predictions();
        for (int k = 0; k < times && stepOnce(kind); k++) {
            measureIfSmall();
        }
    }

    private void measureIfSmall() {
        measureError();
        if (isToy()) {
            measureAccuracy();
        }
    }

    /** @return false where the numbers would leave what can be shown; nothing is changed then */
    private boolean stepOnce(StepKind kind) {
        StepEffect effect = steps.preview(kind, user, item);
        if (!isCalm(effect)) {
            runaway = kind == StepKind.RATING ? Runaway.of(effect, rating()) : null;
            return false;
        }
        steps.take(kind, user, item);
        model = null;
        taken++;
        return true;
    }

    private static boolean isCalm(StepEffect effect) {
        for (Moved moved : effect.after()) {
            for (float value : moved.values()) {
                if (!(Math.abs(value) < FAR_AWAY)) {
                    return false;
                }
            }
        }
        return Math.abs(effect.predictionAfter()) < FAR_AWAY;
    }

    /** Learns from every rating once. Where that runs away, everything stays as it was. */
    void epoch() {
        seen = predictions();
        Parameters before = model().parameters();
        steps.trainer().runEpoch(abandoned);
        model = null;
        if (isFar(model().parameters())) {
            steps.trainer().resume(before, 0);
            model = null;
            runaway = training().rating(user, item) > 0 && steps.kinds().contains(StepKind.RATING)
                    ? Runaway.of(steps.preview(StepKind.RATING, user, item), rating())
                    : null;
            return;
        }
        taken += training().size();
        measureError();
        measureAccuracy();
    }

    private static boolean isFar(Parameters parameters) {
        for (float[] values : parameters.arrays().values()) {
            for (float value : values) {
                if (!(Math.abs(value) < FAR_AWAY)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As at the beginning, also the settings. */
    void reset() {
        seen = new double[0][];
        if (isToy()) { // an epoch then visits in the same order again
            begin();
            return;
        }
        steps = steps.with(start.settings());
        steps.trainer().resume(first, 0);
        model = null;
        restart();
    }

    /** Steps so long that the error grows with each, until it is out of all proportion. */
    void diverge() {
        calm = new Calm(
                model().parameters(), steps.settings(), taken, new ArrayList<>(errors), new ArrayList<>(accuracies));
        Settings longSteps = steps.settings();
        for (Hyperparameter<Double> stepSize : steps.stepSizes()) {
            longSteps = longSteps.with(stepSize, Runaway.PLANTED);
        }
        steps = steps.with(longSteps);
        Runaway planted = Runaway.of(steps.preview(StepKind.RATING, user, item), rating());
        step(StepKind.RATING, MOST_STEPS);
        runaway = planted;
    }

    /** As before the steps that diverged. */
    void calmDown() {
        if (calm == null) {
            reset();
            return;
        }
        seen = predictions();
        steps = steps.with(calm.settings());
        steps.trainer().resume(calm.learned(), 0);
        model = null;
        taken = calm.taken();
        errors = calm.errors();
        accuracies = calm.accuracies();
        runaway = null;
        calm = null;
    }

    private double[][] predictions() {
        if (!isToy()) {
            return new double[0][];
        }
        double[][] all = new double[training().users()][training().items()];
        for (int u = 0; u < all.length; u++) {
            for (int i = 0; i < all[u].length; i++) {
                all[u][i] = model().predict(u, i);
            }
        }
        return all;
    }

    Shown look() {
        double[][] predictions = predictions();
        boolean[][] moved = new boolean[predictions.length][predictions.length == 0 ? 0 : predictions[0].length];
        for (int u = 0; u < seen.length && u < predictions.length; u++) {
            for (int i = 0; i < seen[u].length; i++) {
                moved[u][i] = Math.abs(seen[u][i] - predictions[u][i]) >= 5e-4;
            }
        }
        Map<StepKind, StepEffect> effects = new EnumMap<>(StepKind.class);
        Map<StepKind, NormalEquations> equations = new EnumMap<>(StepKind.class);
        if (steps != null && runaway == null) {
            for (StepKind kind : steps.kinds()) {
                if (kind != StepKind.RATING || !Double.isNaN(rating())) {
                    effects.put(kind, steps.preview(kind, user, item));
                }
                equations(kind).ifPresent(system -> equations.put(kind, system));
            }
        }
        boolean descends = steps != null && steps.kinds().contains(StepKind.RATING);
        return new Shown(
                start.ground(),
                start.family(),
                steps == null ? start.settings() : steps.settings(),
                user,
                item,
                rating(),
                model().explain(user, item),
                steps == null ? List.of() : steps.kinds(),
                steps == null ? List.of() : steps.stepSizes(),
                steps == null ? List.of() : steps.regularizations(),
                effects,
                equations,
                descends ? steps.moved(StepKind.RATING, user, item) : List.of(),
                predictions,
                moved,
                new Shown.History(taken, errors, accuracies),
                Optional.ofNullable(runaway));
    }

    private Optional<NormalEquations> equations(StepKind kind) {
        return steps.equations(kind, user, item).filter(system -> system.right().length <= MOST_UNKNOWNS);
    }
}
