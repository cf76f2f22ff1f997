package io.github.factorscope.data;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small random data for tests of all layers: whole stars with two hidden tastes, the same for the same seed. */
public final class RandomRatings {
    private RandomRatings() {}

    /** Every pair has a rating with probability {@code density}; there is always one, of user 0 and item 0. */
    public static Ratings ratings(int users, int items, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] tastes = points(users, random);
        double[][] traits = points(items, random);
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < density || (user == 0 && item == 0)) {
                    double opinion = 3.3
                            + tastes[user][2]
                            + traits[item][2]
                            + 1.5 * (tastes[user][0] * traits[item][0] + tastes[user][1] * traits[item][1])
                            + 0.4 * (random.nextDouble() - 0.5);
                    ratings.add(user, item, (float) Math.max(1, Math.min(5, Math.round(opinion))), 0);
                }
            }
        }
        return ratings.build();
    }

    private static double[][] points(int count, SplittableRandom random) {
        double[][] points = new double[count][3];
        for (double[] point : points) {
            for (int k = 0; k < point.length; k++) {
                point[k] = 2 * random.nextDouble() - 1;
            }
        }
        return points;
    }

    public static RatingMatrix matrix(int users, int items, double density, long seed) {
        return RatingMatrix.of(ratings(users, items, density, seed), users, items, RatingScale.WHOLE_STARS);
    }

    /** Users are called "u0", "u1" and so on, items "i0" with the title "Title 0". */
    public static Dataset dataset(int users, int items, double density, long seed) {
        return dataset(ratings(users, items, density, seed), Ratings.none(), users, items);
    }

    public static Dataset dataset(Ratings ratings, Ratings givenTest, int users, int items) {
        return new Dataset(
                "random",
                "made for a test",
                ratings,
                givenTest,
                IdIndex.of(IntStream.range(0, users).mapToObj(u -> "u" + u).toList()),
                items(items),
                RatingScale.WHOLE_STARS);
    }

    /** Ratings with items of which something is known. */
    public static TrainingData trainingData(RatingMatrix ratings) {
        return new TrainingData(ratings, items(ratings.items()));
    }

    private static ItemCatalogue items(int count) {
        List<Item> described = IntStream.range(0, count)
                .mapToObj(i -> new Item(
                        "i" + i,
                        "Title " + i,
                        i % 2 == 0 ? 1950 + i : 0,
                        List.of(i % 3 == 0 ? "Comedy" : "Drama", i % 5 == 0 ? "Western" : "War")))
                .toList();
        Map<String, Item> byId = described.stream().collect(Collectors.toMap(Item::id, item -> item));
        return ItemCatalogue.of(IdIndex.of(described.stream().map(Item::id).toList()), byId);
    }

    /** Ratings from triplets of user, item and stars. */
    public static Ratings of(double[]... triplets) {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (double[] triplet : triplets) {
            ratings.add((int) triplet[0], (int) triplet[1], (float) triplet[2], 0);
        }
        return ratings.build();
    }

    /** A table of stars, one row a user; 0 where there is no rating. */
    public static Ratings table(double[][] stars) {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < stars.length; user++) {
            for (int item = 0; item < stars[user].length; item++) {
                if (stars[user][item] > 0) {
                    ratings.add(user, item, (float) stars[user][item], 0);
                }
            }
        }
        return ratings.build();
    }
}
