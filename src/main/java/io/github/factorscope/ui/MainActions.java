package io.github.factorscope.ui;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.text.Language;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Action;
import io.github.factorscope.ui.action.Actions;
import io.github.factorscope.ui.action.KeySheet;
import io.github.factorscope.ui.action.Kind;
import io.github.factorscope.ui.action.Overlay;
import io.github.factorscope.ui.action.Palette;
import io.github.factorscope.ui.action.PaletteViewModel;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.compare.CompareController.PaneChoice;
import io.github.factorscope.ui.compare.RunActions;
import io.github.factorscope.ui.data.DataFiles;
import io.github.factorscope.ui.learn.LearnViewModel;
import io.github.factorscope.ui.learn.Shown;
import io.github.factorscope.ui.lesson.LessonsViewModel;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.PresetShelf;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What the window can do, as one list. Another action is one line here. */
final class MainActions {
    private static final Texts TEXTS = Texts.of(MainActions.class);

    private final MainWindow window;
    private final Theme theme;
    private final Overlay overlay;
    private final PresetShelf shelf;
    private final ObservableValue<Screen> shown;
    private final Actions actions = new Actions();

    MainActions(MainWindow window, Theme theme, Overlay overlay, PresetShelf shelf, ObservableValue<Screen> shown) {
        this.window = window;
        this.theme = theme;
        this.overlay = overlay;
        this.shelf = shelf;
        this.shown = shown;
    }

    /**
     * All of them, with those that come and go.
     *
     * @param panes of the screen that compares, asked for once there is something to compare
     */
    Actions all(Background background, ExploreLink link, Supplier<List<PaneChoice>> panes) {
        addScreens();
        addData();
        addTraining();
        actions.addChanging(() -> window.workspace().runs().isEmpty()
                ? List.of()
                : panes.get().stream().map(this::show).toList());
        addExploring();
        addLearning();
        addLessons();
        addView();
        PaletteViewModel model = new PaletteViewModel(
                actions, new PeopleAndItems(window.workspace(), new Moving(link)), background, window.errors()::show);
        Palette palette = new Palette(model, overlay);
        KeySheet keys = new KeySheet(actions, overlay);
        AboutSheet about = new AboutSheet(overlay);
        add("palette", Kind.VIEW, palette::toggle, KeyCode.K, SHORTCUT_DOWN);
        add("keys", Kind.VIEW, keys::toggle, KeyCode.F1);
        add("about", Kind.VIEW, about::show);
        return actions;
    }

    private Action show(PaneChoice pane) {
        return Action.of("pane-" + pane.id(), Kind.COMPARING, pane.title(), () -> in(Screen.COMPARE, pane.show()));
    }

    private void addScreens() {
        for (Screen screen : Screen.values()) {
            actions.add(Action.of(
                            "screen-" + screen.name().toLowerCase(Locale.ROOT),
                            Kind.SCREENS,
                            screen.title(),
                            () -> window.show(screen))
                    .withKeys(KeyCode.valueOf("DIGIT" + screen.number()), SHORTCUT_DOWN));
        }
    }

    private void addData() {
        add(
                "open-file",
                Kind.DATA,
                () -> DataFiles.askForFile(stage()).ifPresent(window::open),
                KeyCode.O,
                SHORTCUT_DOWN);
        add("open-folder", Kind.DATA, () -> DataFiles.askForFolder(stage()).ifPresent(window::open));
        add("open-demo", Kind.DATA, () -> in(Screen.DATA, window.data()::openDemo));
        add("get-movielens", Kind.DATA, () -> in(Screen.DATA, window.fetch()::show));
        actions.add(action("look-again", Kind.DATA, () -> in(Screen.DATA, window.data()::lookAgain))
                .when(() -> window.workspace().dataProperty().get() != null));
    }

    private void addTraining() {
        TrainViewModel train = window.train();
        BooleanSupplier hasData = () -> !train.noData().get();
        actions.add(action("train", Kind.TRAINING, () -> in(Screen.TRAIN, train::train))
                .withKeys(KeyCode.T, SHORTCUT_DOWN)
                .when(hasData));
        actions.add(action("train-step", Kind.TRAINING, () -> in(Screen.TRAIN, train::step))
                .when(hasData));
        actions.add(action("train-pause", Kind.TRAINING, () -> in(Screen.TRAIN, train::pauseOrResume))
                .when(() -> isWatched(State.RUNNING) || isWatched(State.PAUSED)));
        actions.add(action("train-stop", Kind.TRAINING, () -> in(Screen.TRAIN, train::stop))
                .when(() -> isWatched(State.RUNNING) || isWatched(State.PAUSED) || isWatched(State.WAITING)));
        for (ModelFamily family : train.families()) {
            actions.add(Action.of(
                            "model-" + family.id(),
                            Kind.MODELS,
                            family.title(),
                            () -> in(Screen.TRAIN, () -> train.familyProperty().set(family)))
                    .withDetail(TEXTS.get("action-choose-model")));
        }
        actions.addChanging(() -> presets(train));
    }

    private boolean isWatched(State state) {
        return window.train().stateProperty().getValue() == state;
    }

    private List<Action> presets(TrainViewModel train) {
        return shelf.of(train.familyProperty().get()).stream()
                .map(preset -> preset(train, preset))
                .toList();
    }

    private Action preset(TrainViewModel train, Preset preset) {
        return Action.of(
                        "preset-" + preset.name(),
                        Kind.PRESETS,
                        preset.name(),
                        () -> in(Screen.TRAIN, () -> train.choosePreset(preset)))
                .withDetail(preset.about());
    }

