package io.github.factorscope.ui.workspace;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Something that is running: shown at the bottom of the window. On the FX thread only. */
public final class Activity {
    private final String title;
    private final String shortTitle;
    private final Runnable stop;
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty detail = new SimpleStringProperty("");

    /** @param stop what its stop button does */
    public Activity(String title, Runnable stop) {
        this(title, title, stop);
    }

    /** @param shortTitle where several stand side by side */
    public Activity(String title, String shortTitle, Runnable stop) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.stop = stop;
    }

    public String title() {
        return title;
    }

    public String shortTitle() {
        return shortTitle;
    }

    public void stop() {
        stop.run();
    }

    /** 0 to 1; −1 while unknown. */
    public DoubleProperty progressProperty() {
        return progress;
    }

    /** Such as the remaining time. */
    public StringProperty detailProperty() {
        return detail;
    }
}
