package io.github.factorscope.ui.data;

import io.github.factorscope.download.DataShelf;
import io.github.factorscope.download.DataShelf.Arrival;
import io.github.factorscope.download.DataShelf.Holding;
import io.github.factorscope.download.DownloadMonitor;
import io.github.factorscope.download.DownloadOptions;
import io.github.factorscope.download.DownloadSettings;
import io.github.factorscope.download.MovieLens;
import io.github.factorscope.download.MovieLensSet;
import io.github.factorscope.download.Progress;
import io.github.factorscope.storage.ErrorMessages;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Fetches MovieLens data, one set at a time, whose terms have been accepted. */
public final class FetchViewModel {
    private static final Texts TEXTS = Texts.of(FetchViewModel.class);

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final Path settingsFile;
    private final Consumer<Path> openData;
    private final DownloadOptions options;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Line> selected = new SimpleObjectProperty<>();
    private final BooleanProperty accepted = new SimpleBooleanProperty();
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper(TEXTS.get("download"));
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private DownloadSettings settings;
    private Runnable stop = () -> {};
    private Consumer<URI> browser = uri -> {};

    /** A data set, and what is here of it. */
    public record Line(MovieLensSet set, Holding holding) {
        /** In a word or two; empty where nothing is here. */
        public String here() {
            return isHere() ? TEXTS.get("here") : holding.keptBytes() > 0 ? TEXTS.get("in-part") : "";
        }

        boolean isHere() {
            return holding.path().isPresent();
        }
    }

    /**
     * Nothing is fetched before somebody asks for it.
     *
     * @param settingsFile where accepted terms are remembered
     * @param openData opens what has arrived
     */
    public FetchViewModel(
            Workspace workspace,
            Background background,
            ErrorPresenter errors,
            Path settingsFile,
            Consumer<Path> openData,
            DownloadOptions options) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.settingsFile = settingsFile;
        this.openData = openData;
        this.options = options;
        settings = DownloadSettings.load(settingsFile);
        selected.addListener((observable, before, now) -> showSelected(before, now));
        accepted.addListener((observable, before, now) -> refreshAction());
        running.addListener((observable, before, now) -> refreshAction());
    }

    /** @param opener shows a web page */
    public void setBrowser(Consumer<URI> opener) {
        browser = opener;
    }

    /** Shows the data sets. */
    public void show() {
        if (!running.get()) {
            settings = DownloadSettings.load(settingsFile);
            address.set(settings.addressText());
            message.set("");
            refresh();
        }
        shown.set(true);
    }

    /** What is being fetched goes on. */
    public void close() {
        shown.set(false);
    }

    private void refresh() {
        DataShelf shelf = new DataShelf(settings.dataFolder(), MovieLens.base(MovieLens.ADDRESS), options);
        background.run(
                () -> MovieLens.all().stream()
                        .map(set -> new Line(set, shelf.holding(set)))
                        .toList(),
                this::showLines,
                errors::show);
    }

    private void showLines(List<Line> all) {
        String name = selected.get() == null ? "" : selected.get().set().name();
        lines.setAll(all);
        selected.set(all.stream()
                .filter(line -> line.set().name().equals(name))
                .findFirst()
                .orElse(all.get(0)));
    }

    private void showSelected(Line before, Line now) {
        boolean same = before != null && now != null && before.set().equals(now.set());
        if (now != null && !same) {
            accepted.set(settings.isAccepted(now.set()));
            if (!running.get()) {
                message.set("");
            }
        }
        refreshAction();
    }

    private void refreshAction() {
        Line line = selected.get();
        boolean here = line != null && line.isHere();
        action.set(TEXTS.get(here ? "open" : line != null && line.holding().keptBytes() > 0 ? "resume" : "download"));
        ready.set(line != null && !running.get() && (here || accepted.get()));
    }

    /** Opens the selected data set; fetches it before, where it is not here, or goes on with that. */
    public void start() {
        Line line = selected.get();
        if (!ready.get()) {
            return;
        }
        if (line.isHere()) {
            close();
            openData.accept(line.holding().path().orElseThrow());
            return;
        }
        try {
            URI base = MovieLens.base(address.get());
            remember(line.set());
            fetch(line.set(), new DataShelf(settings.dataFolder(), base, options));
        } catch (UserException | IOException e) {
            message.set(ErrorMessages.of(e));
        }
    }

    private void remember(MovieLensSet set) throws IOException {
        DownloadSettings wanted = settings.withAccepted(set);
        if (!address.get().strip().equals(settings.addressText())) {
            wanted = wanted.withAddress(address.get());
        }
        if (!wanted.equals(settings)) {
            wanted.save(settingsFile);
            settings = wanted;
        }
    }

    private void fetch(MovieLensSet set, DataShelf shelf) {
        AtomicBoolean stopped = new AtomicBoolean();
        stop = () -> stopped.set(true);
        Activity activity = new Activity(TEXTS.get("fetching", set.name()), stop);
        message.set("");
        detail.set("");
        progress.set(-1);
        running.set(true);
        workspace.activities().add(activity);
        background.run(
                () -> shelf.fetch(set, monitor(activity, stopped)),
                arrival -> {
                    end(activity);
                    arrived(arrival);
                },
                error -> {
                    end(activity);
                    refresh();
                    say(error, set);
                });
    }

    private DownloadMonitor monitor(Activity activity, AtomicBoolean stopped) {
        AtomicReference<Progress> newest = new AtomicReference<>();
        return now -> {
            if (newest.getAndSet(now) == null) { // at most one update waits for the FX thread
                background.onFxThread(() -> {
                    Progress shownNow = newest.getAndSet(null);
                    progress.set(shownNow.share());
                    detail.set(shownNow.words());
                    activity.progressProperty().set(shownNow.share());
                    activity.detailProperty().set(shownNow.words());
                });
            }
            return !stopped.get();
        };
    }

    private void end(Activity activity) {
        workspace.activities().remove(activity);
        running.set(false);
    }

    /** Whoever has gone on to something else is asked before it is replaced. */
    private void arrived(Arrival arrival) {
        if (shown.get()) {
            close();
            openData.accept(arrival.path());
        } else {
            errors.offer(
                    TEXTS.get("arrived", arrival.set().name(), arrival.path()),
                    TEXTS.get("open"),
                    () -> openData.accept(arrival.path()));
        }
    }

    private void say(Throwable error, MovieLensSet set) {
        if (error instanceof CancellationException) {
            message.set(TEXTS.get("fetch-stopped", set.name()));
        } else if (shown.get()) {
            message.set(ErrorMessages.of(error));
        } else {
            errors.show(error);
        }
    }

    /** Ends what is being fetched; what came is kept. */
    public void cancel() {
        stop.run();
    }

    /** Shows the terms of the selected data set in full. */
    public void readTerms() {
        try {
            browser.accept(selected.get().set().readme(MovieLens.base(address.get())));
        } catch (UserException e) {
            message.set(e.getMessage());
        }
    }

    /** All data sets, with what is here of them. */
    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Line> selectedProperty() {
        return selected;
    }

    /** Whether the user accepts the terms of the selected data set. */
    public BooleanProperty acceptedProperty() {
        return accepted;
    }

    /** Of the folder on a server, as typed. */
    public StringProperty addressProperty() {
        return address;
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether {@link #start} would do something. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** What {@link #start} would do, in a word. */
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** 0 to 1; −1 while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Such as "2.0 of 5.9 MB · 1.3 MB/s · 3 s left". */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Where data sets are kept. */
    public Path folder() {
        return settings.dataFolder();
    }
}
