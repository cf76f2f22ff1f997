package io.github.factorscope.model.parts;

import io.github.factorscope.explanation.Evidence;

/** What stands behind the term of a neighbour. */
@FunctionalInterface
public interface EvidenceSource {
    /** Similarity and support of the two items, with the rating that a user gave to the neighbour. */
    Evidence evidence(int item, int neighbour, float rating);
}
