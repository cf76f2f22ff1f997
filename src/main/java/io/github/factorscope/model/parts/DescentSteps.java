package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.model.Trainer;
import java.util.ArrayList;
import java.util.List;

/** Steps of stochastic gradient descent: the visitor of the epochs is sent to one rating. */
public abstract class DescentSteps extends TrainerSteps {
    private static final float[] ONE = {1};

    private final RatingMatrix training;
    private final Biases biases;
    private final UserSweep.Visitor visitor;

    /** @param visitor of the trainer's epochs, at its present step size */
    protected DescentSteps(
            Trainer trainer, Settings settings, RatingMatrix training, Biases biases, UserSweep.Visitor visitor) {
        super(trainer, settings);
        this.training = training;
        this.biases = biases;
        this.visitor = visitor;
    }

    @Override
    public List<StepKind> kinds() {
        return List.of(StepKind.RATING);
    }

    @Override
    public void take(StepKind kind, int user, int item) {
        visitor.visit(user, new int[] {position(kind, user, item)}, 1);
    }

    @Override
    protected List<StepPlace> places(StepKind kind, int user, int item) {
        List<StepPlace> places = new ArrayList<>();
        Descent ofBias = new Descent(rate(), biasRegularization(), ONE);
        places.add(StepPlace.ofBias(Symbol.USER_BIAS, user, biases.ofUsers(), ofBias));
        places.add(StepPlace.ofBias(Symbol.ITEM_BIAS, item, biases.ofItems(), ofBias));
        addPlaces(user, item, places);
        return places;
    }

    /** γ. */
    protected abstract double rate();

    /** λ_b. */
    protected abstract double biasRegularization();

    /** What a step moves beside the biases. */
    protected abstract void addPlaces(int user, int item, List<StepPlace> places);

    private int position(StepKind kind, int user, int item) {
        int position = kind == StepKind.RATING ? training.byUser().find(user, item) : -1;
        if (position < 0) {
            throw new IllegalArgumentException("there is no step of " + kind + " for user " + user + ", item " + item);
        }
        return position;
    }
}
