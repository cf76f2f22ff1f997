package io.github.factorscope.evaluation.topk;

import io.github.factorscope.data.SparseRows;
import io.github.factorscope.numeric.Randoms;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The items that a case is ranked among. They depend on seed, user and item alone: they are the same for every model, and
 * whichever case is drawn first. Used by one thread.
 */
final class Draws {
    private final TopKSettings settings;
    private final SparseRows rated; // in training, by user
    private final int items;
    private final int[] lastDrawn; // by place in the pool: the number of the draw that took it last
    private int number;
    private int[] pool; // rising
    private int poolOf = -1;

    Draws(TopKSettings settings, SparseRows rated, int items) {
        this.settings = settings;
        this.rated = rated;
        this.items = items;
        this.lastDrawn = new int[items];
        this.pool = settings.pool() == TopKSettings.Pool.ALL
                ? IntStream.range(0, items).toArray()
                : new int[0];
    }

    /** Distinct items, every choice of so many equally likely; all where there are not more; in no particular order. */
    int[] of(int user, int item) {
        fillPool(user);
        int skipped = Arrays.binarySearch(pool, item);
        int others = skipped < 0 ? pool.length : pool.length - 1;
        int first = skipped < 0 ? pool.length : skipped; // from here on, the places move by one
        int[] drawn = new int[Math.min(settings.draws(), others)];
        SplittableRandom random = Randoms.stream(settings.seed(), "top-k draws", user, item);
        number++;
        for (int k = 0; k < drawn.length; k++) {
            // Floyd's sampling (Bentley, Floyd 1987): one random number an item, none in vain.
            int last = others - drawn.length + k;
            int place = random.nextInt(last + 1);
            if (lastDrawn[place] == number) {
                place = last;
            }
            lastDrawn[place] = number;
            drawn[k] = pool[place < first ? place : place + 1];
        }
        return drawn;
    }

    private void fillPool(int user) {
        if (settings.pool() == TopKSettings.Pool.UNRATED && poolOf != user) {
            pool = IntStream.range(0, items)
                    .filter(item -> rated.find(user, item) < 0)
                    .toArray();
            poolOf = user;
        }
    }
}
