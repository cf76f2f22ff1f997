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
    private static final int GENRES = 18;
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
        LongTail tail = new LongTail(items, random);
        Ratings.Builder ratings = new Ratings.Builder(false);
        int[] lastUser = new int[items];
        Arrays.fill(lastUser, -1);
        for (int user = 0; user < users; user++) {
            double[] taste = LongTail.taste(random);
            double activity = StrictMath.exp(ACTIVITY_SPREAD * Randoms.gaussian(random));
            int count = (int) Math.max(FEWEST, Math.min(Math.min(MOST, items / 2), typicalRatings * activity));
            for (int rated = 0; rated < count; ) {
                int item = tail.draw(random);
                if (lastUser[item] != user) {
                    lastUser[item] = user;
                    ratings.add(user, item, tail.stars(taste, item, random), 0);
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
