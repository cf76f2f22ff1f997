package io.github.factorscope.data.reading;

/** How ratings are laid out over the lines of a file. */
public enum Arrangement {
    /** One rating a line. */
    LINES,
    /** A line {@code item:}, below it the ratings of this item: Netflix Prize. */
    BLOCKS,
    /** One user a line, one item a column, with a number for "not rated": Jester. Users and items are counted from 1. */
    MATRIX
}
