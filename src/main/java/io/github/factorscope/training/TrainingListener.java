package io.github.factorscope.training;

/** Hears of every epoch, on the thread that trains. */
@FunctionalInterface
public interface TrainingListener {
    void onEpoch(EpochReport report);
}
