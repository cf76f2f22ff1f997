package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.text.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The first user's journey without a mouse; by ids, as it is the same in every language. */
class KeyboardJourneyTest extends WindowTest {
    private static final int MOST_STEPS = 80;

    Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public void start(Stage stage) {
        Texts.use(language());
        super.start(stage);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    /** Goes from control to control until one with this id has the keyboard. */
    private void tabTo(String id) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Node owner = window.scene().getFocusOwner();
            if (owner != null && id.equals(owner.getId())) {
                return;
            }
            push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError(id + " is not reached with Tab");
    }

    private void control(KeyCode key) {
        push(KeyCode.CONTROL, key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void opensTrainsComparesExplainsAndMaps() {
        openAndTrain();
        compare();
        explore();
        map();
    }

    private void openAndTrain() {
        interact(() -> window.scene().getWindow().requestFocus());
        tabTo("openDemo");
        push(KeyCode.SPACE);
        waitFor(() -> window.workspace().dataProperty().get() != null);
        control(KeyCode.DIGIT2);
        tabTo("families");
        push(KeyCode.HOME);
        assertThat(window.train().familyProperty().get().id()).isEqualTo("baseline");
        control(KeyCode.T);
        waitFor(() -> window.workspace().runs().size() == 1);
        ListView<?> families = lookup("#families").query();
        while (!window.train().familyProperty().get().id().equals("svd")) {
            int before = families.getSelectionModel().getSelectedIndex();
            push(KeyCode.DOWN);
            assertThat(families.getSelectionModel().getSelectedIndex()).isEqualTo(before + 1);
        }
        tabTo("train");
        push(KeyCode.SPACE);
        waitFor(() -> window.workspace().runs().size() == 2);
    }

    private void compare() {
        control(KeyCode.DIGIT4);
        tabTo("table");
        push(KeyCode.DOWN);
        boolean ticked = selectedIsTicked();
        push(KeyCode.SPACE);
        assertThat(selectedIsTicked()).isNotEqualTo(ticked);
        push(KeyCode.SPACE);
        assertThat(selectedIsTicked()).isEqualTo(ticked);
    }

    private boolean selectedIsTicked() {
        WaitForAsyncUtils.waitForFxEvents();
        return window.workspace().selectedRunProperty().get().overlaidProperty().get();
    }

    private void explore() {
        interact(() -> window.workspace()
                .selectedRunProperty()
                .set(window.workspace().runs().get(1)));
        control(KeyCode.DIGIT5);
        waitFor(() -> window.explore().explanationProperty().get() != null);
        tabTo("search");
        write("77").push(KeyCode.ENTER);
        waitFor(() -> idOfUser().equals("77"));
        waitFor(() -> window.explore().explanationProperty().get() != null);
        int first = window.explore().itemProperty().get();
        tabTo("recommendations");
        push(KeyCode.DOWN);
        waitFor(() -> window.explore().itemProperty().get() != first
                && window.explore().explanationProperty().get() != null);
        tabTo("question");
        write("shining");
        waitFor(() -> !lookup("#asked").queryListView().getItems().isEmpty());
        push(KeyCode.ENTER);
        waitFor(() -> lookup("#telling").query().isVisible());
        push(KeyCode.ESCAPE);
        tabTo("ratings");
        push(KeyCode.DOWN);
        write("1");
        waitFor(() -> window.explore().whatIf().isChanged());
        control(KeyCode.Z);
        waitFor(() -> !window.explore().whatIf().isChanged());
    }

    private String idOfUser() {
        return window.explore()
                .run()
                .experiment()
                .dataset()
                .users()
                .id(window.explore().personProperty().get().user());
    }

    private void map() {
        control(KeyCode.DIGIT6);
        waitFor(() -> window.map().isComplete());
        tabTo("canvas");
        double before = zoom();
        write("+");
        assertThat(zoom()).isGreaterThan(before);
        write("0");
        assertThat(zoom()).isEqualTo(1);
    }

    private double zoom() {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup("#canvas")
                .queryAs(io.github.factorscope.ui.map.MapCanvas.class)
                .zoomed();
    }
}
