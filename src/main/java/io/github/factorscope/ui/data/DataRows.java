package io.github.factorscope.ui.data;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.RatingFacts.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of the tables of items and users, those with most ratings first. */
record DataRows(List<ItemRow> items, List<UserRow> users) {
    /** @param mean in stars */
    record ItemRow(Item item, int ratings, double mean) {}

    /** @param mean in stars */
    record UserRow(String id, int ratings, double mean) {}

    /** Takes a moment for many. */
    static DataRows of(Dataset dataset, RatingFacts facts) {
        Tally items = facts.items();
        Tally users = facts.users();
        return new DataRows(
                IntStream.range(0, dataset.items().size())
                        .mapToObj(i -> new ItemRow(dataset.items().item(i), items.counts()[i], items.means()[i]))
                        .sorted(Comparator.comparingInt(ItemRow::ratings).reversed())
                        .toList(),
                IntStream.range(0, dataset.users().size())
                        .mapToObj(u -> new UserRow(dataset.users().id(u), users.counts()[u], users.means()[u]))
                        .sorted(Comparator.comparingInt(UserRow::ratings).reversed())
                        .toList());
    }
}
