package io.github.factorscope.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of a file and their indices, which run from 0 in the order in which the ids were first seen. Immutable. */
public final class IdIndex {
    private final List<String> ids;
    private final Map<String, Integer> indices;

    private IdIndex(List<String> ids, Map<String, Integer> indices) {
        this.ids = ids;
        this.indices = indices;
    }

    /** @throws IllegalArgumentException where an id occurs twice */
    public static IdIndex of(Iterable<String> ids) {
        Builder builder = new Builder();
        for (String id : ids) {
            int before = builder.size();
            if (builder.indexOf(id) < before) {
                throw new IllegalArgumentException("id " + id + " occurs twice");
            }
        }
        return builder.build();
    }

    public int size() {
        return ids.size();
    }

    public String id(int index) {
        return ids.get(index);
    }

    /** The index, or −1 where the id is unknown. */
    public int find(String id) {
        return indices.getOrDefault(id, -1);
    }

    public List<String> ids() {
        return ids;
    }

    /** Gives out indices. */
    public static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> indices = new HashMap<>();

        /** The index of the id, a new one where it was not seen before. */
        public int indexOf(String id) {
            Integer index = indices.get(id);
            if (index == null) {
                index = ids.size();
                indices.put(id, index);
                ids.add(id);
            }
            return index;
        }

        public int size() {
            return ids.size();
        }

        /** Forgets all ids from this index on, as if they had never been seen. */
        public void forgetFrom(int index) {
            List<String> forgotten = ids.subList(index, ids.size());
            forgotten.forEach(indices::remove);
            forgotten.clear();
        }

        public IdIndex build() {
            return new IdIndex(List.copyOf(ids), Map.copyOf(indices));
        }
    }
}
