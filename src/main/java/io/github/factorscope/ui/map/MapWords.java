package io.github.factorscope.ui.map;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;

/** What the map says of items. */
final class MapWords {
    private static final Texts TEXTS = Texts.of(MapWords.class);

    private final ItemMap map;
    private final PersonMarks known; // null where nobody is marked

    MapWords(ItemMap map, PersonMarks known) {
        this.map = map;
        this.known = known;
    }

    /** Such as "1,234 ratings, mean 4.12 ★". */
    String ratingFacts(int asked) {
        int count = map.support(asked);
        return count == 0
                ? TEXTS.get("rating-facts", count, Formats.count(count))
                : TEXTS.get(
                        "rating-facts-mean", count, Formats.count(count), Formats.prediction(map.meanRating(asked)));
    }

    /** What the marked person gave to an item or what is predicted for them; empty where nobody is marked. */
    String personFacts(int asked) {
        if (known == null) {
            return "";
        }
        float stars = known.ratings().rating(asked);
        String name = known.person().name();
        String prediction = Formats.prediction(known.predictions()[asked]);
        return Float.isNaN(stars)
                ? TEXTS.get("predicted-for", name, prediction)
                : TEXTS.get("rated-by", name, Formats.stars(stars), prediction);
    }

    /** What is said of the item under the mouse. */
    String describe(int asked) {
        String person = personFacts(asked);
        return map.dataset().items().item(asked).label() + "\n" + ratingFacts(asked)
                + (person.isEmpty() ? "" : "\n" + person);
    }
}
