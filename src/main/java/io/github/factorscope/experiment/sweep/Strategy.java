package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.OptionalInt;

/** Which settings of a {@link SearchSpace} are tried, and for how long. */
public sealed interface Strategy {
    /** More are refused: nobody waits for them, and random draws find as good settings sooner. */
    int MOST_TRAININGS = 10_000;

    /** As on the command line. */
    String id();

    /** How many settings {@link #candidates} gives at the most, all models together. */
    double size(SearchSpace space);

    /** The settings to try, one model after the other. */
    List<Candidate> candidates(SearchSpace space, long seed);

    /** Every combination. */
    record Grid() implements Strategy {
        @Override
        public String id() {
            return "grid";
        }

        @Override
        public double size(SearchSpace space) {
            return space.gridSize();
        }

        @Override
        public List<Candidate> candidates(SearchSpace space, long seed) {
            return space.grid();
        }
    }

    /**
     * So many combinations of each model, drawn at random: from lists each value as often as any other, from ranges
     * evenly, or evenly in the logarithm.
     */
    record RandomDraws(int trials) implements Strategy {
        public RandomDraws {
            requireTrials(trials);
        }

        @Override
        public String id() {
            return "random";
        }

        @Override
        public double size(SearchSpace space) {
            return (double) trials * space.bases().size();
        }

        @Override
        public List<Candidate> candidates(SearchSpace space, long seed) {
            return space.draw(trials, seed);
        }
    }

    /**
     * Successive halving (Karnin, Koren, Somekh 2013; for hyperparameters Jamieson, Talwalkar 2016): all begin with few
     * epochs, the best part of each model's goes on with more, until those that are left have all their epochs. See {@link
     * Rung} for how many.
     *
     * @param trials how many combinations of each model are drawn at random; empty for every combination
     * @param keepOneIn 3 where the best third goes on
     */
    record Halving(OptionalInt trials, int keepOneIn) implements Strategy {
        public Halving {
            trials.ifPresent(Strategy::requireTrials);
            if (keepOneIn < 2 || keepOneIn > 10) {
                throw new InvalidSettingException(
                        Texts.of(Strategy.class).get("halving-keeps", String.valueOf(keepOneIn)));
            }
        }

        @Override
        public String id() {
            return "halving";
        }

        @Override
        public double size(SearchSpace space) {
            return trials.isPresent()
                    ? (double) trials.getAsInt() * space.bases().size()
                    : space.gridSize();
        }

        @Override
        public List<Candidate> candidates(SearchSpace space, long seed) {
            return trials.isPresent() ? space.draw(trials.getAsInt(), seed) : space.grid();
        }
    }

    private static void requireTrials(int trials) {
        if (trials < 1 || trials > MOST_TRAININGS) {
            throw new InvalidSettingException(Texts.of(Strategy.class).get("trials", String.valueOf(trials)));
        }
    }
}
