package io.github.factorscope.evaluation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.evaluation.TableModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed forms against the definitions taken literally: every order of the catalogue, sorted, cut and counted. */
class NaiveRankingTest {
    private static final double THRESHOLD = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void tiesAreTheMeanOverAllOrders(int k) {
        compare(new Data(30, 6, 3, 5 + k), k, orders(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 200})
    void withoutTiesOneOrderIsEnough(int k) {
        Data data = new Data(60, 80, 1_000_000_000, k);
        compare(data, k, List.of(IntStream.range(0, 80).boxed().toList()));
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Data data = new Data(300, 40, 10, 1);
        RankingQuality one = new ForkJoinPool(1).submit(() -> data.quality(5)).join();
        RankingQuality four = new ForkJoinPool(4).submit(() -> data.quality(5)).join();

        assertThat(one.values()).isEqualTo(four.values());
    }

    private static void compare(Data data, int k, List<List<Integer>> orders) {
        RankingQuality quality = data.quality(k);
        Map<RankingMetric, Double> naive = new Naive(data, k, orders).values();

        assertThat(quality.values().keySet()).containsExactlyInAnyOrder(RankingMetric.values());
        naive.forEach((metric, value) ->
                assertThat(quality.values().get(metric)).as(metric.title()).isCloseTo(value, within(1e-9)));
        assertThat(quality.users() + quality.usersWithoutRelevant()).isLessThanOrEqualTo(data.training.users());
        assertThat(quality.users()).isPositive();
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(size - 1)) {
            for (int place = 0; place <= shorter.size(); place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, size - 1);
                orders.add(longer);
            }
        }
        return orders;
    }

    /** Random ratings dealt out to training, validation and test, and random predictions of so many different values. */
    private static final class Data {
        private final RatingMatrix training;
        private final RatingMatrix validation;
        private final RatingMatrix test;
        private final double[][] predictions;

        Data(int users, int items, int values, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Ratings all = RandomRatings.ratings(users, items, 0.6, seed);
            int[] part = random.ints(all.size(), 0, 4).toArray();
            training = part(all, part, 0, users, items);
            validation = part(all, part, 1, users, items);
            test = part(all, part, 2, users, items);
            predictions = new double[users][items];
            for (double[] row : predictions) {
                for (int item = 0; item < items; item++) {
                    row[item] = random.nextInt(values) - 1;
                }
            }
        }

        private static RatingMatrix part(Ratings all, int[] part, int wanted, int users, int items) {
            int[] chosen = IntStream.range(0, part.length)
                    .filter(position -> part[position] == wanted)
                    .toArray();
            return RatingMatrix.of(all.select(chosen), users, items, RatingScale.WHOLE_STARS);
        }

        RankingQuality quality(int k) {
            return RankingQuality.of(
                    new TableModel(predictions), training, validation, test, new RankingSettings(k, THRESHOLD));
        }

        boolean mayBeListed(int user, int item) {
            return Float.isNaN(training.rating(user, item)) && Float.isNaN(validation.rating(user, item));
        }

        boolean isRelevant(int user, int item) {
            return mayBeListed(user, item) && test.rating(user, item) >= THRESHOLD;
        }
    }

    private static final class Naive {
        private final Data data;
        private final int k;
        private final List<List<Integer>> orders;
        private final Map<RankingMetric, Double> sums = new EnumMap<>(RankingMetric.class);
        private final double[] missed;

        Naive(Data data, int k, List<List<Integer>> orders) {
            this.data = data;
            this.k = k;
            this.orders = orders;
            this.missed = IntStream.range(0, data.training.items())
                    .mapToDouble(item -> 1)
                    .toArray();
        }

        Map<RankingMetric, Double> values() {
            int counted = 0;
            int listed = 0;
            for (int user = 0; user < data.training.users(); user++) {
                double[] chances = new double[missed.length];
                boolean counts = false;
                boolean lists = false;
                for (List<Integer> order : orders) {
                    List<Integer> list = list(user, order);
                    list.forEach(item -> chances[item] += 1.0 / orders.size());
                    lists = !list.isEmpty();
                    counts |= judge(user, list);
                }
                counted += counts ? 1 : 0;
                listed += lists ? 1 : 0;
                for (int item = 0; item < missed.length; item++) {
                    missed[item] *= 1 - chances[item];
                }
            }
            for (RankingMetric metric : RankingMetric.values()) {
                double users = metric.needsRelevantItems() ? counted : listed;
                sums.computeIfPresent(metric, (same, sum) -> sum / users);
            }
            double misses = IntStream.range(0, missed.length)
                    .mapToDouble(item -> missed[item])
                    .sum();
            sums.put(RankingMetric.COVERAGE, 1 - misses / missed.length);
            return sums;
        }

        private List<Integer> list(int user, List<Integer> order) {
            return order.stream()
                    .filter(item -> data.mayBeListed(user, item))
                    .sorted(Comparator.comparingDouble(
                            item -> -data.predictions[user][item])) // keeps the order of ties
                    .limit(k)
                    .toList();
        }

        private boolean judge(int user, List<Integer> list) {
            int hits = 0;
            double gain = 0;
            double precisions = 0;
            double reciprocal = 0;
            double bits = 0;
            double ratings = 0;
            for (int place = 1; place <= list.size(); place++) {
                int item = list.get(place - 1);
                int count = data.training.byItem().length(item);
                ratings += count;
                bits -= log2(Math.max(1, count) / (double) usersWithTraining());
                if (data.isRelevant(user, item)) {
                    hits++;
                    gain += 1 / log2(place + 1);
                    precisions += hits / (double) place;
                    reciprocal = reciprocal == 0 ? 1.0 / place : reciprocal;
                }
            }
            if (!list.isEmpty()) {
                add(RankingMetric.NOVELTY, bits / list.size());
                add(RankingMetric.POPULARITY, ratings / list.size());
            }
            int relevant = (int) IntStream.range(0, data.training.items())
                    .filter(item -> data.isRelevant(user, item))
                    .count();
            if (relevant == 0) {
                return false;
            }
            double best = 0;
            for (int place = 1; place <= Math.min(k, relevant); place++) {
                best += 1 / log2(place + 1);
            }
            add(RankingMetric.PRECISION, hits / (double) k);
            add(RankingMetric.RECALL, hits / (double) relevant);
            add(RankingMetric.NDCG, gain / best);
            add(RankingMetric.MAP, precisions / Math.min(k, relevant));
            add(RankingMetric.MRR, reciprocal);
            add(RankingMetric.HIT_RATE, hits > 0 ? 1 : 0);
            return true;
        }

        private long usersWithTraining() {
            return IntStream.range(0, data.training.users())
                    .filter(user -> data.training.byUser().length(user) > 0)
                    .count();
        }

        private void add(RankingMetric metric, double value) {
            sums.merge(metric, value / orders.size(), Double::sum);
        }

        private static double log2(double x) {
            return Math.log(x) / Math.log(2);
        }
    }
}
