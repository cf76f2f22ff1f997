package io.github.factorscope.ui.action;

/** A line of the palette. */
sealed interface Choice {
    /** Stands above those of its kind. */
    record Heading(Kind kind) implements Choice {}

    /** Can be chosen. */
    record Entry(Action action) implements Choice {}
}
