package io.github.factorscope.ui.common;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.text.Texts;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/**
 * Shows a rating and lets one be picked. Up to five stars are drawn as stars; on other scales the rating is a number with
 * a button for one step up and one down. With the keyboard: digits, Left and Right for a step, Delete for no rating.
 */
public final class Stars extends HBox {
    private static final Texts TEXTS = Texts.of(Stars.class);

    /** How a rating is drawn. */
    public enum Look {
        /** Filled stars. */
        KNOWN,
        /** Pale stars with an outline: the rating is not known to the model. */
        HELD_OUT,
        /** Grey stars: the rating was taken away. */
        REMOVED
    }

    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");
    private static final double SIZE = 13; // pixels of a star with the gap behind it
    private static final double HEIGHT = 14;

    private RatingSteps steps;
    private float rating = Float.NaN;
    private Consumer<Float> picked = stars -> {};
    private Rectangle shown; // clips the filled stars; null where there are none
    private Label number; // null where there are stars
    private final InvalidationListener drawAnew = change -> drawAnew();

    public Stars() {
        getStyleClass().add("stars");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
        TextSize.factorProperty().addListener(new WeakInvalidationListener(drawAnew));
    }

    /** In another size. */
    private void drawAnew() {
        if (steps != null && steps.isStars()) {
            getChildren().setAll(drawing());
            preview(rating);
        }
    }

    private static double size() {
        return TextSize.px(SIZE);
    }

    private static double height() {
        return TextSize.px(HEIGHT);
    }

    /** @param hears of the rating that is picked, NaN for none; it is not shown before {@link #show} is called */
    public void onPicked(Consumer<Float> hears) {
        picked = hears;
    }

    /** @param stars NaN for no rating */
    public void show(RatingScale scale, float stars, Look look) {
        if (steps == null || !steps.scale().equals(scale)) {
            steps = new RatingSteps(scale);
            getChildren().setAll(steps.isStars() ? drawing() : stepper());
        }
        rating = stars;
        pseudoClassStateChanged(UNKNOWN, look == Look.HELD_OUT);
        pseudoClassStateChanged(FADED, look == Look.REMOVED);
        setAccessibleText(TEXTS.get("rating", steps.words(stars)));
        preview(stars);
    }

    /** Asks for another rating, as if it had been clicked on. */
    public void pick(float stars) {
        picked.accept(stars);
    }

    private void preview(float stars) {
        if (number != null) {
            number.setText(Float.isNaN(stars) ? "–" : Formats.stars(stars));
        } else {
            shown.setWidth(Float.isNaN(stars) ? 0 : stars * size());
        }
    }

    private Node[] drawing() {
        number = null;
        String outline = outline(steps.stars());
        SVGPath outlines = path("star-empty", outline);
        SVGPath filled = path("star-full", outline);
        shown = new Rectangle(0, -1, 0, height() + 2);
        filled.setClip(shown);
        double width = steps.stars() * size();
        Pane pane = new Pane(outlines, filled);
        pane.setMinSize(width, height());
        pane.setPrefSize(width, height());
        pane.setMaxSize(width, height());
        pane.setPickOnBounds(true);
        pane.setOnMouseMoved(event -> preview(pointedAt(event)));
        pane.setOnMouseExited(event -> preview(rating));
        pane.setOnMousePressed(event -> {
            if (isFocusTraversable()) {
                requestFocus();
            }
            event.consume(); // rating a line is not choosing it
        });
        pane.setOnMouseClicked(event -> pick(pointedAt(event)));
        return new Node[] {pane};
    }

    private float pointedAt(MouseEvent event) {
        return steps.at(event.getX() / size());
    }

    private static SVGPath path(String styleClass, String outline) {
        SVGPath path = new SVGPath();
        path.setContent(outline);
        path.getStyleClass().add(styleClass);
        path.setMouseTransparent(true);
        path.setManaged(false);
        return path;
    }

    /** Five-pointed stars side by side. */
    private static String outline(int count) {
        StringBuilder outline = new StringBuilder();
        double outer = (size() - 1) / 2;
        for (int star = 0; star < count; star++) {
            for (int corner = 0; corner < 10; corner++) {
                double angle = Math.PI * (corner / 5.0 - 0.5);
                double radius = corner % 2 == 0 ? outer : outer * 0.45;
                outline.append(corner == 0 ? "M" : "L")
                        .append(hundredths(size() * star + size() / 2 + radius * Math.cos(angle)))
                        .append(' ')
                        .append(hundredths(height() / 2 + 0.5 + radius * Math.sin(angle)));
            }
            outline.append('Z');
        }
        return outline.toString();
    }

    /** Finer than anybody sees; all digits of a double would take longer to read, and a table draws dozens of stars at once. */
    private static double hundredths(double pixels) {
        return Math.round(100 * pixels) / 100.0;
    }

    private Node[] stepper() {
        shown = null;
        number = new Label();
        number.getStyleClass().add("stars-number");
        return new Node[] {number, button("−", TEXTS.get("step-down"), false), button("+", TEXTS.get("step-up"), true)};
    }

    private Button button(String text, String words, boolean up) {
        Button button = new Button(text);
        button.getStyleClass().add("stars-step");
        button.setAccessibleText(words);
        button.setFocusTraversable(false);
        button.setOnAction(event -> step(up));
        return button;
    }

    private void step(boolean up) {
        pick(up ? steps.above(rating) : steps.below(rating));
    }

    private void press(KeyEvent event) {
        if (steps == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
            step(event.getCode() == KeyCode.RIGHT);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            pick(Float.NaN);
        } else {
            return;
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        if (steps != null) {
            steps.ofDigit(event.getCharacter()).ifPresent(stars -> {
                pick((float) stars);
                event.consume();
            });
        }
    }
}
