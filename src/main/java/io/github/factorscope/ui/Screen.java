package io.github.factorscope.ui;

/** The screens, in the order of the rail. A new screen is one line here and one in {@link MainWindow}. */
public enum Screen {
    DATA("Data", "fth-database"),
    TRAIN("Train", "fth-activity"),
    COMPARE("Compare", "fth-bar-chart-2"),
    EXPLORE("Explore", "fth-compass");

    private final String title;
    private final String icon;

    Screen(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    String icon() {
        return icon;
    }
}
