package io.github.factorscope.ui.data;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.data.reading.ReadingRequest;
import io.github.factorscope.data.reading.TooManyProblemsException;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.storage.BundledData;
import io.github.factorscope.storage.LayoutStore;
import io.github.factorscope.storage.Preferences;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.Workspace;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;

/** Opens data and splits it. */
public final class DataViewModel {
    private static final Texts TEXTS = Texts.of(DataViewModel.class);
    private static final double SUGGESTED_SHARE = 0.1;
    private static final SplitPlan USUAL = Preferences.FIRST.split();

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final PreferencesStore preferences;
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper lastOrder = new ReadOnlyStringWrapper(TEXTS.get("by-time"));
    private final SplitForm form;
    private final PreviewViewModel preview;
    private int working; // readings and splits
    private AtomicBoolean newestLoading = new AtomicBoolean(); // set where what is being read is not wanted any more
    private ReadingRequest opened; // null where nothing is open
    private Opened prepared; // what was opened last; null before

    /**
     * What was read.
     *
     * @param plan by which it was split
     * @param remark for the user, where this is not the plan that was typed
     */
    private record Opened(OpenData data, DataRows rows, SplitPlan plan, Optional<String> remark) {}

    public DataViewModel(
            Workspace workspace,
            Background background,
            ErrorPresenter errors,
            PreferencesStore preferences,
            LayoutStore corrections) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.preferences = preferences;
        preview = new PreviewViewModel(this::load, background, errors, corrections);
        form = new SplitForm(preferences.get().split());
        form.choiceProperty().addListener((observable, before, now) -> suggestDate());
        workspace.dataProperty().addListener((observable, before, now) -> {
            lastOrder.set(now.loaded().dataset().ratings().hasTimes() ? TEXTS.get("by-time") : TEXTS.get("at-random"));
            suggestDate();
        });
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

    /** How ratings are to be set apart. */
    public SplitForm form() {
        return form;
    }

    /** Percent of all ratings, as typed. */
    public StringProperty testPercentProperty() {
        return form.testPercentProperty();
    }

    public StringProperty seedProperty() {
        return form.seedProperty();
    }

    /** Which of a user's ratings are the last: by time, or at random where there is none. */
    public ReadOnlyStringProperty lastOrderProperty() {
        return lastOrder.getReadOnlyProperty();
    }

    /** Opens the data that comes with the application. */
    public void openDemo() {
        BundledData.demoFilms().ifPresentOrElse(this::open, () -> errors.say(TEXTS.get("no-demo-films")));
    }

    /** Opens a file, folder or zip. What was open stays until the new data is whole. */
    public void open(Path path) {
        load(ReadingRequest.of(path));
    }

    /** What is looked at before it is opened. */
    public PreviewViewModel preview() {
        return preview;
    }

    /** Lets somebody look at how the open data was read, and correct it. */
    public void lookAgain() {
        if (opened != null) {
            preview.lookAgain(opened, workspace.dataProperty().get().loaded().layout());
        }
    }

    /** Judges by a file of ratings from now on. */
    public void openTest(Path path) {
        if (opened == null) {
            errors.say(TEXTS.get("open-ratings-first"));
            return;
        }
        load(opened.withTest(Optional.of(path)));
    }

    private void load(ReadingRequest request) {
        Path path = request.path();
        if (isDateChosen() && isBlank(form.fromProperty())) {
            form.show(preferences.get().split()); // no date fitted what is open: that says nothing about other data
        }
        Optional<SplitPlan> typed = typedPlan();
        if (typed.isEmpty()) {
            return;
        }
        SplitPlan plan = typed.get();
        AtomicBoolean cancelled = new AtomicBoolean();
        newestLoading.set(true); // who opens something else does not wait for the first any more
        newestLoading = cancelled;
        Activity activity = new Activity(TEXTS.get("reading", path.getFileName()), () -> cancelled.set(true));
        begin(activity);
        background.run(
                () -> {
                    LoadedData loaded =
                            DatasetReader.read(request, LoadingLine.monitor(background, activity, cancelled));
                    Opened made = opened(loaded, plan);
                    Forecast.prepare(made.data().split());
                    return made;
                },
                result -> {
                    end(activity);
                    if (cancelled.get()) {
                        return;
                    }
                    errors.close();
                    opened = request;
                    result.remark().ifPresent(remark -> {
                        form.fromProperty().set("");
                        form.show(result.plan());
                        errors.say(remark);
                    });
                    prepared = result;
                    workspace.open(result.data());
                    background.onFxThread(() -> preferences.update( // in a turn of its own: it waits for the disk
                            p -> p.withRecent(path.toAbsolutePath().normalize().toString())
                                    .withSplit(result.plan())));
                },
                error -> {
                    end(activity);
                    if (error instanceof CancellationException || cancelled.get()) {
                        return;
                    }
                    errors.show(error);
                    if (error instanceof TooManyProblemsException) {
                        preview.ask(request);
                    }
                });
    }

