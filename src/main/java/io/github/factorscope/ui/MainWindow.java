package io.github.factorscope.ui;

import io.github.factorscope.download.DownloadOptions;
import io.github.factorscope.storage.CheckpointKeeper;
import io.github.factorscope.storage.LayoutStore;
import io.github.factorscope.storage.Preferences;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Actions;
import io.github.factorscope.ui.action.Overlay;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.FileDrop;
import io.github.factorscope.ui.common.LayoutMemory;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.Views;
import io.github.factorscope.ui.compare.CompareController;
import io.github.factorscope.ui.compare.CompareViewModel;
import io.github.factorscope.ui.data.DataController;
import io.github.factorscope.ui.data.DataViewModel;
import io.github.factorscope.ui.data.FetchViewModel;
import io.github.factorscope.ui.explore.ExploreController;
import io.github.factorscope.ui.explore.ExploreViewModel;
import io.github.factorscope.ui.learn.LearnController;
import io.github.factorscope.ui.learn.LearnViewModel;
import io.github.factorscope.ui.lesson.LessonRooms;
import io.github.factorscope.ui.lesson.Lessons;
import io.github.factorscope.ui.lesson.LessonsViewModel;
import io.github.factorscope.ui.map.MapController;
import io.github.factorscope.ui.map.MapViewModel;
import io.github.factorscope.ui.sweep.SweepController;
import io.github.factorscope.ui.sweep.SweepViewModel;
import io.github.factorscope.ui.train.InterruptedViewModel;
import io.github.factorscope.ui.train.TrainController;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.workspace.PresetShelf;
import io.github.factorscope.ui.workspace.RunLibraryModel;
import io.github.factorscope.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** Wires the screens together, by hand. */
public final class MainWindow {
    /** The least size that everything fits into, in pixels. */
    public static final int LEAST_WIDTH = 1024;

    public static final int LEAST_HEIGHT = 700;

    private final Workspace workspace = new Workspace();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final PreferencesStore preferences;
    private final Theme theme;
    private final RunLibraryModel library;
    private final DataViewModel data;
    private final FetchViewModel fetch;
    private final TrainViewModel train;
    private final InterruptedViewModel interrupted;
    private final SweepViewModel sweep;
    private final CompareViewModel compare;
    private final ExploreViewModel explore;
    private final MapViewModel map;
    private final LearnViewModel learn;
    private final LessonsViewModel lessons;
    private final ScreenViews screens;
    private final MainController controller;
    private final Overlay overlay = new Overlay();
    private final Scene scene;

