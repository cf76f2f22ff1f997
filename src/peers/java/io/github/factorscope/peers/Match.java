package io.github.factorscope.peers;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.FactorHyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A model of ours and the same of LibRec.
 *
 * @param model the id of ours
 * @param peer the class of LibRec's
 * @param start makes LibRec's
 * @param warmUp first epochs whose times do not count
 * @param epochs of each, with those
 */
record Match(String model, String peer, Start start, int warmUp, int epochs) {
    static final int FACTORS = 50;
    static final long SEED = 1;

    /** LibRec's SVD++ takes about a minute for a million ratings. */
    static final List<Match> ALL = List.of(
            new Match("svd", "BiasedMFRecommender", LibRecLearner::biasedMf, 5, 25),
            new Match("svdpp", "SVDPlusPlusRecommender", LibRecLearner::svdPlusPlus, 2, 5));

    /** Makes a learner that has seen no rating yet. */
    @FunctionalInterface
    interface Start {
        Learner of(Split split, Settings settings, long seed);
    }

    /** What both have learned with, and what was measured of FactorScope and of LibRec. */
    record Result(Settings settings, Side ours, Side theirs) {
        /** How many of our epochs go into one of theirs. */
        double timesAsFast() {
            return theirs.secondsPerEpoch() / ours.secondsPerEpoch();
        }
    }

    /**
     * One of the two.
     *
     * @param seconds of each epoch that counts, in their order
     * @param testRmse after the last epoch, in stars
     */
    record Side(List<Double> seconds, double testRmse) {
        /** The median. */
        double secondsPerEpoch() {
            List<Double> sorted = seconds.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }

    /** Trains both, an epoch of ours and an epoch of theirs in turn, so that what else the machine does hits both. */
    Result play(Split split, Consumer<String> progress) {
        Settings settings = ModelCatalogue.find(model).defaults().with(FactorHyperparameters.FACTORS, FACTORS);
        Learner ours = new FactorScopeLearner(model, settings, split, SEED);
        Learner theirs = start.of(split, settings, SEED);
        List<Double> ourSeconds = new ArrayList<>();
        List<Double> theirSeconds = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            ourSeconds.add(seconds(ours));
            theirSeconds.add(seconds(theirs));
            progress.accept("%s: epoch %d of %d, %.3f s and %.3f s"
                    .formatted(model, epoch + 1, epochs, ourSeconds.get(epoch), theirSeconds.get(epoch)));
        }
        return new Result(
                settings,
                new Side(ourSeconds.subList(warmUp, epochs), ours.testRmse()),
                new Side(theirSeconds.subList(warmUp, epochs), theirs.testRmse()));
    }

    private static double seconds(Learner learner) {
        long start = System.nanoTime();
        learner.runEpoch();
        return (System.nanoTime() - start) / 1e9;
    }
}
