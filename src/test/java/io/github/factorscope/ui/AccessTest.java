package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.common.Contrast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What somebody needs who sees little, or uses no mouse: names, a visible focus, contrast; on every screen as it is in use. */
class AccessTest extends WindowTest {
    @BeforeEach
    void useEveryScreen() {
        interact(() -> window.data().openDemo());
        waitFor(() -> window.workspace().dataProperty().get() != null);
        for (String model : List.of("baseline", "svd")) {
            int before = window.workspace().runs().size();
            interact(() -> {
                window.train().familyProperty().set(ModelCatalogue.find(model));
                window.train().train();
            });
            waitFor(() -> window.workspace().runs().size() > before);
        }
        interact(() -> {
            window.workspace()
                    .selectedRunProperty()
                    .set(window.workspace().runs().get(1));
            window.show(Screen.EXPLORE);
        });
        waitFor(() -> window.explore().explanationProperty().get() != null);
    }

    private void onEveryScreen(Consumer<Screen> look) {
        for (Screen screen : Screen.values()) {
            interact(() -> window.show(screen));
            waitFor(() -> screen != Screen.MAP || window.map().isComplete());
            WaitForAsyncUtils.waitForFxEvents();
            interact(() -> look.accept(screen));
        }
    }

    private void visit(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, visitor));
        }
    }

    private void visitAll(Consumer<Node> visitor) {
        visit(window.scene().getRoot(), visitor);
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + " " + node.getStyleClass() + " in "
                + (node.getParent() == null ? "" : node.getParent().getStyleClass());
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        Set<String> nameless = new TreeSet<>();
        onEveryScreen(screen -> {
            List<Node> labelled = new ArrayList<>();
            visitAll(node -> {
                if (node instanceof Label label && label.getLabelFor() != null) {
                    labelled.add(label.getLabelFor());
                }
            });
            visitAll(node -> {
                boolean named = isFilled(node.getAccessibleText())
                        || labelled.contains(node)
                        || (node instanceof Labeled labeled && isFilled(labeled.getText()));
                if (node.isFocusTraversable() && !named) {
                    nameless.add(screen + ": " + describe(node));
                }
            });
        });
        assertThat(nameless).isEmpty();
    }

    @Test
    void buttonsWithoutWordsSayWhatTheyDoToTheMouseToo() {
        Set<String> silent = new TreeSet<>();
        onEveryScreen(screen -> visitAll(node -> {
            boolean icon = node instanceof ButtonBase button
                    && !isFilled(button.getText())
                    && button.getGraphic() != null
                    && button.getTooltip() == null
                    && button.getOnMouseEntered() == null; // many tooltips are made when the mouse comes
            if (icon) {
                silent.add(screen + ": " + describe(node));
            }
        }));
        assertThat(silent).isEmpty();
    }

    @Test
    void whatWeMadeOurselvesShowsTheFocusAsControlsDo() throws IOException {
        String sheet = new String(
                AccessTest.class.getResourceAsStream("factorscope.css").readAllBytes(), StandardCharsets.UTF_8);
        Set<String> unseen = new TreeSet<>();
        onEveryScreen(screen -> visitAll(node -> {
            boolean seen = node instanceof Control
                    || node.getStyleClass().stream().anyMatch(name -> sheet.contains("." + name + ":focus"));
            if (node.isFocusTraversable() && !seen) {
                unseen.add(screen + ": " + describe(node));
            }
        }));
        assertThat(unseen).isEmpty();
    }

    @Test
    void allTextCanBeReadInEveryLook() {
        Set<String> faint = new TreeSet<>();
        for (boolean projector : List.of(false, true)) {
            for (boolean dark : List.of(false, true)) {
                interact(() -> {
                    window.setDark(dark);
                    window.setProjector(projector);
                });
                WaitForAsyncUtils.waitForFxEvents();
                String look = (dark ? "dark" : "light") + (projector ? " projector " : " ");
                onEveryScreen(screen -> visitAll(node -> {
                    if (node instanceof Text text && isFilled(text.getText()) && !isOff(text)) {
                        Color ground = ground(text.getParent());
                        Color front = over((Color) text.getFill(), ground);
                        double contrast = Contrast.between(front, ground);
                        if (contrast < Contrast.TEXT) {
                            faint.add(String.format(
                                    "%s%s: \"%s\" %.2f : 1 in %s",
                                    look, screen, text.getText(), contrast, describe(text.getParent())));
                        }
                    }
                }));
            }
        }
        assertThat(faint).isEmpty();
    }

    /** Disabled, or not of one colour. */
    private static boolean isOff(Text text) {
        return text.isDisabled() || !(text.getFill() instanceof Color);
    }

    private static Color ground(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        Color behind = ground(node.getParent());
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color) {
                    behind = over(color, behind);
                }
            }
        }
        return behind;
    }

    private static Color over(Color front, Color behind) {
        return behind.interpolate(Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
    }
}
