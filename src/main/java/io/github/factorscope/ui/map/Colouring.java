package io.github.factorscope.ui.map;

import io.github.factorscope.text.Texts;

/** What the colour of a dot says. */
public enum Colouring {
    GENRE("genre"),
    POPULARITY("popularity"),
    MEAN("mean-rating"),
    PREDICTION("prediction");

    private static final Texts TEXTS = Texts.of(Colouring.class);

    private final String key;

    Colouring(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }
}
