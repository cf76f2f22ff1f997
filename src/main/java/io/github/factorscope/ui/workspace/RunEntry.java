package io.github.factorscope.ui.workspace;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.RunLabels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A run in the window. On the FX thread only. */
public final class RunEntry {
    private final int number;
    private final Run run;
    private final BooleanProperty overlaid = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<List<String>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private RunLabels labels;
    private Path folder; // null while it is not saved
    private Runnable whenSaved = () -> {};

    /** @param number counted from 1 in the order in which runs ended */
    public RunEntry(int number, Run run) {
        this(number, run, new RunLabels(number, "", List.of()));
    }

    RunEntry(int number, Run run, RunLabels labels) {
        this.number = number;
        this.run = run;
        setLabels(labels);
    }

    /** What its folder says, or will say, of what people call it. */
    RunLabels labels() {
        return labels;
    }

    void setLabels(RunLabels given) {
        labels = given;
        name.set(given.name().isEmpty() ? usualName() : given.name());
        tags.set(given.tags());
    }

    /** While nobody has given it another. */
    String usualName() {
        return number + " · " + run.experiment().family().title();
    }

    public int number() {
        return number;
    }

    public Run run() {
        return run;
    }

    /** Where it is saved; empty where it is not, or not yet. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** Does something as soon as it is saved, or at once where it is. */
    public void whenSaved(Runnable action) {
        if (folder == null) {
            whenSaved = action;
        } else {
            action.run();
        }
    }

    void setFolder(Path saved) {
        folder = saved;
        whenSaved.run();
        whenSaved = () -> {};
    }

    /** The name with that of the data, such as "3 · SVD · ml-1m". */
    public String nameWithData() {
        return name() + " · " + run.experiment().dataset().name();
    }

    /** Such as "3 · SVD", or as it was called. */
    public String name() {
        return name.get();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public List<String> tags() {
        return tags.get();
    }

    public ReadOnlyObjectProperty<List<String>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /** What a list of entries must hear of to show them as they are. */
    public Observable[] shownProperties() {
        return new Observable[] {nameProperty(), tagsProperty()};
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
