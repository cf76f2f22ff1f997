package io.github.factorscope.ui.tour;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.explore.Answer;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;

/** Animated pictures of a window of its own: a training, and what follows when a rating is changed. */
final class AnimatedTour {
    private static final String TRAINED = "svd";
    private static final String EXPLAINED = "cor-ngbr";
    private static final int WINDOW_WIDTH = 1120;
    private static final int WINDOW_HEIGHT = 760;
    private static final double SCALE = 960.0 / WINDOW_WIDTH;
    private static final int MOST_FRAMES = 40;
    private static final float[] STARS = {4, 3, 2, 1};
    private static final Duration EPOCH = Duration.ofMillis(150);
    private static final Duration STEP = Duration.ofMillis(600);
    private static final Duration LOOK = Duration.ofMillis(1800);
    private static final Duration END = Duration.ofSeconds(3);

    private final OpenData data;
    private final Pictures pictures;
    private MainWindow window;

    AnimatedTour(OpenData data, Pictures pictures) {
        this.data = data;
        this.pictures = pictures;
    }

    void run() throws IOException {
        Path home = Files.createTempDirectory("factorscope");
        Stage stage = Headless.call(() -> {
            window = new MainWindow(
                    new FxBackground(),
                    home.resolve("preferences.json"),
                    home.resolve("runs"),
                    WINDOW_WIDTH,
                    WINDOW_HEIGHT);
            Stage shown = new Stage();
            shown.setScene(window.scene());
            shown.show();
            window.workspace().open(data);
            return shown;
        });
        pictures.write("training", training());
        pictures.write("what-if", whatIf());
        Headless.run(stage::close);
        window.library().finishSaving();
        AtomicFiles.deleteTree(home);
    }

    /** Large vectors and small steps: epochs that take long enough to be seen. */
    private static Settings slow(ModelFamily family) {
        return family.defaults()
                .with("factors", "400")
                .with("epochs", String.valueOf(MOST_FRAMES))
                .with("learningRate", "0.015");
    }

    private Animation training() {
        Animation animation = new Animation();
        ModelFamily family = ModelCatalogue.find(TRAINED);
        Headless.run(() -> {
            window.show(Screen.TRAIN);
            window.train().choose(family, slow(family));
        });
        animation.add(atRest(), LOOK);
        Headless.run(window.train()::train);
        while (!Headless.call(this::isOverNow) && animation.size() < MOST_FRAMES) {
            int drawn = Headless.call(() -> window.train().history().size());
            animation.add(Headless.call(() -> Pictures.snapshot(window.scene(), SCALE)), EPOCH);
            Headless.await("an epoch", () -> window.train().history().size() > drawn || isOverNow());
        }
        Headless.run(window.train()::stop); // large data would go on for minutes
        Headless.await("the end of the training", this::isOverNow);
        animation.add(atRest(), END);
        return animation;
    }

    private boolean isOverNow() {
        return window.train().watchedProperty().get().isOver();
    }

    private Animation whatIf() {
        Animation animation = new Animation();
        Run run = trained(ModelCatalogue.find(EXPLAINED));
        int user = ExploreTour.tellingUser(run);
        Headless.run(() -> {
            window.show(Screen.EXPLORE);
            window.explore().choose(user);
        });
        Headless.await("the explanation", this::isExplained);
        animation.add(atRest(), LOOK);
        RecommendationLine second =
                Headless.call(() -> window.explore().recommendations().lines().get(1));
        Headless.run(() -> window.explore().itemProperty().set(second.item()));
        Headless.await("the explanation of the item", this::isExplained);
        animation.add(atRest(), LOOK);
        int reason = ExploreTour.strongestReason(window);
        for (float stars : STARS) {
            Headless.run(() -> window.explore().ratings().rate(reason, stars));
            Headless.await("the changed ratings", () -> ExploreTour.showsChangedRatings(window));
            animation.add(atRest(), stars == STARS[STARS.length - 1] ? END : STEP);
        }
        Headless.run(window.explore().whatIf()::reset);
        Headless.await("the ratings as they were", this::isExplained);
        animation.add(atRest(), LOOK);
        return animation;
    }

    private Run trained(ModelFamily family) {
        Headless.run(() -> {
            window.train().familyProperty().set(family);
            window.train().train();
        });
        Headless.await("the model to explain", this::isOverNow);
        return Headless.call(() -> {
            RunEntry entry = window.train().watchedProperty().get().entry().orElseThrow();
            window.workspace().selectedRunProperty().set(entry);
            return entry.run();
        });
    }

    /** Whether the explanation on the screen is that of the item, person and ratings on the screen. */
    private boolean isExplained() {
        Answer answer = window.explore().answerProperty().get();
        Explanation explanation = window.explore().explanationProperty().get();
        Integer item = window.explore().itemProperty().get();
        return answer != null
                && item != null
                && answer.person().equals(window.explore().personProperty().get())
                && explanation != null
                && explanation.equals(answer.now().explain(item));
    }

    private BufferedImage atRest() {
        return Pictures.snapshotAtRest(window.scene(), SCALE);
    }
}
