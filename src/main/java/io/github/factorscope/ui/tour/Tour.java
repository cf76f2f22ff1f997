package io.github.factorscope.ui.tour;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.BundledData;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Language;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.sweep.SweepViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/**
 * Uses the window as a person would, without a display: opens data, trains every model, compares, explains, and takes a
 * picture of each screen.
 */
public final class Tour {
    private static final String REPEATED = "svd";
    private static final int MOST_TO_JUDGE = 200_000; // ratings: judging the lists of all models takes minutes beyond

    /**
     * What a tour does.
     *
     * @param data to open; the demo films where it is null
     * @param pictures folder for the pictures
     * @param allLooks once more in every size and look, each in a folder of its own
     * @param language of the window
     */
    public record Plan(
            Path data, Path pictures, int width, int height, double scale, boolean allLooks, Language language) {
        public Plan {
            if (width < MainWindow.LEAST_WIDTH || height < MainWindow.LEAST_HEIGHT || width > 1920 || height > 1200) {
                throw new UserException("The size must lie in " + MainWindow.LEAST_WIDTH + "x" + MainWindow.LEAST_HEIGHT
                        + " to 1920x1200, was " + width + "x" + height + ".");
            }
        }
    }

    /** What a tour found. */
    public record Result(List<Run> runs, Run explained, Explanation explanation, List<Path> pictures) {}

    private final Plan plan;
    private final Consumer<String> progress;
    private MainWindow window;
    private Pictures pictures;

