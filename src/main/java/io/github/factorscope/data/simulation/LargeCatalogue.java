package io.github.factorscope.data.simulation;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.numeric.Randoms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Made-up ratings of many items, for measuring how long things take: with few popular items and many others, few busy users
 * and many others, and some taste. The same for the same numbers on every machine.
 */
public final class LargeCatalogue {
    private static final int TASTES = 6;
    private static final int GENRES = 18;
    private static final int HEAD = 50; // how many items are about equally popular on top
    private static final double FALL = 0.85; // of popularity with the place
    private static final int FEWEST = 20;
    private static final int MOST = 1200;
    private static final double ACTIVITY_SPREAD = 0.9; // of the logarithm

    private final int items;
    private final int users;
    private final SplittableRandom random;

    private LargeCatalogue(int items, int users, long seed) {
        this.items = items;
        this.users = users;
        random = Randoms.stream(seed, "large catalogue");
    }

    /**
     * Makes the ratings.
     *
     * @param items of which some may have no rating
     * @param typicalRatings the median number of a user's ratings
     */
    public static Dataset of(int items, int users, int typicalRatings, long seed) {
        if (items < 2 * FEWEST || users < 1 || typicalRatings < 1) {
            throw new IllegalArgumentException("too small a catalogue: " + items + " items, " + users + " users, "
                    + typicalRatings + " ratings a user");
        }
        return new LargeCatalogue(items, users, seed).dataset(typicalRatings);
    }

    private Dataset dataset(int typicalRatings) {
        double[] reach = new double[items]; // cumulative popularity
        double sum = 0;
        for (int item = 0; item < items; item++) {
            sum += StrictMath.pow(item + (double) HEAD, -FALL);
            reach[item] = sum;
        }
        double[][] traits = points(items);
        Ratings.Builder ratings = new Ratings.Builder(false);
        int[] lastUser = new int[items];
        Arrays.fill(lastUser, -1);
        for (int user = 0; user < users; user++) {
            double[] taste = points(1)[0];
            double activity = StrictMath.exp(ACTIVITY_SPREAD * Randoms.gaussian(random));
            int count = (int) Math.max(FEWEST, Math.min(Math.min(MOST, items / 2), typicalRatings * activity));
            for (int rated = 0; rated < count; ) {
                int item = place(reach, random.nextDouble() * sum);
                if (lastUser[item] != user) {
                    lastUser[item] = user;
                    ratings.add(user, item, stars(taste, traits[item]), 0);
                    rated++;
                }
            }
        }
        return new Dataset(
                items + " items",
                "made for measuring",
                ratings.build(),
                Ratings.none(),
                ids(users),
                catalogue(),
                RatingScale.HALF_STARS);
    }

    private double[][] points(int count) {
        double[][] points = new double[count][TASTES + 1];
        for (double[] point : points) {
            for (int k = 0; k < point.length; k++) {
                point[k] = Randoms.gaussian(random);
            }
        }
        return points;
    }

    private static int place(double[] reach, double drawn) {
        int found = Arrays.binarySearch(reach, drawn);
        return Math.min(reach.length - 1, found < 0 ? -found - 1 : found);
    }

    private float stars(double[] taste, double[] traits) {
        double liking = 3.5 + 0.4 * taste[TASTES] + 0.4 * traits[TASTES] + 0.5 * Randoms.gaussian(random);
        for (int k = 0; k < TASTES; k++) {
            liking += 0.2 * taste[k] * traits[k];
        }
        return (float) Math.max(0.5, Math.min(5, Math.rint(2 * liking) / 2));
    }

    private static IdIndex ids(int count) {
        List<String> ids = new ArrayList<>(count);
        for (int k = 1; k <= count; k++) {
            ids.add(String.valueOf(k));
        }
        return IdIndex.of(ids);
    }

    private ItemCatalogue catalogue() {
        Map<String, Item> described = new HashMap<>();
        for (int item = 1; item <= items; item++) {
            String id = String.valueOf(item);
            String first = "Genre " + (1 + random.nextInt(GENRES));
            String second = "Genre " + (1 + random.nextInt(GENRES));
            List<String> genres = first.equals(second) ? List.of(first) : List.of(first, second);
            described.put(id, new Item(id, "Item " + id, 1930 + random.nextInt(95), genres));
        }
        return ItemCatalogue.of(ids(items), described);
    }
}
