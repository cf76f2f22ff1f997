package io.github.factorscope.data.reading;

/**
 * Which field of a line is what, counted from 0.
 *
 * @param time −1 where there is none
 * @param count number of fields in a line
 */
public record Columns(int user, int item, int rating, int time, int count) {
    /** User, item, rating, then perhaps a time: what files without a header use. */
    static Columns usual(int count, boolean withTime) {
        return new Columns(0, 1, 2, withTime ? 3 : -1, count);
    }

    boolean hasTime() {
        return time >= 0;
    }
}
