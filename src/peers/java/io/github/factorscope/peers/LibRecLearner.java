package io.github.factorscope.peers;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.model.parts.LearningRate;
import net.librec.common.LibrecException;
import net.librec.conf.Configuration;
import net.librec.math.algorithm.Randoms;
import net.librec.recommender.RecommenderContext;
import net.librec.recommender.cf.rating.BiasedMFRecommender;
import net.librec.recommender.cf.rating.SVDPlusPlusRecommender;

/** A recommender of LibRec: its own setup once, then its own training, one iteration a call. */
final class LibRecLearner implements Learner {
    private final Opened recommender;
    private final RatingMatrix test;

    private LibRecLearner(Opened recommender, Split split, Settings settings, long seed) {
        this.recommender = recommender;
        this.test = split.test();
        Randoms.seed(seed);
        try {
            recommender.begin(new RecommenderContext(configuration(settings), new LibRecData(split)));
        } catch (LibrecException e) {
            throw new IllegalStateException("LibRec refuses the ratings or the settings", e);
        }
    }

    static LibRecLearner biasedMf(Split split, Settings settings, long seed) {
        return new LibRecLearner(new BiasedMf(), split, settings, seed);
    }

    static LibRecLearner svdPlusPlus(Split split, Settings settings, long seed) {
        return new LibRecLearner(new SvdPlusPlus(), split, settings, seed);
    }

    /** The spread of the random factors cannot be set: in LibRec it is 0.1. */
    private static Configuration configuration(Settings settings) {
        Configuration configuration = new Configuration();
        configuration.setInt("rec.iterator.maximum", 1); // a call of trainModel
        configuration.setInt("rec.factor.number", settings.get(FactorHyperparameters.FACTORS));
        configuration.setDouble("rec.iterator.learnrate", settings.get(LearningRate.LEARNING_RATE));
        configuration.setDouble("rec.learnrate.decay", settings.get(LearningRate.DECAY));
        double regularization = settings.get(FactorHyperparameters.REGULARIZATION);
        configuration.setDouble("rec.user.regularization", regularization);
        configuration.setDouble("rec.item.regularization", regularization);
        configuration.setDouble("rec.bias.regularization", settings.get(FactorHyperparameters.BIAS_REGULARIZATION));
        if (settings.has(FactorHyperparameters.IMPLICIT_REGULARIZATION)) {
            configuration.setDouble(
                    "rec.impItem.regularization", settings.get(FactorHyperparameters.IMPLICIT_REGULARIZATION));
        }
        configuration.setBoolean("rec.recommender.verbose", false); // or a line of the log for each iteration
        return configuration;
    }

    @Override
    public void runEpoch() {
        try {
            recommender.iterate();
        } catch (LibrecException e) {
            throw new IllegalStateException("LibRec has diverged", e);
        }
    }

    @Override
    public double testRmse() {
        SparseRows byUser = test.byUser();
        double squaredError = 0;
        for (int user = 0; user < test.users(); user++) {
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                double error = byUser.value(k) - predictClipped(user, byUser.column(k));
                squaredError += error * error;
            }
        }
        return Math.sqrt(squaredError / test.size());
    }

    private double predictClipped(int user, int item) {
        try {
            return recommender.predictClipped(user, item);
        } catch (LibrecException e) {
            throw new IllegalStateException("LibRec cannot predict", e);
        }
    }

    /** What LibRec shows to subclasses only. */
    private interface Opened {
        void begin(RecommenderContext context) throws LibrecException;

        void iterate() throws LibrecException;

        double predictClipped(int user, int item) throws LibrecException;
    }

    private static final class BiasedMf extends BiasedMFRecommender implements Opened {
        @Override
        public void begin(RecommenderContext context) throws LibrecException {
            setContext(context);
            setup();
        }

        @Override
        public void iterate() throws LibrecException {
            trainModel();
        }

        @Override
        public double predictClipped(int user, int item) throws LibrecException {
            return predict(user, item, true);
        }
    }

    private static final class SvdPlusPlus extends SVDPlusPlusRecommender implements Opened {
        @Override
        public void begin(RecommenderContext context) throws LibrecException {
            setContext(context);
            setup();
        }

        @Override
        public void iterate() throws LibrecException {
            trainModel();
        }

        @Override
        public double predictClipped(int user, int item) throws LibrecException {
            return predict(user, item, true);
        }
    }
}
