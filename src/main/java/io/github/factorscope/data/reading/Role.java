package io.github.factorscope.data.reading;

/** What a column of a rating file means. */
public enum Role {
    USER,
    ITEM,
    RATING,
    TIME,
    IGNORED
}
