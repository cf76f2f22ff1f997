package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.WeightHyperparameters.Implicit;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@link NeighbourWeights} while they learn by stochastic gradient descent. Used by one thread at a time. */
public final class NeighbourLearner {
    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final Settings settings;
    private final LearningRate learningRate; // γ_w
    private final double regularization; // λ_w
    private NeighbourWeights weights;
    private NeighbourWeights.Visit visit;
    private boolean prepared;

    /** A learner whose slots are still to be found. */
    public NeighbourLearner(RatingMatrix training, Biases baseline, Settings settings) {
        this.training = training;
        this.baseline = baseline;
        this.settings = settings;
        this.learningRate = new LearningRate(settings, WeightHyperparameters.LEARNING_RATE);
        this.regularization = settings.get(WeightHyperparameters.REGULARIZATION);
        use(NeighbourSlots.none(training.items()));
    }

    /** Moves the weights of another learner, which has found its slots. */
    private NeighbourLearner(NeighbourLearner other, Settings settings) {
        this.training = other.training;
        this.baseline = other.baseline;
        this.settings = settings;
        this.learningRate = other.learningRate.with(settings);
        this.regularization = settings.get(WeightHyperparameters.REGULARIZATION);
        this.weights = other.weights;
        this.visit = weights.new Visit();
        this.prepared = other.prepared;
    }

    /** The same weights, not a copy, with other settings of how they learn. */
    public NeighbourLearner with(Settings others) {
        return new NeighbourLearner(this, others);
    }

    private void use(NeighbourSlots slots) {
        boolean withImplicit = settings.get(WeightHyperparameters.IMPLICIT) == Implicit.ON;
        weights = NeighbourWeights.zero(training, baseline, slots, withImplicit);
        visit = weights.new Visit();
    }

    /** What a model of this learner stored. */
    public static NeighbourWeights restore(
            RatingMatrix training, Biases baseline, Settings settings, Parameters parameters) {
        return NeighbourWeights.restore(
                training,
                baseline,
                slots(training, baseline, settings, () -> false),
                settings.get(WeightHyperparameters.IMPLICIT) == Implicit.ON,
                parameters);
    }

    private static NeighbourSlots slots(
            RatingMatrix training, Biases baseline, Settings settings, BooleanSupplier stopRequested) {
        return NeighbourSlots.of(
                training,
                baseline,
                settings.get(WeightHyperparameters.NEIGHBOURS),
                settings.get(NeighbourhoodHyperparameters.SHRINKAGE),
                stopRequested);
    }

    /**
     * Finds S^k(i) of all items, where that is not done yet.
     *
     * @return false where it was stopped; nothing has changed then
     */
    public boolean prepare(BooleanSupplier stopRequested) {
        if (!prepared) {
            NeighbourSlots slots = slots(training, baseline, settings, stopRequested);
            if (stopRequested.getAsBoolean()) {
                return false;
            }
            use(slots);
            prepared = true;
        }
        return true;
    }

    /** Goes on with weights that another learner stored after so many epochs. */
    public void resume(Parameters parameters, int epochs) {
        prepare(() -> false);
        weights.set(parameters);
        learningRate.skip(epochs);
    }

    /** Before the ratings of a user. */
    public void begin(int user) {
        visit.begin(user);
    }

    /** What the neighbours say of this item, in stars. */
    public double sum(int item) {
        return visit.sum(item);
    }

    /** Learns from the error of the item that was summed last. */
    public void step(int item, double error) {
        visit.step(item, error, learningRate.current(), regularization);
    }

    /** What a step on the item that was summed last moves. */
    public void addPlaces(int item, List<StepPlace> places) {
        visit.addPlaces(item, learningRate.current(), regularization, places);
    }

    /** After the ratings of a user. */
    public void end() {
        visit.end();
    }

    public void epochDone() {
        learningRate.epochDone();
    }

    public double penalty() {
        return weights.penalty(regularization);
    }

    /** The weights as they are now; they do not change when learning goes on. */
    public NeighbourWeights snapshot() {
        return weights.copy();
    }
}
