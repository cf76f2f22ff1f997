package io.github.factorscope.ui.workspace;

import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.Run;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What all screens share: the data, its split, the runs. On the FX thread only. */
public final class Workspace {
    private final ReadOnlyObjectWrapper<OpenData> data = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList(RunEntry::shownProperties);
    private final ObjectProperty<RunEntry> selectedRun = new SimpleObjectProperty<>();
    private int nextNumber = 1;
    private boolean looking; // at the selected run
    private boolean seen; // whether somebody has looked at the selected run, or selected it
    private boolean selecting; // whether it is this that selects
    private final ObservableList<Activity> activities = FXCollections.observableArrayList();

    /** Data with its facts and its split: they change together, or not at all. */
    public record OpenData(LoadedData loaded, RatingFacts facts, Split split) {}

    public Workspace() {
        selectedRun.addListener((observable, before, now) -> seen = looking || !selecting);
    }

    /** The name of a run, with that of its data unless that is what is open. */
    public String nameOf(RunEntry entry) {
        OpenData open = data.get();
        boolean same = open != null
                && open.loaded()
                        .dataset()
                        .name()
                        .equals(entry.run().experiment().dataset().name());
        return same ? entry.name() : entry.nameWithData();
    }

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
            select(lastRunOn(opened.split()));
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

    /** By number, which is the order in which they ended. Changes also when one is renamed. */
    public ObservableList<RunEntry> runs() {
        return runs;
    }

    /**
     * Adds a run. It is selected where none was; and, unless somebody looks at the selected one, where it predicts better, or was
     * waited for by somebody who has looked at that before.
     *
     * @param awaited whether it is the one whose training is on the screen
     */
    public RunEntry add(Run run, boolean awaited) {
        RunEntry entry = new RunEntry(takeNumbers(1), run);
        runs.add(entry);
        RunEntry selected = selectedRun.get();
        if (selected == null || (!looking && ((seen && awaited) || isBetter(run, selected.run())))) {
            select(entry);
        }
        return entry;
    }

    private static boolean isBetter(Run run, Run other) {
        boolean sameSplit = run.experiment()
                .split()
                .fingerprint()
                .equals(other.experiment().split().fingerprint());
        return sameSplit && error(run) < error(other);
    }

    /** In stars, of the ratings that a run is judged by; NaN where there are none. */
    private static double error(Run run) {
        return run.test().or(run::validation).map(Accuracy::rmse).orElse(Double.NaN);
    }

    private void select(RunEntry entry) {
        selecting = true;
        try {
            selectedRun.set(entry);
        } finally {
            selecting = false;
        }
    }

    /** Tells whether somebody looks at the selected run, which then stays selected whatever ends. */
    public void setLooking(boolean looks) {
        looking = looks;
        seen |= looks;
    }

    /** The first of so many numbers that no run has and none will get. */
    int takeNumbers(int count) {
        int first = nextNumber;
        nextNumber += count;
        return first;
    }

    /** The same, where runs up to a number may be listed later. */
    int takeNumbersAbove(int highest, int count) {
        nextNumber = Math.max(nextNumber, highest + 1);
        return takeNumbers(count);
    }

    /** Puts runs of earlier days, or runs that were removed, in their places. */
    void insert(List<RunEntry> entries) {
        for (RunEntry entry : entries) {
            int place = runs.size();
            while (place > 0 && runs.get(place - 1).number() > entry.number()) {
                place--;
            }
            runs.add(place, entry);
        }
        if (selectedRun.get() == null && data.get() != null) {
            select(lastRunOn(data.get().split()));
        }
    }

    /** Takes a run from the list; where it was selected, another one is. */
    void remove(RunEntry entry) {
        if (selectedRun.get() == entry) {
            RunEntry other = null;
            for (RunEntry each : runs) {
                boolean sameSplit = each.run()
                        .experiment()
                        .split()
                        .fingerprint()
                        .equals(entry.run().experiment().split().fingerprint());
                other = each != entry && sameSplit ? each : other;
            }
            selectedRun.set(other); // before the list changes, or the box that shows it chooses one
        }
        runs.remove(entry);
    }

    /** The run that Explore looks into; null where there is none. */
    public ObjectProperty<RunEntry> selectedRunProperty() {
        return selectedRun;
    }

    public ObservableList<Activity> activities() {
        return activities;
    }
}
