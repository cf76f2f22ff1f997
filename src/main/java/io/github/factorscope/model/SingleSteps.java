package io.github.factorscope.model;

import java.util.List;
import java.util.Optional;

/**
 * A trainer one step at a time: every step is the very code of an epoch, and every number is read from the trainer's own
 * arrays. Used by one thread at a time, the one that uses the trainer.
 */
public interface SingleSteps {
    /** What learns here: its epochs go on from these steps. */
    Trainer trainer();

    Settings settings();

    /** How far a step goes: γ, γ_w. None where steps are solved for. */
    List<Hyperparameter<Double>> stepSizes();

    /** What pulls towards 0. */
    List<Hyperparameter<Double>> regularizations();

    /**
     * The same parameters, not a copy, moved with other step sizes and regularization; the other's epochs go on from where
     * this one's ended.
     *
     * @throws IllegalArgumentException where anything else differs
     */
    SingleSteps with(Settings settings);

    /** What a step can be of. */
    List<StepKind> kinds();

    /** r̂_ui as it stands, in stars, worked out as the trainer does. */
    double prediction(int user, int item);

    /**
     * The parameters that a step moves, as they are now: b_u, b_i, then factors, then neighbours in the order of the user's
     * ratings. Of an item that the user has not rated: what a step would move if they had.
     */
    List<Moved> moved(StepKind kind, int user, int item);

    /**
     * Learns as an epoch would that visits nothing else.
     *
     * @throws IllegalArgumentException where there is no such step, as of an item that the user has not rated
     */
    void take(StepKind kind, int user, int item);

    /** What a step would do; afterwards everything is as it was, to the last bit. */
    StepEffect preview(StepKind kind, int user, int item);

    /** What a step solves, where it does; unknowns in the order factors, bias. */
    default Optional<NormalEquations> equations(StepKind kind, int user, int item) {
        return Optional.empty();
    }
}
