package io.github.factorscope.evaluation.ranking;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.UserValues;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Once over all users. */
final class RankingPass {
    private static final int MOST_BLOCKS = 64; // of users; the same on every machine, so that the last digit is too

    private final FittedModel model;
    private final RatingMatrix training;
    private final RatingMatrix validation;
    private final RatingMatrix test;
    private final RankingSettings settings;
    private final double[] information; // −log₂ of the share of users who rated the item, in bits
    private final Map<RankingMetric, double[]> byUser = new EnumMap<>(RankingMetric.class); // NaN: not counted

    RankingPass(
            FittedModel model,
            RatingMatrix training,
            RatingMatrix validation,
            RatingMatrix test,
            RankingSettings settings) {
        this.model = model;
        this.training = training;
        this.validation = validation;
        this.test = test;
        this.settings = settings;
        this.information = information(training);
        for (RankingMetric metric : RankingMetric.values()) {
            if (metric.isMeanOverUsers()) {
                double[] values = new double[training.users()];
                Arrays.fill(values, Double.NaN);
                byUser.put(metric, values);
            }
        }
    }

    private static double[] information(RatingMatrix training) {
        long users = IntStream.range(0, training.users())
                .filter(user -> training.byUser().length(user) > 0)
                .count();
        double[] information = new double[training.items()];
        for (int item = 0; item < information.length; item++) {
            int count = Math.max(1, training.byItem().length(item));
            information[item] = Math.log(Math.max(1, users) / (double) count) / Math.log(2);
        }
        return information;
    }

    RankingQuality run() {
        int users = training.users();
        int blocks = Math.min(MOST_BLOCKS, users);
        List<double[]> missed = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    Lists lists = new Lists();
                    int end = (int) ((block + 1L) * users / blocks);
                    for (int user = (int) ((long) block * users / blocks); user < end; user++) {
                        lists.add(user);
                    }
                    return lists.missed;
                })
                .toList();
        return quality(product(missed));
    }

    private double[] ones() {
        double[] ones = new double[training.items()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] product(List<double[]> factors) {
        double[] product = ones();
        for (double[] factor : factors) {
            Arrays.setAll(product, k -> product[k] * factor[k]);
        }
        return product;
    }

    private RankingQuality quality(double[] missed) {
        Map<RankingMetric, Double> means = new EnumMap<>(RankingMetric.class);
        Map<RankingMetric, UserValues> values = new EnumMap<>(RankingMetric.class);
        byUser.forEach((metric, all) -> {
            UserValues counted = UserValues.ofNumbers(all);
            values.put(metric, counted);
            if (counted.size() > 0) {
                means.put(metric, counted.mean());
            }
        });
        if (missed.length > 0) {
            means.put(
                    RankingMetric.COVERAGE,
                    Arrays.stream(missed).map(miss -> 1 - miss).sum() / missed.length);
        }
        int counted = values.get(RankingMetric.RECALL).size();
        int tested = (int) IntStream.range(0, test.users())
                .filter(user -> test.byUser().length(user) > 0)
                .count();
        return new RankingQuality(
                settings,
                counted,
                tested - counted,
                values.get(RankingMetric.NOVELTY).size(),
                means,
                values);
    }

    /** The lists of some users, one after the other. */
    private final class Lists {
        private final double[] predictions = new double[training.items()]; // of one user; NaN: may not be listed
        private final double[] missed = ones(); // probability that the item is in no list so far

        void add(int user) {
            if (predict(user) > 0) {
                Cut cut = Cut.of(predictions, settings.k());
                describe(user, cut);
                judge(user, cut);
            }
        }

        /** Returns how many items may be listed. */
        private int predict(int user) {
            Arrays.fill(predictions, 0);
            int left = predictions.length - exclude(training.byUser(), user) - exclude(validation.byUser(), user);
            if (left > 0) {
                UserPredictor predictor = model.forUser(user);
                for (int item = 0; item < predictions.length; item++) {
                    if (!Double.isNaN(predictions[item])) {
                        double prediction = predictor.predict(item);
                        predictions[item] = Double.isNaN(prediction) ? Double.NEGATIVE_INFINITY : prediction;
                    }
                }
            }
            return left;
        }

        private int exclude(SparseRows byUser, int user) {
            int count = 0;
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                if (!Double.isNaN(predictions[byUser.column(k)])) {
                    predictions[byUser.column(k)] = Double.NaN;
                    count++;
                }
            }
            return count;
        }

        private void describe(int user, Cut cut) {
            double bits = 0;
            double popularity = 0;
            for (int item = 0; item < predictions.length; item++) {
                double chance = cut.chance(predictions[item]);
                if (chance > 0) {
                    bits += chance * information[item];
                    popularity += chance * training.byItem().length(item);
                    missed[item] *= 1 - chance;
                }
            }
            put(RankingMetric.NOVELTY, user, bits / cut.size());
            put(RankingMetric.POPULARITY, user, popularity / cut.size());
        }

        private void judge(int user, Cut cut) {
            SparseRows given = test.byUser();
            double[] relevant = new double[given.length(user)];
            int count = 0;
            for (int k = given.start(user); k < given.end(user); k++) {
                double prediction = predictions[given.column(k)];
                if (settings.isRelevant(given.value(k)) && !Double.isNaN(prediction)) {
                    relevant[count++] = prediction;
                }
            }
            if (count > 0) {
                ExpectedHits hits = new ExpectedHits(predictions, Arrays.copyOf(relevant, count), cut, settings.k());
                put(RankingMetric.PRECISION, user, hits.precision());
                put(RankingMetric.RECALL, user, hits.recall());
                put(RankingMetric.NDCG, user, hits.ndcg());
                put(RankingMetric.MAP, user, hits.averagePrecision());
                put(RankingMetric.MRR, user, hits.reciprocalRank());
                put(RankingMetric.HIT_RATE, user, hits.hitRate());
            }
        }

        private void put(RankingMetric metric, int user, double value) {
            byUser.get(metric)[user] = value; // a place of its own for each user
        }
    }
}
