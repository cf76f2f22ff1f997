package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stochastic gradient descent as it is written down, in doubles: one rating moves every parameter that takes part in its
 * prediction, each from what all of them were before. No closed form, no slots found by a sweep.
 */
final class LiteralSgd {
    private static final Map<String, List<String>> ARRAYS = Map.of(
            "baseline", List.of(),
            "svd", List.of("userFactors", "itemFactors"),
            "nsvd", List.of("itemFactors", "implicitFactors"),
            "asvd", List.of("itemFactors", "explicitFactors", "implicitFactors"),
            "svdpp", List.of("userFactors", "itemFactors", "implicitFactors"),
            "global-ngbr", List.of("explicitWeights", "implicitWeights"),
            "integrated",
                    List.of("userFactors", "itemFactors", "implicitFactors", "explicitWeights", "implicitWeights"));

    /** A family that learns by stochastic gradient descent, with settings in which no two numbers are the same. */
    record Case(ModelFamily family, Settings settings) {
        static Stream<Case> all() {
            List<Case> cases = new ArrayList<>();
            cases.add(of("baseline", "solver=sgd", "regularization=0.2"));
            for (String id : List.of("svd", "nsvd", "asvd", "svdpp")) {
                cases.add(of(id));
            }
            cases.add(of("global-ngbr", "neighbours=10")); // all others, and not one more
            for (String id : List.of("global-ngbr", "integrated")) {
                for (String neighbours : List.of("3", "9", "1000")) {
                    cases.add(of(id, "neighbours=" + neighbours, "implicitFeedback=on"));
                    cases.add(of(id, "neighbours=" + neighbours, "implicitFeedback=off"));
                }
            }
            return cases.stream();
        }

        private static Case of(String id, String... own) {
            ModelFamily family = ModelCatalogue.find(id);
            Settings settings = family.defaults();
            List<String> usual = List.of(
                    "factors=4",
                    "learningRate=0.05",
                    "learningRateDecay=0.8",
                    "regularization=0.1",
                    "biasRegularization=0.2",
                    "explicitRegularization=0.03",
                    "implicitRegularization=0.07",
                    "initialDeviation=0.5",
                    "shrinkage=2",
                    "weightLearningRate=0.04",
                    "weightRegularization=0.3");
            for (String setting : Stream.concat(usual.stream(), Stream.of(own)).toList()) {
                String name = setting.substring(0, setting.indexOf('='));
                if (settings.toMap().containsKey(name)) {
                    settings = settings.with(name, setting.substring(name.length() + 1));
                }
            }
            return new Case(family, settings);
        }

        @Override
        public String toString() {
            Map<String, Object> map = settings.toMap();
            return family.id()
                    + Stream.of("neighbours", "implicitFeedback")
                            .filter(map::containsKey)
                            .map(name -> " " + name + "=" + map.get(name))
                            .reduce("", String::concat);
        }
    }

    /**
     * A parameter that takes part in a prediction.
     *
     * @param slope ∂r̂/∂θ
     * @param rate γ
     * @param lambda λ
     */
    private record Part(String array, int index, double slope, double rate, double lambda) {}

    private final RatingMatrix training;
    private final Biases baseline; // b̃
    private final Settings settings;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final int factors;
    private final int[][] neighbours; // S^k(i), rising
    private double decay = 1;

    /** @param start of the factors; what is not in it begins at 0 */
    LiteralSgd(RatingMatrix training, Case of, Map<String, float[]> start) {
        this.training = training;
        this.baseline = Biases.shrunkMeans(training);
        this.settings = of.settings();
        this.factors = settings.toMap().containsKey("factors") ? (int) setting("factors") : 0;
        this.neighbours = neighbours();
        values.put("userBiases", new double[training.users()]);
        values.put("itemBiases", new double[training.items()]);
        for (String name : ARRAYS.get(of.family().id())) {
            if (name.endsWith("Factors")) {
                values.put(name, new double[factors * (name.startsWith("user") ? training.users() : training.items())]);
            } else if (name.startsWith("explicit")
                    || settings.toMap().get("implicitFeedback").equals("on")) {
                values.put(name, new double[slots()]);
            }
        }
        values.forEach((name, array) -> {
            float[] given = start.get(name);
            for (int k = 0; k < array.length && given.length == array.length; k++) {
                array[k] = given[k];
            }
        });
    }

    Map<String, double[]> values() {
        return values;
    }

    private double setting(String name) {
        return ((Number) settings.toMap().get(name)).doubleValue();
    }