    private Tour(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Starts the toolkit, so only once in a process. */
    public static Result run(Plan plan, Consumer<String> progress) throws IOException {
        Headless.start();
        try {
            Texts.use(plan.language().locale(Locale.ENGLISH));
            return new Tour(plan, progress).run();
        } finally {
            Texts.use(Locale.ENGLISH); // the command line speaks English again
            Platform.exit();
        }
    }

    private Result run() throws IOException {
        Files.createDirectories(plan.pictures());
        Path home = Files.createTempDirectory("factorscope"); // the user's own settings and runs stay as they are
        Stage stage = Headless.call(() -> {
            window = new MainWindow(
                    new FxBackground(),
                    home.resolve("preferences.json"),
                    home.resolve("runs"),
                    plan.width(),
                    plan.height());
            Stage shown = new Stage();
            shown.setScene(window.scene());
            shown.show();
            return shown;
        });
        pictures = new Pictures(window.scene(), plan.pictures(), plan.scale());
        openData();
        pictures.take("data");
        new DataTour(window, pictures, home).look("");
        List<Run> runs = new ArrayList<>();
        TrainingData data = Headless.call(
                () -> window.workspace().dataProperty().get().split().trainingData());
        for (ModelFamily family : ModelCatalogue.all()) {
            if (family.objection(data).isEmpty()) {
                runs.add(train(family));
            }
        }
        Headless.run(() -> window.show(Screen.TRAIN));
        pictures.take("train");
        sweep();
        trainWithAnotherSeed();
        compare();
        progress.accept("Explaining a recommendation");
        ExploreTour explore = new ExploreTour(window, pictures);
        Explanation explanation = explore.explanations();
        explore.otherRatings("");
        progress.accept("Learning step by step");
        LearnTour learn = new LearnTour(window, pictures);
        learn.look("");
        takeDarkPictures();
        new DataTour(window, pictures, home).look("-dark");
        explore.otherRatings("-dark");
        learn.look("-dark");
        List<Path> files = new ArrayList<>(pictures.files());
        if (plan.allLooks()) {
            progress.accept("Looking at every size and look");
            files.addAll(new LooksTour(stage, window, plan.pictures(), home, plan.scale()).look());
        }
        Run explained = Headless.call(() -> window.explore().run());
        progress.accept("Making animated pictures");
        Pictures animated = new Pictures(window.scene(), plan.pictures(), plan.scale());
        new AnimatedTour(Headless.call(() -> window.workspace().dataProperty().get()), animated).run();
        files.addAll(animated.files());
        if (plan.data() == null) { // lessons speak of the demo films
            progress.accept("Taking a lesson");
            Pictures ofLessons = new Pictures(window.scene(), plan.pictures(), plan.scale());
            LessonTour lesson = new LessonTour(window, ofLessons);
            Headless.run(() -> window.setDark(false));
            lesson.look("");
            Headless.run(() -> window.setDark(true));
            lesson.look("-dark");
            files.addAll(ofLessons.files());
        }
        Headless.run(stage::close);
        window.library().finishSaving();
        AtomicFiles.deleteTree(home);
        return new Result(runs, explained, explanation, files);
    }

    private void openData() {
        progress.accept("Opening " + (plan.data() == null ? "the demo films" : plan.data()));
        Path path = plan.data() != null
                ? plan.data()
                : BundledData.demoFilms()
                        .orElseThrow(() -> new UserException(
                                "datasets/demo-films is missing beside the application. Clone the project again."));
        Headless.run(() -> window.data().open(path));
        Headless.await("the data", () -> !window.data().loadingProperty().get());
        String message = Headless.call(() -> window.errors().messageProperty().get());
        if (!message.isEmpty()) {
            throw new UserException(message);
        }
    }

    private Run train(ModelFamily family) {
        progress.accept("Training " + family.title());
        Headless.run(() -> {
            window.show(Screen.TRAIN);
            window.train().familyProperty().set(family);
            window.train().train();
        });
        Headless.await("training", () -> window.train().watchedProperty().get().isOver());
        return Headless.call(() -> window.train().watchedProperty().get().run().orElseThrow());
    }

    private void sweep() throws IOException {
        progress.accept("Sweeping over factors");
        Headless.run(() -> {
            window.show(Screen.SWEEP);
            window.sweep().form().presetProperty().set("quick");
            window.sweep().form().first().textProperty().set("5,10,20,40");
            window.sweep().start();
        });
        Headless.await("the sweep", () -> window.sweep().stateProperty().get() == SweepViewModel.State.IDLE);
        pictures.take("sweep");
    }

    /** So that there is something to see of what the seed does. */
    private void trainWithAnotherSeed() {
        String before = Headless.call(() -> window.train().seedProperty().get());
        Headless.run(() -> window.train().seedProperty().set("2"));
        train(ModelCatalogue.find(REPEATED));
        Headless.run(() -> window.train().seedProperty().set(before));
    }

    private void compare() throws IOException {
        progress.accept("Comparing");
        Headless.run(() -> window.show(Screen.COMPARE));
        Headless.await(
                "the comparison",
                () -> window.compare().firstVerdict().isPresent()
                        || window.compare().runs().get(0).run().test().isEmpty());
        pictures.take("compare");
        takePane("intervals");
        takePane("accuracy-and-time");
        takePane("where-they-err");
        int ratings = Headless.call(() -> window.workspace()
                .dataProperty()
                .get()
                .loaded()
                .dataset()
                .ratings()
                .size());
        if (ratings <= MOST_TO_JUDGE) {
            progress.accept("Judging lists");
            Headless.run(() -> window.compare().judgeTicked());
            Headless.await("the lists", () -> window.compare().rowsProperty().get().stream()
                    .allMatch(row -> row.topK().isPresent()));
            takePane("ranking");
            showPane("top-k");
            Headless.run(() -> {
                TableView<?> cases = (TableView<?>) window.scene().lookup("#topKCases");
                cases.getSelectionModel().select(0);
            });
            Headless.await("what outranked a film", () -> !((TableView<?>)
                            window.scene().lookup("#topKAbove"))
                    .getItems()
                    .isEmpty());
            pictures.take("compare-top-k");
        }
        showPane("two-runs");
        Headless.await(
                "two runs",
                () -> window.scene().lookup("#verdictOnTwo") instanceof Label verdict
                        && verdict.getText().contains("±"));
        pictures.take("compare-two-runs");
        showPane("curves");
    }

    private void takePane(String id) throws IOException {
        showPane(id);
        pictures.take("compare-" + id);
    }

    private void showPane(String id) {
        Headless.run(() -> ((ToggleButton) window.scene().lookup("#pane-" + id)).fire());
    }

    private void takeDarkPictures() throws IOException {
        Headless.run(() -> window.setDark(true));
        for (Screen screen : Screen.values()) {
            Headless.run(() -> window.show(screen));
            pictures.take(screen.name().toLowerCase(Locale.ROOT) + "-dark");
        }
    }
}
