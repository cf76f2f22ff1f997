package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rated items of a data set, by index. Immutable. */
public final class ItemCatalogue {
    private final IdIndex ids;
    private final List<Item> items;

    private ItemCatalogue(IdIndex ids, List<Item> items) {
        this.ids = ids;
        this.items = items;
    }

    /** @param described what is known, by id; items without an entry are known by their id only */
    public static ItemCatalogue of(IdIndex ids, Map<String, Item> described) {
        List<Item> items = new ArrayList<>(ids.size());
        for (String id : ids.ids()) {
            Item item = described.get(id);
            items.add(item == null ? Item.unknown(id) : item);
        }
        return new ItemCatalogue(ids, List.copyOf(items));
    }

    public int size() {
        return items.size();
    }

    public Item item(int index) {
        return items.get(index);
    }

    public List<Item> items() {
        return items;
    }

    /** The index, or −1 where the id is unknown. */
    public int find(String id) {
        return ids.find(id);
    }

    public IdIndex ids() {
        return ids;
    }
}
