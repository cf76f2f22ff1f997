package io.github.factorscope.model.parts;

/** Similarities of one item to all. Safe on all threads. */
@FunctionalInterface
public interface SimilarityRows {
    /**
     * Writes s_ij for every j; what is written for the item itself has no meaning.
     *
     * @param similarities one for each item
     */
    void fill(int item, float[] similarities);
}
