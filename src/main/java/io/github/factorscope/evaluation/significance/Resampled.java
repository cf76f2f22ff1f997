package io.github.factorscope.evaluation.significance;

/** What a bootstrap draws anew, with replacement, to imitate another test. */
public enum Resampled {
    /** Single test ratings, as if each came from nowhere. */
    RATINGS("test ratings"),

    /** Users, each with all their test ratings: the cluster bootstrap, for what other users would have changed. */
    USERS("users");

    private final String stream;

    Resampled(String stream) {
        this.stream = stream;
    }

    /** What the random numbers are drawn for: the same in every language. */
    String stream() {
        return stream;
    }
}
