package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class LatePartTest extends ApplicationTest {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final List<Node> made = new ArrayList<>();
    private StackPane window;

    @Override
    public void start(Stage stage) {
        window = new StackPane();
        stage.setScene(new Scene(window, 300, 200));
        stage.show();
    }

    @AfterEach
    void usualType() {
        interact(() -> TextSize.set(TextSize.USUAL));
    }

    private LatePart late() {
        return new LatePart(wanted, () -> {
            made.add(new Label("part"));
            return made.get(0);
        });
    }

    @Test
    void aPartIsMadeOnceWhenItIsWantedAndStays() {
        interact(() -> {
            LatePart place = late();
            assertThat(made).isEmpty();
            wanted.set(true);
            wanted.set(false);
            wanted.set(true);
            assertThat(made).hasSize(1);
            assertThat(place.getChildren()).containsExactlyElementsOf(made);
        });
    }

    @Test
    void whatIsWantedFromTheBeginningIsThere() {
        wanted.set(true);
        interact(() -> assertThat(late().getChildren()).hasSize(1));
    }

    @Test
    void whatWaitsForItHearsOfItOnce() {
        List<Node> heard = new ArrayList<>();
        interact(() -> {
            LatePart place = late();
            place.whenThere(heard::add);
            assertThat(heard).isEmpty();
            wanted.set(true);
            wanted.set(false);
            wanted.set(true);
            place.whenThere(heard::add);
        });
        assertThat(heard).containsExactly(made.get(0), made.get(0));
    }

    @Test
    void itsPlaceLetsTheMouseThrough() {
        List<String> pressed = new ArrayList<>();
        Button behind = new Button("behind");
        behind.setOnAction(event -> pressed.add("behind"));
        interact(() -> window.getChildren().setAll(behind, late()));
        clickOn(behind);
        assertThat(pressed).containsExactly("behind");
    }

    @Test
    void aPartThatIsNotVisibleIsInItsScreenFromThenOn() {
        Label part = new Label("part");
        part.setMinWidth(100);
        Label last = new Label("last");
        interact(() -> {
            part.setVisible(false);
            window.getChildren().setAll(new Label("first"), part, last);
            LatePart.untilVisible(part);
            assertThat(part.getScene()).isNull();
            assertThat(window.getChildren()).hasSize(3).endsWith(last);
            TextSize.set(1.5);
            part.setVisible(true);
            assertThat(part.getScene()).isNotNull();
        });
        assertThat(part.getMinWidth()).as("for larger type").isEqualTo(150);
    }

    @Test
    void aPartThatIsVisibleStaysThere() {
        Label part = new Label("part");
        interact(() -> {
            window.getChildren().setAll(part);
            LatePart.untilVisible(part);
            assertThat(part.getScene()).isNotNull();
        });
    }
}
