package io.github.factorscope.ui;

/** The screens, in the order of the rail. A new screen is one line here and one in {@link MainWindow}. */
public enum Screen {
    DATA(1, "Data", "fth-database"),
    TRAIN(2, "Train", "fth-activity"),
    SWEEP(3, "Sweep", "fth-sliders"),
    COMPARE(4, "Compare", "fth-bar-chart-2"),
    EXPLORE(5, "Explore", "fth-compass"),
    MAP(6, "Map", "fth-map");

    private final int number;
    private final String title;
    private final String icon;

    Screen(int number, String title, String icon) {
        this.number = number;
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
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
