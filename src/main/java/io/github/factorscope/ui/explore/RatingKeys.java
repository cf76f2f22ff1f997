package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.ui.common.RatingSteps;
import io.github.factorscope.ui.common.Stars;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;

/** What lists and tables of items to rate have in common. */
final class RatingKeys {
    private RatingKeys() {}

    /** A typed digit is a rating, where the scale has it. */
    static void ofDigit(KeyEvent typed, RatingScale scale, Consumer<Float> rating) {
        new RatingSteps(scale).ofDigit(typed.getCharacter()).ifPresent(stars -> {
            rating.accept((float) stars);
            typed.consume();
        });
    }

    /** Stars that the model does not know of are pale, those that were taken away grey. */
    static Stars.Look look(RatingLine line) {
        if (line.isHeldOut()) {
            return Stars.Look.HELD_OUT;
        }
        return line.change() == RatingLine.Change.REMOVED ? Stars.Look.REMOVED : Stars.Look.KNOWN;
    }
}
