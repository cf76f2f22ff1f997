package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.train.Training;
import io.github.factorscope.ui.train.Training.State;
import java.io.IOException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Closes the window on a training, thinks better of it, closes it all the same, and goes on in the next one. */
class InterruptedJourneyTest extends WindowTest {
    private Stage stage;

    @Override
    public void start(Stage first) {
        super.start(first);
        stage = first;
        Closing.install(stage, window);
    }

    @Test
    void aClosedWindowKeepsItsTrainingAndTheNextOneGoesOn() throws IOException {
        trainTwoEpochs();
        close();
        clickOn("Cancel");
        assertThat(stage.isShowing()).isTrue();
        assertThat(window.train().stateProperty().getValue()).isEqualTo(State.PAUSED);
        close();
        clickOn("Keep a checkpoint and close");
        waitFor(() -> !stage.isShowing());
        assertThat(new RunLibrary(folder.resolve("runs")).checkpoints().list().interrupted())
                .hasSize(1);

        openAnotherWindow();
        assertThat(text("#interruptedBar .label")).startsWith("SVD on demo-films was interrupted at epoch 2 of ");
        clickOn("#continue-interrupted");
        waitFor(() -> window.train().watchedProperty().get() != null);
        Training training = window.train().watchedProperty().get();
        assertThat(lookup("#interruptedBar").query().isVisible()).isFalse();
        waitFor(training::isOver);
        assertThat(training.run().orElseThrow().outcome().history()).hasSizeGreaterThan(2);
    }

    private void trainTwoEpochs() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        clickOn("#rail-train");
        for (int epoch = 1; epoch <= 2; epoch++) {
            clickOn("#step");
            int done = epoch;
            waitFor(() -> window.train().history().size() == done
                    && window.train().stateProperty().getValue() == State.PAUSED);
        }
    }

    private void close() {
        Platform.runLater(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup(".dialog-pane .content").queryLabeled().getText())
                .startsWith("The next start offers to go on with SVD (epoch 2 of ");
    }

    private void openAnotherWindow() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            window = new MainWindow(
                    new FxBackground(), folder.resolve("preferences.json"), folder.resolve("runs"), 1440, 900);
            Stage next = new Stage();
            next.setScene(window.scene());
            next.show();
            window.interrupted().look();
            return next;
        });
        waitFor(() -> !window.interrupted().offerProperty().get().isEmpty());
    }
}
