package io.github.factorscope.evaluation.significance;

/** What a bootstrap draws anew, with replacement, to imitate another test. */
public enum Resampled {
    /** Single test ratings, as if each came from nowhere. */
    RATINGS("test ratings"),

    /** Users, each with all their test ratings: the cluster bootstrap, for what other users would have changed. */
    USERS("users");

    private final String words;

    Resampled(String words) {
        this.words = words;
    }

    /** Such as "test ratings". */
    public String words() {
        return words;
    }
}
