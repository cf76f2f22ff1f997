package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.LessonShelf;
import io.github.factorscope.storage.DoneLessons;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The lessons that can be chosen, and which of them were gone through. On the FX thread only. */
public final class LessonCatalogue {
    private static final Texts TEXTS = Texts.of(LessonCatalogue.class);

    private final LessonShelf shelf;
    private final Path folder;
    private final DoneLessons store;
    private final Background background;
    private final ErrorPresenter errors;
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ObservableSet<String> done = FXCollections.observableSet();
    private final ReadOnlyStringWrapper complaints = new ReadOnlyStringWrapper("");

    /** @param folder where somebody may put lessons of their own */
    LessonCatalogue(LessonShelf shelf, Path folder, DoneLessons store, Background background, ErrorPresenter errors) {
        this.shelf = shelf;
        this.folder = folder;
        this.store = store;
        this.background = background;
        this.errors = errors;
    }

    private record Found(List<Lesson> lessons, List<String> complaints, Set<String> done) {}

    /** Reads them all, those of the folder anew. */
    public void refresh() {
        background.run(this::find, this::show, errors::show);
    }

    private Found find() {
        List<String> heard = new ArrayList<>();
        List<Lesson> found = new ArrayList<>(shelf.bundled());
        Set<String> known = new HashSet<>();
        found.forEach(lesson -> known.add(lesson.id()));
        for (Lesson own : shelf.of(folder, heard::add)) {
            if (known.add(own.id())) {
                found.add(own);
            } else {
                heard.add(TEXTS.get("same-id", own.id()));
            }
        }
        return new Found(found, heard, store.all());
    }

    private void show(Found found) {
        done.clear();
        done.addAll(found.done());
        lessons.setAll(found.lessons());
        complaints.set(String.join("\n", found.complaints()));
    }

    /** In the order in which they are meant to be gone through. */
    public ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** Ids of those that were gone through. */
    public ObservableSet<String> done() {
        return done;
    }

    /** What is wrong with files of the folder, one line each; empty where nothing is. */
    public ReadOnlyStringProperty complaintsProperty() {
        return complaints.getReadOnlyProperty();
    }

    /** Where lessons of one's own are looked for. */
    public Path folder() {
        return folder;
    }

    void markDone(Lesson lesson) {
        done.add(lesson.id());
        background.run(
                () -> {
                    try {
                        store.add(lesson.id());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return lesson;
                },
                saved -> {},
                errors::show);
    }
}
