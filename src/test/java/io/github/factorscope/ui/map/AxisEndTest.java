package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class AxisEndTest extends ApplicationTest {
    private static final List<String> LOW = List.of("Ghostbusters", "Monsters, Inc.", "Aladdin");
    private static final List<String> HIGH = List.of("Jaws", "Her", "M");

    private AxisEnd low;
    private AxisEnd high;

    @Override
    public void start(Stage stage) {
        low = new AxisEnd();
        high = new AxisEnd();
        low.show("←", false, LOW);
        high.show("→", true, HIGH);
        stage.setScene(new Scene(new VBox(low, high)));
        stage.show();
    }

    @Test
    void whereThereIsRoomAllTitlesAreShown() {
        interact(() -> AxisEnd.fit(2000, List.of(low, high)));

        assertThat(low.getText()).isEqualTo("←  Ghostbusters · Monsters, Inc. · Aladdin");
        assertThat(high.getText()).isEqualTo("Jaws · Her · M  →");
    }

    @Test
    void theLongerEndGivesWayFirstAndEveryEndKeepsItsArrowAndATitle() {
        interact(() -> AxisEnd.fit(300, List.of(low, high)));
        assertThat(high.getText()).isEqualTo("Jaws · Her · M  →");
        assertThat(low.getText()).startsWith("←  Ghostbusters").doesNotContain("Aladdin");

        interact(() -> AxisEnd.fit(1, List.of(low, high)));
        assertThat(low.getText()).isEqualTo("←  Ghostbusters");
        assertThat(high.getText()).isEqualTo("Jaws  →");
    }

    @Test
    void anEndOfNoAxisIsEmpty() {
        interact(() -> {
            low.show("←", false, List.of());
            AxisEnd.fit(1, List.of(low));
        });

        assertThat(low.getText()).isEmpty();
    }
}
