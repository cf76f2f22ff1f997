package io.github.factorscope.ui.tour;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.common.FxBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Measures whether the window stays responsive while it trains. No display needed. */
public final class WindowBench {
    private static final int EPOCHS_BEFORE_STOP = 5;
    private static final int STOPS = 5;

    private WindowBench() {}

    /**
     * How long the FX thread kept others waiting during one training, in milliseconds.
     *
     * @param name of what was trained
     */
    public record Waits(String name, double median, double percentile99, double longest) {}

    /**
     * What was measured.
     *
     * @param stopMillis from pressing Stop until the window is ready for the next training: run judged and listed
     */
    public record Result(List<Waits> waits, List<Double> stopMillis) {}

    /** Starts the toolkit, so only once in a process. */
    public static Result run(Path data, Consumer<String> progress) throws IOException {
        Headless.start();
        Path folder = Files.createTempDirectory("factorscope");
        try {
            MainWindow window = open(folder);
            Headless.run(() -> window.data().open(data));
            Headless.await("the data", () -> !window.data().loadingProperty().get());
            String message =
                    Headless.call(() -> window.errors().messageProperty().get());
            if (!message.isEmpty()) {
                throw new UserException(message);
            }
            Headless.run(() -> window.show(Screen.TRAIN));
            Headless.await("the first layout", new Settled());
            List<Waits> waits = new ArrayList<>();
            for (String id : List.of("svd", "svd", "cor-ngbr")) {
                progress.accept("Training " + id + " in the window");
                waits.add(train(window, id));
            }
            waits.add(switchScreens(window, "svd, screens shown for the first time"));
            waits.add(switchScreens(window, "svd, screens shown again"));
            List<Double> stops = new ArrayList<>();
            for (int k = 0; k < STOPS; k++) {
                stops.add(stop(window));
            }
            window.library().finishSaving();
            return new Result(waits, stops);
        } finally {
            Platform.exit();
            AtomicFiles.deleteTree(folder);
        }
    }

    /** A window with settings and a library of its own. */
    static MainWindow open(Path folder) {
        return Headless.call(() -> {
            MainWindow made = new MainWindow(
                    new FxBackground(), folder.resolve("preferences.json"), folder.resolve("runs"), 1440, 900);
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.show();
            return made;
        });
    }

    /** Holds once the FX thread was asked a few dozen times, each a pulse apart: what is shown has been laid out. */
    static final class Settled implements BooleanSupplier {
        private int asked;

        @Override
        public boolean getAsBoolean() {
            return ++asked > 20;
        }
    }

    private static Waits train(MainWindow window, String id) {
        Headless.run(() -> window.train().familyProperty().set(ModelCatalogue.find(id)));
        Headless.await("the form", new Settled());
        FxWatch watch = FxWatch.start();
        start(window, id);
        Headless.await("training", () -> isOver(window));
        watch.close();
        return new Waits(id, watch.quantileMillis(0.5), watch.quantileMillis(0.99), watch.quantileMillis(1));
    }

    private static Waits switchScreens(MainWindow window, String name) {
        FxWatch watch = FxWatch.start();
        start(window, "svd");
        Screen[] screens = Screen.values();
        for (int k = 0; !Headless.call(() -> isOver(window)); k++) {
            Screen screen = screens[k % screens.length];
            Headless.run(() -> window.show(screen));
            Headless.await("a pulse or two", new Settled());
        }
        watch.close();
        Headless.run(() -> window.show(Screen.TRAIN));
        return new Waits(name, watch.quantileMillis(0.5), watch.quantileMillis(0.99), watch.quantileMillis(1));
    }

    private static void start(MainWindow window, String id) {
        Headless.run(() -> {
            window.train().familyProperty().set(ModelCatalogue.find(id));
            window.train().train();
        });
    }

    private static boolean isOver(MainWindow window) {
        return window.train().watchedProperty().get().isOver();
    }

    private static double stop(MainWindow window) {
        start(window, "svd");
        Headless.await("some epochs", () -> window.train().history().size() >= EPOCHS_BEFORE_STOP);
        long pressed = System.nanoTime();
        Headless.run(() -> window.train().stop());
        Headless.await("the stop", () -> isOver(window));
        return (System.nanoTime() - pressed) / 1e6;
    }
}