    /**
     * Builds the window's content; on the FX thread.
     *
     * @param preferencesFile where settings are remembered; saved presets and profiles lie beside it
     * @param libraryFolder where runs are kept
     */
    public MainWindow(Background background, Path preferencesFile, Path libraryFolder, double width, double height) {
        preferences = new PreferencesStore(preferencesFile);
        theme = new Theme(preferences);
        RunLibrary runLibrary = new RunLibrary(libraryFolder);
        library = new RunLibraryModel(workspace, runLibrary, background, errors, preferences);
        data = new DataViewModel(
                workspace,
                background,
                errors,
                preferences,
                new LayoutStore(preferencesFile.resolveSibling("layouts.json"), errors::say));
        fetch = new FetchViewModel(
                workspace,
                background,
                errors,
                preferencesFile.resolveSibling("downloads.json"),
                data::open,
                DownloadOptions.USUAL);
        train = new TrainViewModel(
                workspace, background, errors, Runtime.getRuntime().availableProcessors());
        train.keepIn(runLibrary, CheckpointKeeper.USUAL_TIME, library.automaticallyProperty()::get);
        interrupted = new InterruptedViewModel(runLibrary, background, errors, train);
        PresetShelf shelf = new PresetShelf(preferencesFile.resolveSibling("presets.json"), errors);
        sweep = new SweepViewModel(
                workspace,
                background,
                errors,
                train,
                shelf,
                Runtime.getRuntime().availableProcessors());
        compare = new CompareViewModel(workspace, background, errors);
        explore = new ExploreViewModel(workspace, background, errors);
        ExploreLink link = new ExploreLink(explore);
        map = new MapViewModel(
                workspace,
                background,
                errors,
                link.personProperty(),
                item -> link.explain(item, () -> show(Screen.EXPLORE)));
        learn = new LearnViewModel(workspace, background, errors);
        explore.people().profiles().keepIn(preferencesFile.resolveSibling("profiles.json"));
        CompareController comparing = new CompareController(compare, library, preferences, () -> show(Screen.TRAIN));
        Map<Screen, Object> controllers = new EnumMap<>(Screen.class);
        controllers.put(Screen.DATA, new DataController(data, fetch));
        controllers.put(Screen.TRAIN, new TrainController(train, shelf));
        controllers.put(Screen.SWEEP, new SweepController(sweep, () -> show(Screen.TRAIN)));
        controllers.put(Screen.COMPARE, comparing);
        controllers.put(Screen.EXPLORE, new ExploreController(explore, () -> show(Screen.TRAIN)));
        controllers.put(Screen.MAP, new MapController(map, () -> show(Screen.EXPLORE)));
        controllers.put(Screen.LEARN, new LearnController(learn));
        screens = new ScreenViews(controllers, new LayoutMemory(preferences)::attach);
        controller = new MainController(workspace, errors, theme, interrupted, screens);
        controller.shownProperty().addListener((observable, before, now) -> {
            if (now == Screen.SWEEP) {
                sweep.refreshForm();
            }
        });
        compare.activeProperty()
                .bind(controller
                        .shownProperty()
                        .isEqualTo(Screen.COMPARE)
                        .and(controller.settledProperty().isEqualTo(Screen.COMPARE))); // resampling takes all cores
        explore.activeProperty()
                .bind(controller
                        .shownProperty()
                        .isEqualTo(Screen.EXPLORE)
                        .or(controller.shownProperty().isEqualTo(Screen.MAP))); // which marks the person
        controller
                .shownProperty()
                .addListener((observable, before, now) -> workspace.setLooking(now.isOfSelectedRun()));
        map.activeProperty().bind(controller.shownProperty().isEqualTo(Screen.MAP));
        learn.activeProperty().bind(controller.shownProperty().isEqualTo(Screen.LEARN));
        scene = new Scene(new StackPane(Views.load(controller), overlay.node()), width, height);
        lessons = Lessons.over(
                new LessonRooms(workspace, data, train, compare, explore, map, learn),
                new WindowScreens(controller),
                background,
                errors,
                preferencesFile.toAbsolutePath().getParent());
        controller.dock(lessons);
        theme.dress(scene);
        FileDrop.install(scene, this::open);
        Actions actions = new MainActions(this, theme, overlay, shelf, controller.shownProperty())
                .all(background, link, () -> {
                    screens.of(Screen.COMPARE);
                    return comparing.paneChoices();
                });
        actions.install(scene, overlay::hide);
        background.run(
                () -> {
                    Preferences.prepareSaving();
                    return true;
                },
                done -> {},
                errors::show);
        controller.offer(actions, Texts.locale().getLanguage());
        screens.makeOthers();
    }

    /** Opens data or a run, by its folder or a file in it, and shows it. */
    void open(Path path) {
        Optional<Path> run = RunLibrary.runOf(path);
        if (run.isPresent()) {
            show(Screen.COMPARE);
            library.openFolder(run.get());
        } else {
            show(Screen.DATA);
            data.preview().open(path);
        }
    }

    public Scene scene() {
        return scene;
    }

    public Workspace workspace() {
        return workspace;
    }

    public ErrorPresenter errors() {
        return errors;
    }

    public PreferencesStore preferences() {
        return preferences;
    }

    public RunLibraryModel library() {
        return library;
    }

    public DataViewModel data() {
        return data;
    }

    public FetchViewModel fetch() {
        return fetch;
    }

    public TrainViewModel train() {
        return train;
    }

    public InterruptedViewModel interrupted() {
        return interrupted;
    }

    public SweepViewModel sweep() {
        return sweep;
    }

    public CompareViewModel compare() {
        return compare;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    public MapViewModel map() {
        return map;
    }

    public LearnViewModel learn() {
        return learn;
    }

    ScreenViews screens() {
        return screens;
    }

    /** Shows the list of lessons, or goes back to the screen. */
    void toggleLessons() {
        controller.toggleLessons();
    }

    public LessonsViewModel lessons() {
        return lessons;
    }

    public void show(Screen screen) {
        controller.show(screen);
    }

    public void setDark(boolean dark) {
        theme.setDark(dark);
    }

    /** Larger type and more contrast, or as usual. */
    public void setProjector(boolean projector) {
        theme.setProjector(projector);
    }

    /** Closes what lies over the screens. */
    public void closeOverlay() {
        overlay.hide();
    }
}