    private void addExploring() {
        add(
                "open-run",
                Kind.RUNS,
                () -> new RunActions(window.library()).openFolder(window.scene().getRoot()),
                KeyCode.O,
                SHORTCUT_DOWN,
                SHIFT_DOWN);
        actions.addChanging(
                () -> window.workspace().runs().stream().map(this::select).toList());
        BooleanSupplier hasRun = () -> window.workspace().selectedRunProperty().get() != null;
        actions.add(action(
                        "random-user",
                        Kind.EXPLORING,
                        () -> in(Screen.EXPLORE, window.explore().people()::chooseRandomUser))
                .when(hasRun));
        actions.add(action(
                        "new-person",
                        Kind.EXPLORING,
                        () -> in(Screen.EXPLORE, window.explore().people()::chooseNewPerson))
                .when(hasRun));
    }

    private Action select(RunEntry run) {
        return Action.of("run-" + run.number(), Kind.RUNS, run.nameWithData(), () -> {
                    window.workspace().selectedRunProperty().set(run);
                    if (shown.getValue() != Screen.EXPLORE && shown.getValue() != Screen.MAP) {
                        window.show(Screen.EXPLORE);
                    }
                })
                .withDetail(TEXTS.get("action-select-run"));
    }

    private void addLearning() {
        LearnViewModel learn = window.learn();
        add(
                "learn-toy",
                Kind.LEARNING,
                () -> in(Screen.LEARN, () -> learn.toyProperty().set(true)));
        actions.add(action("learn-data", Kind.LEARNING, () -> in(Screen.LEARN, learn::useData))
                .when(learn::hasData));
        addOfLearning("learn-step", Shown::canStep, () -> learn.step(1));
        addOfLearning("learn-epoch", Shown::hasSteps, learn::epoch);
        addOfLearning("learn-reset", Shown::hasSteps, learn::reset);
        addOfLearning("learn-diverge", now -> now.ground().isToy() && now.isDescent() && now.canStep(), learn::diverge);
    }

    private void addOfLearning(String id, Predicate<Shown> possible, Runnable work) {
        actions.add(action(id, Kind.LEARNING, () -> in(Screen.LEARN, work)).when(() -> {
            Shown now = window.learn().shownProperty().get();
            return now != null && possible.test(now);
        }));
    }

    private void addLessons() {
        LessonsViewModel lessons = window.lessons();
        BooleanSupplier taken = () -> lessons.lessonProperty().get() != null;
        add("lessons", Kind.LESSONS, window::toggleLessons);
        actions.add(action("lesson-next", Kind.LESSONS, lessons::next)
                .withKeys(KeyCode.RIGHT, ALT_DOWN)
                .when(taken));
        actions.add(action("lesson-back", Kind.LESSONS, lessons::back)
                .withKeys(KeyCode.LEFT, ALT_DOWN)
                .when(taken));
        actions.add(action("lesson-do-it", Kind.LESSONS, lessons::doIt)
                .withKeys(KeyCode.ENTER, ALT_DOWN)
                .when(taken));
        actions.add(action("lesson-end", Kind.LESSONS, lessons::end).when(taken));
    }

    private void addView() {
        add("theme-light", Kind.VIEW, () -> theme.setDark(false));
        add("theme-dark", Kind.VIEW, () -> theme.setDark(true));
        add(
                "projector",
                Kind.VIEW,
                () -> theme.setProjector(!theme.projectorProperty().get()),
                KeyCode.F9);
        add("full-screen", Kind.VIEW, () -> stage().setFullScreen(!stage().isFullScreen()), KeyCode.F11);
        for (Language language : Language.values()) {
            actions.add(Action.of(
                    "language-" + language.code(),
                    Kind.VIEW,
                    TEXTS.get("action-language", language.title()),
                    () -> speak(language)));
        }
    }

    private void speak(Language language) {
        window.preferences().update(p -> p.withLook(look -> look.withLanguage(language.code())));
        if (!Texts.locale().getLanguage().equals(language.code())) {
            window.errors().tell(TEXTS.get("language-at-next-start", language.title()));
        }
    }

    private void add(String id, Kind kind, Runnable work) {
        actions.add(action(id, kind, work));
    }

    private void add(String id, Kind kind, Runnable work, KeyCode key, KeyCombination.Modifier... modifiers) {
        actions.add(action(id, kind, work).withKeys(key, modifiers));
    }

    private static Action action(String id, Kind kind, Runnable work) {
        return Action.of(id, kind, TEXTS.get("action-" + id), work);
    }

    private void in(Screen screen, Runnable work) {
        window.show(screen);
        work.run();
    }

    private Stage stage() {
        Window owner = window.scene().getWindow();
        return (Stage) owner;
    }

    /** Goes to Explore with somebody, or to the explanation of an item. */
    private final class Moving implements PeopleAndItems.Look {
        private final ExploreLink link;

        Moving(ExploreLink link) {
            this.link = link;
        }

        @Override
        public void at(Run run, int user) {
            window.show(Screen.EXPLORE);
            if (run.equals(window.explore().run())) {
                window.explore().choose(user);
            }
        }

        @Override
        public void into(Run run, int item) {
            RunEntry selected = window.workspace().selectedRunProperty().get();
            if (selected != null && run.equals(selected.run())) {
                link.explain(item, () -> window.show(Screen.EXPLORE));
            }
        }
    }
}
