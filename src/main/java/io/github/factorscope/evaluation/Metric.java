package io.github.factorscope.evaluation;

/** A figure by which a model is judged, with everything that people need to read it: the same in the window and on paper. */
public interface Metric {
    /** Which way a figure improves. */
    enum Better {
        LARGER,
        SMALLER,
        /** The figure describes, it does not judge. */
        NEITHER
    }

    /** Its name for machines, such as "hitRate". */
    String id();

    /** Its name for people, such as "Hit rate at K". */
    String title();

    /** What it is counted in, such as "stars"; empty for a share of 1. */
    String unit();

    /** How many decimals tell two models apart. */
    int decimals();

    /** In Unicode; of one user where the metric is a mean over users. */
    String formula();

    /** In one to three plain sentences. */
    String definition();

    Better better();

    /** Where it was proposed or defined. */
    String source();
}
