package io.github.factorscope.ui.workspace;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.ErrorMessages;
import io.github.factorscope.storage.RunLabels;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.storage.RunLibrary.Deleted;
import io.github.factorscope.storage.RunSummary;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.PreferencesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;

/**
 * Keeps the runs of the window in a library: saves those that end, lists those of earlier days, names them, deletes them
 * and takes them back. On the FX thread only.
 */
public final class RunLibraryModel {
    private static final Texts TEXTS = Texts.of(RunLibraryModel.class);
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final Workspace workspace;
    private final RunLibrary library;
    private final Background background;
    private final ErrorPresenter errors;
    private final BooleanProperty automatically;
    private final Set<RunEntry> beingSaved = new HashSet<>();
    private final SavingCount saving = new SavingCount();
    private Consumer<Path> folderOpener;

    public RunLibraryModel(
            Workspace workspace,
            RunLibrary library,
            Background background,
            ErrorPresenter errors,
            PreferencesStore preferences) {
        this.workspace = workspace;
        this.library = library;
        this.background = background;
        this.errors = errors;
        automatically = new SimpleBooleanProperty(preferences.get().savedRuns().automatically());
        automatically.addListener((observable, before, now) ->
                preferences.update(p -> p.withSavedRuns(p.savedRuns().withAutomatically(now))));
        folderOpener = folder -> errors.say(TEXTS.get("run-is-in", folder));
        workspace.runs().addListener(this::saveAdded);
    }

    /** Lists the runs of earlier days, in the background, the latest first. */
    public void start() {
        new LibraryOpening(workspace, library, background, errors).start();
    }

    /** Whether every run is saved when it ends. */
    public BooleanProperty automaticallyProperty() {
        return automatically;
    }

    /** Who shows a folder to the user, outside the window. */
    public void setFolderOpener(Consumer<Path> opener) {
        folderOpener = opener;
    }

    private void saveAdded(ListChangeListener.Change<? extends RunEntry> change) {
        while (change.next()) {
            if (change.wasAdded() && automatically.get()) {
                change.getAddedSubList().forEach(this::save);
            }
        }
    }

    /** Saves a run, in the background; nothing where it is saved already. */
    public void save(RunEntry entry) {
        if (entry.folder().isPresent() || !beingSaved.add(entry)) {
            return;
        }
        RunLabels labels = entry.labels();
        saving.begin();
        background.run(
                () -> {
                    try {
                        return library.save(entry.run(), labels);
                    } finally {
                        saving.end();
                    }
                },
                folder -> {
                    beingSaved.remove(entry);
                    entry.setFolder(folder);
                    if (!entry.labels().equals(labels)) {
                        write(entry); // it was renamed meanwhile
                    }
                },
                error -> {
                    beingSaved.remove(entry);
                    errors.say(TEXTS.get("not-saved", entry.name(), ErrorMessages.of(error)));
                });
    }

    /** Waits, a minute at most, until all runs that ended are saved: before the process ends. */
    public void finishSaving() {
        saving.await(LONGEST_WAIT_MILLIS);
    }

    /** @param name empty for the usual one */
    public void rename(RunEntry entry, String name) {
        String stripped = name.strip();
        label(entry, entry.labels().withName(stripped.equals(entry.usualName()) ? "" : stripped));
    }

    public void tag(RunEntry entry, List<String> tags) {
        label(entry, entry.labels().withTags(tags));
    }

    private void label(RunEntry entry, RunLabels labels) {
        entry.setLabels(labels);
        if (!beingSaved.contains(entry)) {
            write(entry);
        }
    }

    private void write(RunEntry entry) {
        RunLabels labels = entry.labels();
        entry.folder()
                .ifPresent(folder -> background.run(
                        () -> {
                            library.label(folder, labels);
                            return folder;
                        },
                        done -> {},
                        errors::show));
    }

    /**
     * Deletes runs from the list and from the library, and offers to take them back. Folders outside the library stay where
     * they are.
     */
    public void delete(List<RunEntry> chosen) {
        List<RunEntry> entries = List.copyOf(chosen);
        if (entries.isEmpty()) {
            return;
        }
        if (entries.stream().anyMatch(beingSaved::contains)) {
            errors.say(TEXTS.get("still-saving"));
            return;
        }
        background.run(() -> moveToTrash(entries), this::deleted, errors::show);
    }

    /**
     * What came of a deletion or of its undoing.
     *
     * @param inTrash null where there was nothing to move
     */
    private record Removed(RunEntry entry, Deleted inTrash, Exception problem) {}

    /** One after the other, to the end: where one cannot be moved, the others still can be taken back. */
    private List<Removed> moveToTrash(List<RunEntry> entries) {
        List<Removed> removed = new ArrayList<>();
        for (RunEntry entry : entries) {
            Path folder = entry.folder()
                    .filter(library::contains)
                    .filter(Files::exists)
                    .orElse(null);
            try {
                removed.add(new Removed(entry, folder == null ? null : library.delete(folder), null));
            } catch (IOException e) {
                removed.add(new Removed(entry, null, e));
            }
        }
        return removed;
    }

    private void deleted(List<Removed> all) {
        List<Removed> removed =
                all.stream().filter(each -> each.problem() == null).toList();
        removed.forEach(each -> workspace.remove(each.entry()));
        if (!removed.isEmpty()) {
            errors.offer(
                    words(removed.stream().map(Removed::entry).toList()), TEXTS.get("undo"), () -> takeBack(removed));
        }
        all.stream().filter(each -> each.problem() != null).findFirst().ifPresent(each -> errors.show(each.problem()));
    }

    private String words(List<RunEntry> entries) {
        if (entries.size() > 1) {
            return TEXTS.get("runs-deleted", String.valueOf(entries.size()));
        }
        RunEntry only = entries.get(0);
        boolean stays =
                only.folder().isPresent() && !library.contains(only.folder().get());
        return TEXTS.get(stays ? "no-longer-listed" : "run-deleted", only.name());
    }

    private void takeBack(List<Removed> removed) {
        for (Removed each : removed) {
            background.run(() -> takeBack(each), entry -> workspace.insert(List.of(entry)), errors::show);
        }
    }

    /** The entry as it was; a new one where its place is taken, because it reads its model from there. */
    private RunEntry takeBack(Removed removed) throws IOException {
        RunEntry entry = removed.entry();
        if (removed.inTrash() == null) {
            return entry;
        }
        Path folder = library.takeBack(removed.inTrash());
        if (folder.equals(removed.inTrash().run())) {
            return entry;
        }
        RunEntry moved = new RunEntry(entry.number(), library.open(folder), entry.labels());
        moved.setFolder(folder);
        return moved;
    }
    /** Opens a run of anywhere, lists and selects it; its folder stays where it is. */
    public void openFolder(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        for (RunEntry listed : workspace.runs()) {
            if (listed.folder().filter(place::equals).isPresent()) {
                workspace.selectedRunProperty().set(listed);
                return;
            }
        }
        record Opened(Run run, RunLabels labels) {}
        background.run(
                () -> new Opened(library.open(place), RunSummary.read(place).labels()),
                opened -> {
                    RunEntry entry = new RunEntry(workspace.takeNumbers(1), opened.run(), opened.labels());
                    entry.setFolder(place);
                    workspace.insert(List.of(entry));
                    workspace.selectedRunProperty().set(entry);
                },
                errors::show);
    }

    /** Shows where a run is saved. */
    public void showFolder(RunEntry entry) {
        entry.folder()
                .ifPresentOrElse(
                        folder -> folderOpener.accept(folder),
                        () -> errors.say(TEXTS.get("not-saved-yet", entry.name())));
    }
}
