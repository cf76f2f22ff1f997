package io.github.factorscope.inspection;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.NamedRating;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ratings from elsewhere, found again among the items of a data set.
 *
 * @param leftOut those that could not be taken
 */
public record BroughtRatings(RatedItems ratings, List<LeftOut> leftOut) {
    private static final Texts TEXTS = Texts.of(BroughtRatings.class);

    /**
     * A rating that could not be taken.
     *
     * @param place among those brought, counted from 0
     * @param reason for people, such as "there is no item 17"
     */
    public record LeftOut(int place, String reason) {}

    public BroughtRatings {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Finds their items by id; where the data may be other data, only if the title is the same too, and otherwise by the
     * title. Of several ratings of an item the first counts.
     *
     * @param sameData whether the ids are known to be those of this data set
     */
    public static BroughtRatings of(
            List<NamedRating> brought, boolean sameData, ItemCatalogue items, RatingScale scale) {
        Finder finder = new Finder(items);
        RatedItems ratings = RatedItems.none();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int place = 0; place < brought.size(); place++) {
            NamedRating rating = brought.get(place);
            int item = finder.find(rating, sameData);
            if (item < 0) {
                leftOut.add(new LeftOut(place, TEXTS.get("there-is-no", name(rating))));
            } else if (!scale.contains(rating.stars())) {
                leftOut.add(new LeftOut(
                        place, TEXTS.get("outside", plain(rating.stars()), plain(scale.min()), plain(scale.max()))));
            } else if (ratings.has(item)) {
                leftOut.add(
                        new LeftOut(place, TEXTS.get("twice", items.item(item).label())));
            } else {
                ratings = ratings.with(item, rating.stars());
            }
        }
        return new BroughtRatings(ratings, leftOut);
    }

    private static String name(NamedRating rating) {
        if (rating.title().isBlank()) {
            return TEXTS.get("unknown-item", rating.item());
        }
        return rating.item().isBlank()
                ? rating.title()
                : TEXTS.get("unknown-item-title", rating.item(), rating.title());
    }

    private static String plain(float number) {
        return number == Math.rint(number) ? "" + (long) number : "" + number;
    }

    private static final class Finder {
        private static final int SEVERAL = -2;

        private final ItemCatalogue items;
        private Map<String, Integer> byTitle; // folded, with the year; made when it is needed

        Finder(ItemCatalogue items) {
            this.items = items;
        }

        /** The index, negative where there is no such item. */
        int find(NamedRating rating, boolean sameData) {
            int byId = rating.item().isBlank() ? -1 : items.find(rating.item());
            if (byId >= 0 && (sameData || rating.title().isBlank() || isCalled(items.item(byId), rating.title()))) {
                return byId;
            }
            return rating.title().isBlank() ? -1 : titles().getOrDefault(ItemSearch.fold(rating.title()), -1);
        }

        private static boolean isCalled(Item item, String title) {
            String folded = ItemSearch.fold(title);
            return folded.equals(ItemSearch.fold(item.label())) || folded.equals(ItemSearch.fold(item.title()));
        }

        private Map<String, Integer> titles() {
            if (byTitle == null) {
                byTitle = new HashMap<>();
                for (int item = 0; item < items.size(); item++) {
                    byTitle.merge(ItemSearch.fold(items.item(item).label()), item, (one, other) -> SEVERAL);
                }
            }
            return byTitle;
        }
    }
}
