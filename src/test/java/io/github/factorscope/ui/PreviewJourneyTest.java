package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.reading.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/** Somebody brings a file that nobody has seen, says what its columns mean, and loads it. */
class PreviewJourneyTest extends WindowTest {
    private Path scores() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int user = 1; user <= 20; user++) {
            for (int item = 1; item <= 10; item++) {
                text.append(
                        1 + (user * item) % 5 + "|film" + item + "|anna" + user + "|" + (1 + (user + item) % 4) + "\n");
            }
        }
        return Files.writeString(folder.resolve("scores.txt"), text);
    }

    private void choose(int column, Role role) {
        ComboBox<Role> box = lookup("#previewRole" + column).query();
        interact(() -> box.setValue(role));
    }

    @Test
    void saysWhatColumnsMeanAndLoads() throws IOException {
        Path file = scores();
        interact(() -> window.open(file));
        waitFor(() -> window.data().preview().previewProperty().get() != null);
        TableView<?> lines = lookup("#lines").query();
        assertThat(lines.isVisible()).isTrue();
        assertThat(lines.getItems()).hasSize(50);

        choose(1, Role.ITEM);
        choose(2, Role.USER);
        choose(0, Role.IGNORED);
        Button load = lookup("#accept").query();
        choose(3, Role.IGNORED);
        waitFor(load::isDisabled);
        assertThat(text("#verdict")).isEqualTo("No column is the rating. Choose one.");
        choose(3, Role.RATING);
        waitFor(() -> !load.isDisabled());
        clickOn(load);
        waitFor(() -> window.workspace().dataProperty().get() != null);

        Dataset dataset = window.workspace().dataProperty().get().loaded().dataset();
        assertThat(dataset.users().id(0)).isEqualTo("anna1");
        assertThat(dataset.items().size()).isEqualTo(10);
        assertThat(dataset.ratings().value(0)).isEqualTo(3);
        clickOn("#lookAgain");
        waitFor(() -> window.data().preview().previewProperty().get() != null);
        clickOn("#cancelPreview");
        waitFor(() -> lookup("#facts").query().isVisible());
    }
}
