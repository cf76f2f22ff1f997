package io.github.factorscope.experiment;

import java.util.List;
import java.util.stream.LongStream;

/** One experiment with several seeds of the model on the same split: how much of its error is luck. */
public final class RepeatedSeeds {
    /** The most repeats. */
    public static final int MOST = 1000;

    private final Experiment first;
    private final int repeats;

    /**
     * Experiments that have not begun, with the seeds s, s + 1, …, s + repeats − 1.
     *
     * @param first with seed s
     * @param repeats 1 to 1000
     */
    public RepeatedSeeds(Experiment first, int repeats) {
        if (repeats < 1 || repeats > MOST) {
            throw new IllegalArgumentException("repeats must lie in 1 to " + MOST + ", was " + repeats);
        }
        this.first = first;
        this.repeats = repeats;
    }

    /** In the order of their seeds. */
    public List<Experiment> experiments() {
        return LongStream.range(0, repeats)
                .mapToObj(k -> new Experiment(
                        first.dataset(),
                        first.split(),
                        first.family(),
                        first.settings(),
                        first.seed() + k,
                        first.patience()))
                .toList();
    }
}
