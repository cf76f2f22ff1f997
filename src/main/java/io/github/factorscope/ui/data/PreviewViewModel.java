package io.github.factorscope.ui.data;

import io.github.factorscope.data.reading.Arrangement;
import io.github.factorscope.data.reading.Columns;
import io.github.factorscope.data.reading.Dialect;
import io.github.factorscope.data.reading.Layout;
import io.github.factorscope.data.reading.Preview;
import io.github.factorscope.data.reading.Preview.Kind;
import io.github.factorscope.data.reading.Preview.Row;
import io.github.factorscope.data.reading.ReadingPolicy;
import io.github.factorscope.data.reading.ReadingRequest;
import io.github.factorscope.data.reading.Role;
import io.github.factorscope.data.reading.TimeFormat;
import io.github.factorscope.storage.LayoutStore;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.NewestOnly;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The first lines of a file before it is loaded: what is recognised in them, and what can be corrected. */
public final class PreviewViewModel {
    private static final Texts TEXTS = Texts.of(PreviewViewModel.class);

    private final Consumer<ReadingRequest> load;
    private final ErrorPresenter errors;
    private final NewestOnly opening;
    private final LayoutStore corrections;
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>();
    private ReadingRequest base; // of what is looked at
    private final ObjectProperty<ReadingPolicy> policy = new SimpleObjectProperty<>(ReadingPolicy.USUAL);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

    /** A file that was looked into, and how files like it were read before. */
    private record Looked(Preview preview, Optional<Layout> corrected) {}

    /**
     * Nothing is looked at.
     *
     * @param load reads what was agreed upon
     * @param corrections where they are remembered
     */
    PreviewViewModel(
            Consumer<ReadingRequest> load, Background background, ErrorPresenter errors, LayoutStore corrections) {
        this.load = load;
        this.errors = errors;
        this.corrections = corrections;
        opening = new NewestOnly(background);
        layout.addListener((Observable change) -> show());
        policy.addListener((Observable change) -> show());
    }

    /** What is looked at; null where nothing is. */
    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How the lines are read: what was recognised, or what it was corrected to. */
    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<ReadingPolicy> policyProperty() {
        return policy;
    }

    /** The first lines under the layout. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** How many of them are ratings, or what is missing. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether it can be loaded. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Loads a file of a known kind, or of a shape that was corrected before; lets anything else be looked at first. */
    public void open(Path path) {
        look(path, looked -> {
            Preview found = looked.preview();
            ReadingRequest wanted = ReadingRequest.of(path);
            if (looked.corrected().isPresent()) {
                Layout corrected =
                        looked.corrected().get().withCharset(found.layout().charset());
                if (corrected.header()) {
                    load.accept(wanted.withLayout(Optional.of(corrected)));
                } else {
                    begin(wanted, found, corrected); // without names, other files have this shape, too
                }
            } else if (found.refusal().isEmpty() && found.layout().isOfKnownData()) {
                load.accept(wanted);
            } else {
                begin(wanted, found, found.layout());
            }
        });
    }

    /** Looks at what was loaded once more. */
    public void lookAgain(ReadingRequest loaded, Layout asLoaded) {
        look(loaded.path(), looked -> begin(loaded, looked.preview(), asLoaded));
    }

    /** Lets somebody decide on a file that was not loaded because too much of it is no ratings. */
    void ask(ReadingRequest refused) {
        look(
                refused.path(),
                looked -> begin(
                        refused,
                        looked.preview(),
                        refused.layout().orElse(looked.preview().layout())));
    }

    private void look(Path path, Consumer<Looked> then) {
        opening.run(
                () -> {
                    Preview found = Preview.open(path);
                    return new Looked(found, corrections.of(found.shape()));
                },
                then,
                errors::show);
    }

    private void begin(ReadingRequest wanted, Preview found, Layout first) {
        base = wanted;
        preview.set(null);
        policy.set(wanted.policy());
        layout.set(first);
        preview.set(found);
        show();
    }

    private void show() {
        Preview found = preview.get();
        Layout chosen = layout.get();
        if (found == null || chosen == null) {
            rows.clear();
            verdict.set("");
            ready.set(false);
            return;
        }
        rows.setAll(found.rows(chosen, policy.get()));
        long ratings = rows.stream().filter(row -> row.kind() == Kind.RATING).count();
        long problems = rows.stream().filter(row -> row.kind() == Kind.PROBLEM).count();
        Optional<String> complaint = chosen.complaint();
        ready.set(complaint.isEmpty() && ratings > 0);
        verdict.set(complaint.orElseGet(() -> ratings == 0
                ? TEXTS.get("no-line-is-rating")
                : problems == 0 ? TEXTS.get("all-lines-read") : TEXTS.get("lines-left-out", problems)));
    }

    private void change(UnaryOperator<Layout> change) {
        if (layout.get() != null) {
            layout.set(change.apply(layout.get()));
        }
    }

    /** Gives a column a meaning; the column that had it before has none from then on. */
    public void setRole(int column, Role role) {
        change(now -> {
            Layout changed = now.withColumns(now.columns().with(column, role));
            return role == Role.TIME ? withTimeFormat(changed) : changed;
        });
    }

    /** The format in which most of the times can be read. */
    private Layout withTimeFormat(Layout now) {
        return Stream.of(TimeFormat.values())
                .map(now::withTimeFormat)
                .max(Comparator.comparingLong(this::ratings))
                .orElse(now);
    }

    private long ratings(Layout tried) {
        return preview.get().rows(tried, policy.get()).stream()
                .filter(row -> row.kind() == Kind.RATING)
                .count();
    }

    public void setTimeFormat(TimeFormat format) {
        change(now -> now.withTimeFormat(format));
    }

    public void setHeader(boolean header) {
        change(now -> now.withHeader(header));
    }

    public void setCharset(Charset charset) {
        change(now -> withDialect(now.withCharset(charset), now.dialect()));
    }

    /** Cuts lines otherwise; columns keep their meanings where there still are as many. */
    public void setDialect(Dialect dialect) {
        change(now -> withDialect(now, dialect));
    }

    private Layout withDialect(Layout now, Dialect dialect) {
        Layout cut = now.withDialect(dialect);
        int count = Math.max(1, preview.get().columnCount(cut));
        if (count == now.columns().count() || now.arrangement() != Arrangement.LINES) {
            return cut;
        }
        return cut.withColumns(
                count < 3 ? new Columns(-1, -1, -1, -1, count) : new Columns(0, 1, 2, count > 3 ? 3 : -1, count));
    }

    /** As it was recognised. */
    public void reset() {
        layout.set(preview.get().layout());
        policy.set(ReadingPolicy.USUAL);
    }

    /** Loads, and remembers what was corrected for the next file of this shape. */
    public void accept() {
        Preview found = preview.get();
        Layout chosen = layout.get();
        if (found == null || !ready.get()) {
            return;
        }
        try {
            if (chosen.equals(found.layout())) {
                corrections.forget(found.shape());
            } else {
                corrections.remember(found.shape(), chosen);
            }
        } catch (IOException | UserException e) {
            errors.show(e);
        }
        ReadingRequest request = base.withLayout(Optional.of(chosen)).withPolicy(policy.get());
        close();
        load.accept(request);
    }

    /** What is open stays open. */
    public void close() {
        preview.set(null);
        show();
    }
}
