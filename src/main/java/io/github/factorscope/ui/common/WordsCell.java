package io.github.factorscope.ui.common;

import java.util.function.Function;
import javafx.scene.control.ListCell;

/** A line of text. */
public final class WordsCell<T> extends ListCell<T> {
    private final Function<T, String> words;

    public WordsCell(Function<T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(T thing, boolean isEmpty) {
        super.updateItem(thing, isEmpty);
        setText(isEmpty || thing == null ? null : words.apply(thing));
    }
}
