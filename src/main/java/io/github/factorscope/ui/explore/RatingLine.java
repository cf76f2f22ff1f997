package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Item;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;

/**
 * What a person thinks of an item, as far as it is known.
 *
 * @param given what the model knows; NaN where nothing
 * @param came what it knew when the person came; NaN where nothing
 * @param heldOut what stands in the test or validation ratings; NaN where nothing
 * @param heldOutPart {@link #TEST} or {@link #VALID}; empty where nothing is held out
 * @param prediction of the model, in stars, not clipped; NaN before it is worked out
 */
public record RatingLine(
        int item, Item info, float given, float came, float heldOut, String heldOutPart, double prediction) {
    private static final Texts TEXTS = Texts.of(RatingLine.class);

    static final String TEST = "test";
    static final String VALID = "valid";

    /** What was done to a rating. */
    public enum Change {
        NONE,
        ADDED,
        CHANGED,
        REMOVED
    }

    public Change change() {
        if (Float.compare(given, came) == 0) { // also where there is none
            return Change.NONE;
        }
        if (Float.isNaN(came)) {
            return Change.ADDED;
        }
        return Float.isNaN(given) ? Change.REMOVED : Change.CHANGED;
    }

    /** The rating to show: what the model knows, what is held out, or what was taken away. */
    public float rating() {
        if (!Float.isNaN(given)) {
            return given;
        }
        return Float.isNaN(heldOut) ? came : heldOut;
    }

    /** What the rating is for: "train" where the model may know of it, "valid" or "test". */
    public String part() {
        return isHeldOut() ? heldOutFor() : TEXTS.get("part-train");
    }

    /** "valid" or "test"; empty where nothing is held out. */
    public String heldOutFor() {
        return switch (heldOutPart) {
            case TEST -> TEXTS.get("part-test");
            case VALID -> TEXTS.get("part-valid");
            default -> "";
        };
    }

    /** Whether the rating that is shown is one that the model must not know. */
    public boolean isHeldOut() {
        return Float.isNaN(given) && !Float.isNaN(heldOut);
    }

    /** A word beside the title: "was 3", "new", "told", "removed", "test", "valid"; empty where there is nothing to say. */
    public String mark() {
        return switch (change()) {
            case ADDED -> TEXTS.get(Float.isNaN(heldOut) ? "new" : "told");
            case CHANGED -> TEXTS.get("was", Formats.stars(came));
            case REMOVED -> TEXTS.get("removed");
            case NONE -> isHeldOut() ? heldOutFor() : "";
        };
    }

    RatingLine predicted(double stars) {
        return new RatingLine(item, info, given, came, heldOut, heldOutPart, stars);
    }
}
