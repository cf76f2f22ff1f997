package io.github.factorscope.ui;

import io.github.factorscope.ui.common.FxBackground;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A whole window with settings and a library of its own, used with mouse and keyboard. */
abstract class WindowTest extends ApplicationTest {
    @TempDir
    Path folder;

    MainWindow window;

    @Override
    public void start(Stage stage) {
        window = new MainWindow(
                new FxBackground(), folder.resolve("preferences.json"), folder.resolve("runs"), 1440, 900);
        stage.setScene(window.scene());
        stage.show();
    }

    static void waitFor(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean)
                    .get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    String text(String query) {
        return ((Labeled) lookup(query).query()).getText();
    }
}
