package io.github.factorscope.ui.learn;

import java.util.function.Function;
import javafx.scene.control.ListCell;

/** A line of text. */
final class WordsCell<T> extends ListCell<T> {
    private final Function<T, String> words;

    WordsCell(Function<T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(T thing, boolean isEmpty) {
        super.updateItem(thing, isEmpty);
        setText(isEmpty || thing == null ? null : words.apply(thing));
    }
}
