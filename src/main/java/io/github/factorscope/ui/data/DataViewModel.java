package io.github.factorscope.ui.data;

import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.storage.BundledData;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Opens data and splits it. */
public final class DataViewModel {
    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final PreferencesStore preferences;
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final StringProperty testPercent = new SimpleStringProperty();
    private final StringProperty validationPercent = new SimpleStringProperty();
    private final StringProperty seed = new SimpleStringProperty();
    private Path opened;

    public DataViewModel(
            Workspace workspace, Background background, ErrorPresenter errors, PreferencesStore preferences) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.preferences = preferences;
        testPercent.set(Formats.stars(100 * preferences.get().testShare()));
        validationPercent.set(Formats.stars(100 * preferences.get().validationShare()));
        seed.set(String.valueOf(preferences.get().seed()));
    }

    public Workspace workspace() {
        return workspace;
    }

    public PreferencesStore preferences() {
        return preferences;
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Percent of all ratings, as typed. */
    public StringProperty testPercentProperty() {
        return testPercent;
    }

    /** Percent of the remaining ratings, as typed. */
    public StringProperty validationPercentProperty() {
        return validationPercent;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** Opens the data that comes with the application. */
    public void openDemo() {
        BundledData.demoFilms()
                .ifPresentOrElse(
                        this::open,
                        () -> errors.say("The demo films are not here: datasets/demo-films is missing beside the"
                                + " application. Open a rating file of your own."));
    }

    /** Opens a file, folder or zip. What was open stays until the new data is whole. */
    public void open(Path path) {
        load(path, Optional.empty());
    }

    /** Judges by a file of ratings from now on. */
    public void openTest(Path path) {
        if (opened == null) {
            errors.say("Open a rating file first, then the ratings to judge by.");
            return;
        }
        load(opened, Optional.of(path));
    }

    private void load(Path path, Optional<Path> test) {
        Optional<SplitPlan> typed = typedPlan();
        if (typed.isEmpty()) {
            return;
        }
        SplitPlan plan = typed.get();
        AtomicBoolean cancelled = new AtomicBoolean();
        Activity activity = new Activity("Reading " + path.getFileName(), () -> cancelled.set(true));
        begin(activity);
        background.run(
                () -> {
                    LoadedData loaded = DatasetReader.read(path, test, monitor(activity, cancelled));
                    return new OpenData(loaded, RatingFacts.of(loaded.dataset()), Split.of(loaded.dataset(), plan));
                },
                result -> {
                    end(activity);
                    errors.close();
                    opened = path;
                    preferences.update(
                            p -> p.withRecent(path.toAbsolutePath().normalize().toString())
                                    .withSplit(plan.testShare(), plan.validationShare(), plan.seed()));
                    workspace.open(result);
                },
                error -> {
                    end(activity);
                    if (!(error instanceof CancellationException)) {
                        errors.show(error);
                    }
                });
    }

    private LoadMonitor monitor(Activity activity, AtomicBoolean cancelled) {
        AtomicReference<Double> newest = new AtomicReference<>();
        return (lines, share) -> {
            if (newest.getAndSet(share) == null) { // at most one update waits for the FX thread
                background.onFxThread(() -> {
                    activity.progressProperty().set(newest.getAndSet(null));
                    activity.detailProperty().set(Formats.count(lines) + " lines");
                });
            }
            return !cancelled.get();
        };
    }

    /** Splits the open data anew by what is typed. */
    public void applySplit() {
        OpenData open = workspace.dataProperty().get();
        if (open == null) {
            return;
        }
        Optional<SplitPlan> typed = typedPlan();
        if (typed.isEmpty()) {
            return;
        }
        SplitPlan plan = typed.get();
        Activity activity = new Activity("Splitting", () -> {});
        begin(activity);
        background.run(
                () -> Split.of(open.loaded().dataset(), plan),
                split -> {
                    end(activity);
                    errors.close();
                    preferences.update(p -> p.withSplit(plan.testShare(), plan.validationShare(), plan.seed()));
                    workspace.open(new OpenData(open.loaded(), open.facts(), split));
                },
                error -> {
                    end(activity);
                    errors.say(sentence(error));
                });
    }

    /** Empty where something typed is wrong; the user has been told then. */
    private Optional<SplitPlan> typedPlan() {
        try {
            return Optional.of(new SplitPlan(
                    percent("test share", testPercent.get()),
                    percent("validation share", validationPercent.get()),
                    whole(seed.get())));
        } catch (IllegalArgumentException e) {
            errors.say(sentence(e));
            return Optional.empty();
        }
    }

    /** The share that a percentage means. */
    private static double percent(String name, String text) {
        double percent;
        try {
            percent = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            percent = Double.NaN;
        }
        if (!(percent >= 0 && percent <= 90)) {
            throw new IllegalArgumentException(
                    "The " + name + " must be a number from 0 to 90 percent, was \"" + text + "\".");
        }
        return percent / 100;
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the seed must be a whole number, was \"" + text + "\"", e);
        }
    }

    private static String sentence(Throwable error) {
        String message = String.valueOf(error.getMessage());
        String upper = message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }

    private void begin(Activity activity) {
        loading.set(true);
        workspace.activities().add(activity);
    }

    private void end(Activity activity) {
        loading.set(false);
        workspace.activities().remove(activity);
    }
}
