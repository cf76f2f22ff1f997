package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.inspection.ItemSearch;
import io.github.factorscope.inspection.PeopleSearch;
import io.github.factorscope.inspection.Starters;

/**
 * What finds people and items of a split. Made in the background.
 *
 * @param starters what a newcomer may rate first
 */
public record Finders(Split split, PeopleSearch people, ItemSearch items, Starters starters) {
    public static Finders of(Dataset dataset, Split split) {
        return new Finders(
                split,
                new PeopleSearch(dataset.users(), split),
                ItemSearch.of(dataset.items(), split.training()),
                new Starters(split.training()));
    }
}
