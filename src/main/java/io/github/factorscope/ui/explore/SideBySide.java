package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.inspection.AlignedLists;
import io.github.factorscope.inspection.AlignedLists.Pair;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several models say to one person. Immutable.
 *
 * @param sides at least one
 * @param lists of the best items, one a side
 */
public record SideBySide(Person person, List<Side> sides, AlignedLists lists) {
    private static final Texts TEXTS = Texts.of(SideBySide.class);

    /** What one of them says. */
    public record Side(RunEntry entry, Predictions predictions) {
        /** Within the scale of the ratings, in stars. */
        public double shown(int item) {
            return entry.run().experiment().dataset().scale().clip(predictions.of(item));
        }

        /** The rank among what the person has not rated, such as "34 of 3,412". */
        public String rank(int item) {
            int rank = predictions.rank(item);
            return rank == 0
                    ? TEXTS.get("rated-mark")
                    : TEXTS.get("of-all", StarText.count(rank), StarText.count(predictions.candidates()));
        }

        String family() {
            return entry.run().experiment().family().id();
        }
    }

    public SideBySide {
        sides = List.copyOf(sides);
    }

    /** @param depth how many items a list has, or fewer where there are no more */
    static SideBySide of(Person person, List<Side> sides, int depth) {
        return new SideBySide(
                person,
                sides,
                new AlignedLists(sides.stream()
                        .map(side -> side.predictions().best(any -> true, depth))
                        .toList()));
    }

    Dataset dataset() {
        return sides.get(0).entry().run().experiment().dataset();
    }

    /** Which two disagree most. */
    public String disagreement() {
        Pair pair = lists.mostUnlike().orElse(null);
        if (pair == null) {
            return "";
        }
        String first = sides.get(pair.first()).entry().name();
        String second = sides.get(pair.second()).entry().name();
        int common = pair.overlap().common();
        int length = pair.overlap().length();
        boolean two = sides.size() == 2;
        if (common < length) {
            String key =
                    two ? "share-of-two" : pairsSharing(common) == 1 ? "share-most-unlike" : "share-most-unlike-order";
            return TEXTS.get(key, first, second, common, "" + length);
        }
        if (pair.overlap().rankBiased() > 1 - 1e-9) {
            return TEXTS.get(two ? "both-same-order" : "all-same-order", "" + length);
        }
        return two
                ? TEXTS.get("both-another-order", "" + length)
                : TEXTS.get("all-another-order", "" + length, first, second);
    }

    private long pairsSharing(int common) {
        return IntStream.range(0, sides.size())
                .mapToLong(second -> IntStream.range(0, second)
                        .filter(first -> lists.overlap(first, second).common() == common)
                        .count())
                .sum();
    }

    /** Where an item stands under each model. */
    public String places(int item) {
        if (!Float.isNaN(person.ratings().rating(item))) {
            return TEXTS.get("rated-already", dataset().items().item(item).label());
        }
        List<String> places = new ArrayList<>();
        for (Side side : sides) {
            int rank = side.predictions().rank(item);
            places.add(
                    TEXTS.get("rank-under", StarText.count(rank), side.entry().name()));
        }
        return TEXTS.get("item-places", dataset().items().item(item).label(), String.join(", ", places));
    }
}
