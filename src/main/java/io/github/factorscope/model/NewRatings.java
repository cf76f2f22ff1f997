package io.github.factorscope.model;

/** How a family answers to ratings that it has not learned from. */
public enum NewRatings {
    /** All of a user follows from their ratings but, at most, their bias: a new rating counts at once. */
    AT_ONCE,
    /** A user has factors of their own: those follow from the ratings by a least squares fit with the items fixed. */
    FOLD_IN
}
