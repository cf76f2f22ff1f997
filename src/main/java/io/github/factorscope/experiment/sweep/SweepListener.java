package io.github.factorscope.experiment.sweep;

import io.github.factorscope.training.EpochReport;

/** Hears how a sweep goes on, on the threads that train, one call at a time. */
public interface SweepListener {
    /** Hears nothing. */
    SweepListener NONE = new SweepListener() {};

    /** A training begins. */
    default void onStart(Attempt attempt) {}

    default void onEpoch(Attempt attempt, EpochReport report) {}

    /** A training has ended, or was eliminated: then nothing more is heard of it. */
    default void onEnd(Trial trial) {}
}
