package io.github.factorscope.ui;

import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.storage.Preferences;
import io.github.factorscope.text.Language;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.FxBackground;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window as an application: opens on what it is given, or on the demo films. */
public final class FactorScopeApp extends Application {
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;

    @Override
    public void start(Stage stage) {
        Path preferencesFile = AppFolders.preferences();
        Preferences remembered = Preferences.load(preferencesFile);
        Texts.use(languageOf(remembered).locale(Locale.getDefault(Locale.Category.DISPLAY)));
        Rectangle2D place = place(remembered);
        MainWindow window = new MainWindow(
                new FxBackground(),
                preferencesFile,
                remembered.savedRuns().library(),
                place.getWidth(),
                place.getHeight());
        window.library().setFolderOpener(folder -> getHostServices()
                .showDocument(folder.toUri().toString()));
        window.fetch().setBrowser(page -> getHostServices().showDocument(page.toString()));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, error) -> Platform.runLater(() -> window.errors().show(error)));
        stage.setTitle(Texts.of(FactorScopeApp.class).get("factorscope"));
        stage.getIcons().setAll(icons());
        stage.setScene(window.scene());
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        if (remembered.look().place() != null) {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
        }
        stage.setMaximized(remembered.look().maximized());
        Closing.install(stage, window);
        stage.show();
        window.library().start();
        window.interrupted().look();
        List<String> named = getParameters().getRaw();
        if (named.isEmpty()) {
            window.data().openDemo();
        } else {
            window.open(Path.of(named.get(0)).toAbsolutePath());
        }
    }

    private static List<Image> icons() {
        return IntStream.of(16, 32, 64, 256)
                .mapToObj(size -> new Image(FactorScopeApp.class
                        .getResource("icon-" + size + ".png")
                        .toExternalForm()))
                .toList();
    }

    /** Where the window was, as far as screens are there. */
    private static Rectangle2D place(Preferences remembered) {
        Preferences.Place corner = remembered.look().place();
        Rectangle2D wanted = new Rectangle2D(
                corner == null ? 0 : corner.x(),
                corner == null ? 0 : corner.y(),
                remembered.width() > 0 ? remembered.width() : USUAL_WIDTH,
                remembered.height() > 0 ? remembered.height() : USUAL_HEIGHT);
        List<Rectangle2D> screens = Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                .map(Screen::getVisualBounds)
                .distinct()
                .toList();
        return WindowPlace.within(wanted, screens);
    }

    /** As chosen, or else that of the system. */
    private static Language languageOf(Preferences remembered) {
        return Language.ofCode(remembered.look().language())
                .orElseGet(() -> Language.of(Locale.getDefault(Locale.Category.DISPLAY)));
    }
}
