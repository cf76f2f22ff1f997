package io.github.factorscope.ui.action;

import io.github.factorscope.text.Texts;
import java.util.Locale;

/** Under which heading an action stands, in this order. */
public enum Kind {
    SCREENS,
    LESSONS,
    DATA,
    TRAINING,
    MODELS,
    PRESETS,
    RUNS,
    COMPARING,
    EXPLORING,
    LEARNING,
    VIEW,
    USERS,
    ITEMS;

    private static final Texts TEXTS = Texts.of(Kind.class);

    public String title() {
        return TEXTS.get("kind-" + name().toLowerCase(Locale.ROOT));
    }
}
