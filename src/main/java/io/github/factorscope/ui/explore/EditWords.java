package io.github.factorscope.ui.explore;

import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.stream.IntStream;

/** Changes of ratings in words. */
final class EditWords {
    private static final Texts TEXTS = Texts.of(EditWords.class);

    private EditWords() {}

    /** Such as "Alien 4★ → removed", "Alien 4★ → 5★", "Alien: 5★" for a new one, or "3 ratings". */
    static String step(RatedItems before, RatedItems after, ItemCatalogue items) {
        int[] changed = IntStream.concat(items(before), items(after))
                .distinct()
                .filter(item -> Float.compare(before.rating(item), after.rating(item)) != 0)
                .toArray();
        if (changed.length != 1) {
            return TEXTS.get("several-ratings", Formats.count(changed.length));
        }
        String title = items.item(changed[0]).title();
        float was = before.rating(changed[0]);
        float is = after.rating(changed[0]);
        if (Float.isNaN(was)) {
            return title + ": " + stars(is);
        }
        return title + " " + stars(was) + " → " + (Float.isNaN(is) ? TEXTS.get("removed") : stars(is));
    }

    private static IntStream items(RatedItems rated) {
        return IntStream.range(0, rated.size()).map(rated::item);
    }

    static String stars(float rating) {
        return Formats.stars(rating) + "★";
    }
}
