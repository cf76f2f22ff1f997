package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.common.FxBackground;
import io.github.factorscope.ui.common.TextSize;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Everything can be found and done from the keyboard. */
class PaletteJourneyTest extends WindowTest {
    private void find(String text) {
        push(KeyCode.CONTROL, KeyCode.K);
        write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void openTheDemoFilms() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
    }

    @Test
    void theKeyboardReturnsToWhereItWas() {
        openTheDemoFilms();
        clickOn("#itemSearch");
        Node before = lookup("#itemSearch").query();
        push(KeyCode.CONTROL, KeyCode.K);
        assertThat(lookup("#paletteField").<Node>query()).matches(Node::isFocused);
        push(KeyCode.TAB);
        assertThat(lookup("#paletteField").<Node>query()).matches(Node::isFocused);
        push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(lookup("#palette").tryQuery()).isEmpty();
        assertThat(window.scene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void screensModelsAndThemesAreFoundByTheBeginningsOfTheirWords() {
        openTheDemoFilms();
        find("comp");
        push(KeyCode.ENTER);
        assertThat(lookup("#palette").tryQuery()).isEmpty();
        assertThat(lookup("#rail-compare")
                        .queryAs(javafx.scene.control.ToggleButton.class)
                        .isSelected())
                .isTrue();
        find("the dark");
        push(KeyCode.ENTER);
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        find("corngbr");
        push(KeyCode.ENTER);
        assertThat(window.train().familyProperty().get().id()).isEqualTo("cor-ngbr");
    }

    @Test
    void usersAndItemsLeadToExplore() {
        openTheDemoFilms();
        clickOn("#rail-train");
        clickOn("Baseline");
        find("train the");
        push(KeyCode.ENTER);
        waitFor(() -> window.workspace().runs().size() == 1);
        find("user 77");
        ListView<?> list = lookup("#paletteList").query();
        waitFor(() -> list.getItems().size() > 1);
        push(KeyCode.ENTER);
        waitFor(() -> window.explore().explanationProperty().get() != null);
        int user = window.explore().personProperty().get().user();
        assertThat(window.explore().run().experiment().dataset().users().id(user))
                .isEqualTo("77");
        find("annie hall");
        waitFor(() -> list.getItems().size() > 1);
        push(KeyCode.ENTER);
        waitFor(() -> {
            var explained = window.explore().explanationProperty().get();
            return explained != null
                    && window.explore()
                            .run()
                            .experiment()
                            .dataset()
                            .items()
                            .item(explained.item())
                            .title()
                            .equals("Annie Hall");
        });
    }

    @Test
    void theKeysAreListedByF1AndEscClosesThem() {
        push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#keySheet .keys").queryAll()).hasSizeGreaterThan(25);
        push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#keySheet").tryQuery()).isEmpty();
    }

    @Test
    void theProjectorMakesTypeLargerByOneKeyAndIsRemembered() {
        Button before = lookup("#openFile").query();
        double height = before.getHeight();
        push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(before.getFont().getSize()).isGreaterThanOrEqualTo(15);
        assertThat(before.getHeight()).isGreaterThan(height);
        assertThat(window.preferences().get().look().projector()).isTrue();
        push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(before.getFont().getSize()).isEqualTo(14);
        assertThat(before.getHeight()).isEqualTo(height);
        assertThat(window.preferences().get().look().projector()).isFalse();
    }

    @Test
    void typeForAProjectorIsAsLargeAsFitsTheWindow() {
        assertThat(projectedType(MainWindow.LEAST_WIDTH)).isEqualTo(15);
        assertThat(projectedType(1440)).isEqualTo(19);
    }

    /** In a window of its own, which has its width from the beginning. */
    private double projectedType(double width) {
        double[] type = new double[1];
        interact(() -> {
            MainWindow other = new MainWindow(
                    new FxBackground(),
                    folder.resolve("preferences.json"),
                    folder.resolve("runs"),
                    width,
                    MainWindow.LEAST_HEIGHT);
            Stage stage = new Stage();
            stage.setScene(other.scene());
            stage.show();
            other.setProjector(true);
            type[0] = TextSize.px(14);
            other.setProjector(false);
            stage.hide();
        });
        return type[0];
    }
}
