package io.github.factorscope.explanation;

import java.util.Locale;

/** What a term of a prediction stands for. */
public enum TermKind {
    /** μ, the mean of the training ratings. */
    MEAN,
    /** b_u, how far the user rates above or below the mean. */
    USER_BIAS,
    /** b_i, how far the item is rated above or below the mean. */
    ITEM_BIAS,
    /** How the user rated a neighbour. */
    EXPLICIT,
    /** That the user rated a neighbour at all. */
    IMPLICIT,
    /** The share of one rating in the user's learned factors. */
    TASTE,
    /** What the model learned of the user that no rating accounts for. */
    UNATTRIBUTED;

    /** The name in files and on the command line, such as "user-bias". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