    /** The k highest similarities of each item, ties by index. */
    private int[][] neighbours() {
        if (!settings.toMap().containsKey("neighbours")) {
            return new int[0][];
        }
        ShrunkCorrelation correlation = new ShrunkCorrelation(training, baseline, setting("shrinkage"));
        return IntStream.range(0, training.items())
                .mapToObj(i -> IntStream.range(0, training.items())
                        .filter(j -> j != i)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer j) ->
                                        -correlation.of(i).apply(j).shrunk())
                                .thenComparing(j -> j))
                        .limit((long) setting("neighbours"))
                        .mapToInt(j -> j)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }

    private boolean isComplete() {
        return neighbours[0].length == training.items() - 1;
    }

    /** Where an item is its own neighbour there is a slot that nobody uses. */
    private int slots() {
        return training.items() * (isComplete() ? training.items() : neighbours[0].length);
    }

    /** Where the weights of item i and its neighbour of this rank stand. */
    private int slot(int item, int rank) {
        return isComplete() ? item * training.items() + neighbours[item][rank] : item * neighbours[item].length + rank;
    }

    /** R^k(i;u) as ranks within S^k(i). */
    private int[] ratedRanks(int user, int item) {
        return IntStream.range(0, neighbours[item].length)
                .filter(rank -> !Float.isNaN(training.rating(user, neighbours[item][rank])))
                .toArray();
    }

    private double residual(int user, int item) {
        return training.rating(user, item) - baseline.of(user, item);
    }

    private int[] rated(int user) {
        SparseRows byUser = training.byUser();
        return IntStream.range(byUser.start(user), byUser.end(user))
                .map(byUser::column)
                .toArray();
    }

    /** v_u. */
    private double[] userVector(int user) {
        double[] sum = new double[factors];
        int[] rated = rated(user);
        double scale = 1 / Math.sqrt(rated.length);
        for (int f = 0; f < factors; f++) {
            sum[f] += values.containsKey("userFactors") ? values.get("userFactors")[user * factors + f] : 0;
            for (int j : rated) {
                if (values.containsKey("explicitFactors")) {
                    sum[f] += scale * residual(user, j) * values.get("explicitFactors")[j * factors + f];
                }
                if (values.containsKey("implicitFactors")) {
                    sum[f] += scale * values.get("implicitFactors")[j * factors + f];
                }
            }
        }
        return sum;
    }

    /** r̂_ui. */
    private double predict(int user, int item) {
        double sum = training.mean() + values.get("userBiases")[user] + values.get("itemBiases")[item];
        double[] v = userVector(user);
        for (int f = 0; f < factors; f++) {
            sum += values.get("itemFactors")[item * factors + f] * v[f];
        }
        if (neighbours.length > 0) {
            int[] ranks = ratedRanks(user, item);
            for (int rank : ranks) {
                double weighted =
                        residual(user, neighbours[item][rank]) * values.get("explicitWeights")[slot(item, rank)];
                weighted += values.containsKey("implicitWeights") ? values.get("implicitWeights")[slot(item, rank)] : 0;
                sum += weighted / Math.sqrt(ranks.length);
            }
        }
        return sum;
    }

    private List<Part> parts(int user, int item) {
        List<Part> parts = new ArrayList<>();
        double rate = decay * setting("learningRate");
        double biasLambda = setting(values.size() == 2 ? "regularization" : "biasRegularization");
        parts.add(new Part("userBiases", user, 1, rate, biasLambda));
        parts.add(new Part("itemBiases", item, 1, rate, biasLambda));
        if (values.containsKey("itemFactors")) {
            addFactors(parts, user, item, rate);
        }
        if (neighbours.length > 0) {
            addWeights(parts, user, item);
        }
        parts.removeIf(part -> !values.containsKey(part.array()));
        return parts;
    }

    private void addFactors(List<Part> parts, int user, int item, double rate) {
        double lambda = setting("regularization");
        double[] v = userVector(user);
        int[] rated = rated(user);
        double scale = 1 / Math.sqrt(rated.length);
        for (int f = 0; f < factors; f++) {
            double q = values.get("itemFactors")[item * factors + f];
            parts.add(new Part("itemFactors", item * factors + f, v[f], rate, lambda));
            parts.add(new Part("userFactors", user * factors + f, q, rate, lambda));
            for (int j : rated) {
                int at = j * factors + f;
                if (values.containsKey("explicitFactors")) {
                    double slope = scale * residual(user, j) * q;
                    parts.add(new Part("explicitFactors", at, slope, rate, setting("explicitRegularization")));
                }
                if (values.containsKey("implicitFactors")) {
                    parts.add(new Part("implicitFactors", at, scale * q, rate, setting("implicitRegularization")));
                }
            }
        }
    }

    private void addWeights(List<Part> parts, int user, int item) {
        double rate = decay * setting("weightLearningRate");
        double lambda = setting("weightRegularization");
        int[] ranks = ratedRanks(user, item);
        double scale = 1 / Math.sqrt(ranks.length);
        for (int rank : ranks) {
            double slope = scale * residual(user, neighbours[item][rank]);
            parts.add(new Part("explicitWeights", slot(item, rank), slope, rate, lambda));
            parts.add(new Part("implicitWeights", slot(item, rank), scale, rate, lambda));
        }
    }

    /** θ ← θ + γ(e ∂r̂/∂θ − λθ) for every parameter that takes part. */
    void step(int user, int item) {
        double error = training.rating(user, item) - predict(user, item);
        for (Part part : parts(user, item)) {
            double[] array = values.get(part.array());
            array[part.index()] += part.rate() * (error * part.slope() - part.lambda() * array[part.index()]);
        }
    }

    /** After the last rating of an epoch: all γ fall. */
    void epochDone() {
        decay *= setting("learningRateDecay");
    }

    /** Σ λθ² over the parameters that take part in the prediction of this rating. */
    double penalty(int user, int item) {
        return parts(user, item).stream()
                .mapToDouble(part -> part.lambda() * Math.pow(values.get(part.array())[part.index()], 2))
                .sum();
    }

    /** γ of the parameters in this array. */
    double rate(String array) {
        return decay * setting(array.endsWith("Weights") ? "weightLearningRate" : "learningRate");
    }
}
