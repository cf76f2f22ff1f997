package io.github.factorscope.ui;

import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.common.InTurn;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
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

    @Override
    public FxRobot clickOn(String query, MouseButton... buttons) {
        settled();
        super.clickOn(query, buttons);
        return settled();
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        super.push(combination);
        return settled();
    }

    @Override
    public FxRobot interact(Runnable runnable) {
        super.interact(runnable);
        return settled();
    }

    /** Nobody looks for what is still to appear. */
    private FxRobot settled() {
        waitFor(InTurn::isOver);
        return this;
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
