package io.github.factorscope.ui;

import io.github.factorscope.text.Texts;
import java.util.Locale;

/** The screens, in the order of the rail. A new screen is one line here and one in {@link MainWindow}. */
public enum Screen {
    DATA(1, "fth-database"),
    TRAIN(2, "fth-activity"),
    SWEEP(3, "fth-sliders"),
    COMPARE(4, "fth-bar-chart-2"),
    EXPLORE(5, "fth-compass"),
    MAP(6, "fth-map"),
    LEARN(7, "fth-skip-forward");

    private static final Texts TEXTS = Texts.of(Screen.class);

    private final int number;
    private final String icon;

    Screen(int number, String icon) {
        this.number = number;
        this.icon = icon;
    }

    public String title() {
        return TEXTS.get("screen-" + name().toLowerCase(Locale.ROOT));
    }

    /** Counted from 1; Ctrl and this digit show the screen. */
    int number() {
        return number;
    }

    /** Whether it shows what the selected run has learned, or runs beside it. */
    boolean isOfSelectedRun() {
        return number >= COMPARE.number;
    }

    String icon() {
        return icon;
    }
}
