package io.github.factorscope.ui.workspace;

import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.experiment.Run;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What all screens share: the data, its split, the runs. On the FX thread only. */
public final class Workspace {
    private final ReadOnlyObjectWrapper<OpenData> data = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunEntry> selectedRun = new SimpleObjectProperty<>();
    private final ObservableList<Activity> activities = FXCollections.observableArrayList();

    /** Data with its facts and its split: they change together, or not at all. */
    public record OpenData(LoadedData loaded, RatingFacts facts, Split split) {}

    /** Null before anything was opened. */
    public ReadOnlyObjectProperty<OpenData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /**
     * Puts other data, or another split of the same, in place of what was open. Earlier runs stay; the last one on this
     * split is selected.
     */
    public void open(OpenData opened) {
        boolean otherSplit = data.get() == null
                || !data.get().split().fingerprint().equals(opened.split().fingerprint());
        data.set(opened);
        if (otherSplit) {
            selectedRun.set(lastRunOn(opened.split()));
        }
    }

    private RunEntry lastRunOn(Split split) {
        RunEntry last = null;
        for (RunEntry entry : runs) {
            if (entry.run().experiment().split().fingerprint().equals(split.fingerprint())) {
                last = entry;
            }
        }
        return last;
    }

    /** In the order in which they ended. */
    public ObservableList<RunEntry> runs() {
        return runs;
    }

    /** Adds a run, which is selected where none was: others may end while one is looked into. */
    public RunEntry add(Run run) {
        RunEntry entry = new RunEntry(runs.size() + 1, run);
        runs.add(entry);
        if (selectedRun.get() == null) {
            selectedRun.set(entry);
        }
        return entry;
    }

    /** The run that Explore looks into; null where there is none. */
    public ObjectProperty<RunEntry> selectedRunProperty() {
        return selectedRun;
    }

    public ObservableList<Activity> activities() {
        return activities;
    }
}
