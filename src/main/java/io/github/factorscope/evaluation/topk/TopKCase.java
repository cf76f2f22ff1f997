package io.github.factorscope.evaluation.topk;

/**
 * A test rating at the top of the scale, and how its item ranks among the drawn ones.
 *
 * @param drawn items, at least 1
 * @param above drawn items that are predicted more
 * @param equal drawn items with the same prediction
 */
public record TopKCase(int user, int item, int drawn, int above, int equal) {
    public TopKCase {
        if (drawn < 1 || above < 0 || equal < 0 || above + equal > drawn) {
            throw new IllegalArgumentException(
                    "of " + drawn + " drawn items, " + above + " cannot be above and " + equal + " equal");
        }
    }

    /** 0 where the item comes first, 100 where it comes last; an item with the same prediction counts as half ahead. */
    public double percentile() {
        return 50.0 * (2 * above + equal) / drawn;
    }

    /** Place among the drawn items and itself, from 1; between two whole numbers where there are ties. */
    public double rank() {
        return 1 + above + equal / 2.0;
    }
}
