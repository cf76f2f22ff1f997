package io.github.factorscope.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The ids of a file and their indices, which run from 0 in the order in which the ids were first seen. Immutable. */
public final class IdIndex {
    private final String[] ids;
    private final int[] table; // index + 1 at the id's place or behind it; 0 where free

    private IdIndex(String[] ids, int[] table) {
        this.ids = ids;
        this.table = table;
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
        return ids.length;
    }

    public String id(int index) {
        return ids[index];
    }

    /** The index, or −1 where the id is unknown. */
    public int find(String id) {
        return table[place(table, ids, id)] - 1;
    }

    public List<String> ids() {
        return Collections.unmodifiableList(Arrays.asList(ids));
    }

    /** Where the id stands in the table, or would stand. */
    private static int place(int[] table, String[] ids, String id) {
        int hash = id.hashCode() * 0x9E3779B9; // hash codes of neighbouring numbers are neighbours
        int place = (hash ^ (hash >>> 16)) & (table.length - 1);
        while (table[place] != 0 && !ids[table[place] - 1].equals(id)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** Gives out indices. */
    public static final class Builder {
        private String[] ids = new String[16];
        private int size;
        private int[] table = new int[64]; // a power of two, at most half full

        /** The index of the id, a new one where it was not seen before. */
        public int indexOf(String id) {
            int place = place(table, ids, id);
            if (table[place] != 0) {
                return table[place] - 1;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, Math.multiplyExact(size, 2));
            }
            ids[size++] = id;
            if (2 * size > table.length) {
                fill(new int[Math.multiplyExact(table.length, 4)]);
            } else {
                table[place] = size;
            }
            return size - 1;
        }

        private void fill(int[] empty) {
            table = empty;
            for (int index = 0; index < size; index++) {
                table[place(table, ids, ids[index])] = index + 1;
            }
        }

        /** Gives indices to all of these, as they come. */
        public void addAll(IdIndex others) {
            for (String id : others.ids) {
                indexOf(id);
            }
        }

        public int size() {
            return size;
        }

        /** Forgets all ids from this index on, as if they had never been seen. */
        public void forgetFrom(int index) {
            Arrays.fill(ids, index, size, null);
            size = index;
            fill(new int[table.length]);
        }

        public IdIndex build() {
            return new IdIndex(Arrays.copyOf(ids, size), table.clone());
        }
    }
}
