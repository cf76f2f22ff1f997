package io.github.factorscope.model;

/** What a single step learns from. */
public enum StepKind {
    /** One training rating, by gradient descent. */
    RATING,
    /** All ratings of an item, whose parameters are solved for. */
    ITEM,
    /** All ratings of a user, whose parameters are solved for. */
    USER
}
