package io.github.factorscope.model;

import io.github.factorscope.explanation.Explanation;

/** A model as it speaks to one person. What depends on the person alone was worked out beforehand. Safe on all threads. */
public interface PersonalModel extends UserPredictor {
    /** Terms that add up to {@link #predict}. */
    Explanation explain(int item);
}
