package io.github.factorscope.ui.tour;

import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.map.MapViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** The part of the tour that looks at every screen once more, in every size of the window and every look; each has a folder. */
final class LooksTour {
    private static final List<Size> SIZES = List.of(
            new Size(MainWindow.LEAST_WIDTH, MainWindow.LEAST_HEIGHT), new Size(1440, 900), new Size(1920, 1080));
    private static final List<String> PANES =
            List.of("curves", "intervals", "accuracy-and-time", "where-they-err", "ranking", "top-k", "two-runs");

    private record Size(double width, double height) {
        String words() {
            return Math.round(width) + "x" + Math.round(height);
        }
    }

    private enum Look {
        LIGHT,
        DARK,
        PROJECTOR
    }

    private final MainWindow window;
    private final Path folder;
    private final Path home;
    private final double scale;
    private final List<Path> files = new ArrayList<>();
    private Pictures pictures;
    private Stage stage;

    /**
     * Looks at a window in which everything has been trained.
     *
     * @param folder for the folders of the looks
     * @param home for a file that no program has written before
     */
    LooksTour(Stage stage, MainWindow window, Path folder, Path home, double scale) {
        this.stage = stage;
        this.window = window;
        this.folder = folder;
        this.home = home;
        this.scale = scale;
    }

    /** Takes the pictures; returns their files. */
    List<Path> look() throws IOException {
        for (Size size : SIZES) {
            Headless.run(() -> resize(size));
            for (Look look : Look.values()) {
                Headless.run(() -> wear(look));
                Path into = folder.resolve(size.words() + "-" + look.name().toLowerCase(Locale.ROOT));
                Files.createDirectories(into);
                pictures = new Pictures(window.scene(), into, scale);
                takeAll();
                files.addAll(pictures.files());
            }
        }
        Headless.run(stage::hide);
        return files;
    }

    /** In a window of its own: without a display, one cannot grow. */
    private void resize(Size size) {
        Stage other = new Stage();
        other.setWidth(size.width());
        other.setHeight(size.height());
        stage.hide();
        other.setScene(window.scene());
        other.show();
        stage = other;
    }

    private void wear(Look look) {
        window.setDark(look == Look.DARK);
        window.setProjector(look == Look.PROJECTOR);
    }

    private void takeAll() throws IOException {
        for (Screen screen : Screen.values()) {
            Headless.run(() -> window.show(screen));
            if (screen == Screen.MAP) {
                awaitMap();
            } else if (screen == Screen.TRAIN) {
                Headless.await("the list to scroll", new WindowBench.Settled()); // it does once it is laid out
            } else if (screen == Screen.COMPARE) {
                Headless.run(() -> choosePane(PANES.get(0)));
            }
            pictures.take(screen.name().toLowerCase(Locale.ROOT));
        }
        new DataTour(window, pictures, home).look("");
        takePanes();
        new ExploreTour(window, pictures).otherRatings("");
        takeOverlay(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN), "palette");
        takeOverlay(new KeyCodeCombination(KeyCode.F1), "keys");
    }

    private void awaitMap() {
        Headless.await(
                "the map",
                () -> window.map().stateProperty().get() != MapViewModel.State.WORKING
                        && window.map().isComplete());
    }

    private void takePanes() throws IOException {
        Headless.run(() -> window.show(Screen.COMPARE));
        for (String id : PANES) {
            Headless.run(() -> choosePane(id));
            pictures.take("compare-" + id);
        }
    }

    private void choosePane(String id) {
        if (window.scene().lookup("#pane-" + id) instanceof ToggleButton pane) {
            pane.fire();
        }
    }

    private void takeOverlay(KeyCombination keys, String name) throws IOException {
        Runnable toggle = window.scene().getAccelerators().get(keys);
        Headless.run(toggle);
        pictures.take(name);
        Headless.run(window::closeOverlay);
    }
}
