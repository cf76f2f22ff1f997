package io.github.factorscope.inspection;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds users of a data set. Immutable, safe on all threads. */
public final class PeopleSearch {
    private static final int SAME = 0;
    private static final int BEGINNING = 1;
    private static final int INSIDE = 2;
    private static final int NO_HIT = 3;

    private final List<String> ids; // in lower case
    private final Split split;
    private final int[] mostActive;
    private final int[] leastActive;

    /** @param ids of the users of the split */
    public PeopleSearch(IdIndex ids, Split split) {
        this.ids = ids.ids().stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
        this.split = split;
        int[] all = IntStream.range(0, ids.size()).toArray();
        mostActive = sorted(all, user -> -ratings(user));
        leastActive = sorted(all, this::ratings);
    }

    /** How many ratings of the user a model may learn from. */
    public int ratings(int user) {
        return split.training().byUser().length(user);
    }

    /** What the user gave to the item, whether a model may know it or not; NaN where they did not rate it. */
    public float rating(int user, int item) {
        for (RatingMatrix part : parts()) {
            float rating = part.rating(user, item);
            if (!Float.isNaN(rating)) {
                return rating;
            }
        }
        return Float.NaN;
    }

    private List<RatingMatrix> parts() {
        return List.of(split.training(), split.validation(), split.test());
    }

    /** Whose id this is; then those whose id begins so; then those who have it anywhere in their id; each by index. */
    public int[] byId(String typed) {
        String wanted = folded(typed);
        int[] users = IntStream.range(0, ids.size())
                .filter(user -> level(user, wanted) < NO_HIT)
                .toArray();
        return sorted(users, user -> level(user, wanted));
    }

    /** Those who have it anywhere in their id, with the most ratings first. */
    public int[] mostActive(String typed) {
        return having(typed, mostActive);
    }

    /** Those who have it anywhere in their id and at least one rating, with the fewest ratings first. */
    public int[] leastActive(String typed) {
        return having(
                typed,
                IntStream.of(leastActive).filter(user -> ratings(user) > 0).toArray());
    }

    private int[] having(String typed, int[] users) {
        String wanted = folded(typed);
        return IntStream.of(users)
                .filter(user -> ids.get(user).contains(wanted))
                .toArray();
    }

    /** Those who rated the item: who liked it most first, of those the one with the most ratings. */
    public int[] byTaste(int item) {
        int[] raters = parts().stream()
                .flatMapToInt(part -> IntStream.range(
                                part.byItem().start(item), part.byItem().end(item))
                        .map(part.byItem()::column))
                .sorted()
                .toArray();
        return sorted(raters, user -> -rating(user, item) * 1e9 - ratings(user));
    }

    private int level(int user, String wanted) {
        String id = ids.get(user);
        if (id.startsWith(wanted)) {
            return id.length() == wanted.length() ? SAME : BEGINNING;
        }
        return id.contains(wanted) ? INSIDE : NO_HIT;
    }

    private static String folded(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private interface Key {
        double of(int user);
    }

    /** By rising key; equal keys keep their order. */
    private static int[] sorted(int[] users, Key key) {
        record Keyed(int user, double key) {}
        return IntStream.of(users)
                .mapToObj(user -> new Keyed(user, key.of(user)))
                .sorted((a, b) -> Double.compare(a.key(), b.key()))
                .mapToInt(Keyed::user)
                .toArray();
    }
}
