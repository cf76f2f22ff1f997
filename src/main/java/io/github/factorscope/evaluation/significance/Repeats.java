package io.github.factorscope.evaluation.significance;

import java.util.List;
import java.util.Optional;

/**
 * Runs that differ only by seed, often just one; what is measured is their mean.
 *
 * @param runs their numbers in the bootstrap
 * @param noise from seed to seed, where it is known
 */
public record Repeats(List<Integer> runs, Optional<SeedNoise> noise) {
    public Repeats {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one run to measure");
        }
    }

    /** One run, with the noise that is assumed where there are no repeats. */
    public static Repeats single(int run, SeedNoise noise) {
        return new Repeats(List.of(run), Optional.of(noise));
    }

    /** One run as it is, without asking what another seed would have given. */
    public static Repeats fixed(int run) {
        return new Repeats(List.of(run), Optional.empty());
    }
}
