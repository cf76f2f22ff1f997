package io.github.factorscope.model.parts;

import java.util.function.IntFunction;

/** How alike items are, for explanations. Safe on all threads. */
@FunctionalInterface
public interface SimilaritySource {
    /** How alike this item is to each other one: for many neighbours of one item, far cheaper than one at a time. */
    IntFunction<Similarity> of(int item);
}