    /** The wish for a date, say, that other data could fulfil must not keep this data from being opened. */
    private static Opened opened(LoadedData loaded, SplitPlan wanted) {
        RatingFacts facts = RatingFacts.of(loaded.dataset());
        DataRows rows = DataRows.of(loaded.dataset(), facts);
        try {
            Split split = Split.of(loaded.dataset(), wanted);
            return new Opened(new OpenData(loaded, facts, split), rows, wanted, Optional.empty());
        } catch (IllegalArgumentException e) {
            SplitPlan usual = new SplitPlan(USUAL.test(), USUAL.validationShare(), wanted.seed());
            OpenData data = new OpenData(loaded, facts, split(loaded.dataset(), usual));
            return new Opened(data, rows, usual, Optional.of(TEXTS.get("usual-split", sentence(e), usual.words())));
        }
    }

    /** The lines of the tables of open data. */
    DataRows rows(OpenData open) {
        return prepared != null && prepared.data().equals(open)
                ? prepared.rows()
                : DataRows.of(open.loaded().dataset(), open.facts());
    }

    private static Split split(Dataset dataset, SplitPlan plan) {
        try {
            return Split.of(dataset, plan);
        } catch (IllegalArgumentException e) {
            throw new UserException(sentence(e));
        }
    }

    /** Splits the open data anew by what is typed. */
    public void applySplit() {
        OpenData open = workspace.dataProperty().get();
        if (open == null || isDateRefused(open)) {
            return;
        }
        Optional<SplitPlan> typed = typedPlan();
        if (typed.isEmpty()) {
            return;
        }
        SplitPlan plan = typed.get();
        Activity activity = new Activity(TEXTS.get("splitting"), () -> {});
        begin(activity);
        background.run(
                () -> {
                    Split made = split(open.loaded().dataset(), plan);
                    Forecast.prepare(made);
                    return made;
                },
                split -> {
                    end(activity);
                    OpenData now = workspace.dataProperty().get();
                    if (now == null || !now.loaded().equals(open.loaded())) {
                        return; // other data was opened meanwhile
                    }
                    errors.close();
                    preferences.update(p -> p.withSplit(plan));
                    if (open.loaded().dataset().hasGivenTest()) {
                        errors.say(TEXTS.get("test-file-stays"));
                    }
                    workspace.open(new OpenData(open.loaded(), open.facts(), split));
                },
                error -> {
                    end(activity);
                    errors.show(error);
                });
    }

    /** Fills in a day for whoever chooses a date and has not typed any. */
    private void suggestDate() {
        OpenData open = workspace.dataProperty().get();
        if (open == null || isDateRefused(open) || !isDateChosen() || !isBlank(form.fromProperty())) {
            return;
        }
        background.run(
                () -> TestChoice.FromDate.leaving(open.loaded().dataset().ratings(), SUGGESTED_SHARE),
                found -> {
                    if (isBlank(form.fromProperty())) {
                        found.ifPresent(day -> form.fromProperty().set(day.date()));
                    }
                },
                errors::show);
    }

    private boolean isDateChosen() {
        return form.choiceProperty().get() == SplitForm.Choice.FROM;
    }

    /** A date is chosen and the data has no times; the user has been told then. */
    private boolean isDateRefused(OpenData open) {
        try {
            if (isDateChosen()) {
                TestChoice.FromDate.requireTimes(open.loaded().dataset());
            }
            return false;
        } catch (IllegalArgumentException e) {
            errors.say(sentence(e));
            return true;
        }
    }

    private static boolean isBlank(StringProperty text) {
        return text.get() == null || text.get().isBlank();
    }

    /** Empty where something typed is wrong; the user has been told then. */
    private Optional<SplitPlan> typedPlan() {
        try {
            return Optional.of(form.plan());
        } catch (IllegalArgumentException e) {
            errors.say(sentence(e));
            return Optional.empty();
        }
    }

    private static String sentence(Throwable error) {
        String message = String.valueOf(error.getMessage());
        String upper = message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }

    private void begin(Activity activity) {
        working++;
        loading.set(true);
        workspace.activities().add(activity);
    }

    private void end(Activity activity) {
        working--;
        loading.set(working > 0);
        workspace.activities().remove(activity);
    }
}
