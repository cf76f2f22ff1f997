package io.github.factorscope.peers;

/** A model that learns, ours or theirs: one epoch at a time, on the thread of the caller. */
interface Learner {
    /** Learns from every training rating once. */
    void runEpoch();

    /** Root of the mean squared error on the test ratings, in stars; predictions clipped to the scale. */
    double testRmse();
}
