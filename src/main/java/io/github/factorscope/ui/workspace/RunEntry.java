package io.github.factorscope.ui.workspace;

import io.github.factorscope.experiment.Run;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A run in the window. */
public final class RunEntry {
    private final int number;
    private final Run run;
    private final BooleanProperty overlaid = new SimpleBooleanProperty(true);

    /** @param number counted from 1 in the order in which runs ended */
    public RunEntry(int number, Run run) {
        this.number = number;
        this.run = run;
    }

    public int number() {
        return number;
    }

    public Run run() {
        return run;
    }

    /** Such as "3 · SVD · ml-1m". */
    public String nameWithData() {
        return name() + " · " + run.experiment().dataset().name();
    }

    /** Such as "3 · SVD". */
    public String name() {
        return number + " · " + run.experiment().family().title();
    }

    /** Whether its curve is drawn beside the others. */
    public BooleanProperty overlaidProperty() {
        return overlaid;
    }

    @Override
    public String toString() {
        return nameWithData();
    }
}
