package io.github.factorscope.ui.lesson;

import io.github.factorscope.lesson.Lesson.Step;
import io.github.factorscope.ui.common.TextSize;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The place of lessons in the window: the list over the screen, the guide beside the screen where the window is wide and
 * below it where it is not, the outline around what a step speaks of, and the keys.
 */
public final class LessonDock {
    private static final double WIDE = 1536; // pixels: every screen keeps what it needs beside the guide

    private static final double LEAST_HEIGHT = 544; // of a screen above the guide: the rest is scrolled to

    private final LessonsViewModel model;
    private final LessonScreens screens;
    private final BorderPane frame;
    private final VBox below;
    private final StackPane center;
    private final GuidePane guide;
    private final LessonListPane list;
    private final Pointer pointer;
    private final Pane root;
    private final ScrollPane scroll = new ScrollPane();

    /**
     * Puts lessons into a window.
     *
     * @param root of the whole window
     * @param frame around the screens
     * @param below the screens, in the frame
     * @param center holds the screen that is shown
     */
    public LessonDock(
            LessonsViewModel model, LessonScreens screens, Pane root, BorderPane frame, VBox below, StackPane center) {
        this.model = model;
        this.screens = screens;
        this.root = root;
        this.frame = frame;
        this.below = below;
        this.center = center;
        guide = new GuidePane(model, new TaskWords(screens));
        list = new LessonListPane(model, this::hideList);
        pointer = new Pointer(root);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        model.lessonProperty().addListener((Observable change) -> arrange());
        model.setOnLook(this::point);
        guide.collapsedProperty().addListener((Observable change) -> arrange());
        root.layoutBoundsProperty().addListener((observable, before, now) -> {
            if (isWide(before) != isWide(now)) {
                arrange();
            }
        });
        TextSize.follow(root, this::arrange);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.lessonProperty().get() != null) {
                event.consume();
                model.end();
            }
        });
    }

    private static boolean isWide(Bounds bounds) {
        return TextSize.usual(bounds.getWidth()) >= WIDE;
    }

    /** Shows the lessons, or goes back to the screen. */
    public void toggleList() {
        if (center.getChildren().contains(list)) {
            hideList();
        } else {
            center.getChildren().add(list);
            list.open();
        }
    }

    private void hideList() {
        center.getChildren().remove(list);
    }

    private void arrange() {
        boolean on = model.lessonProperty().get() != null;
        boolean column = isWide(root.getLayoutBounds());
        guide.setBeside(column);
        below.getChildren().remove(guide);
        frame.setRight(null);
        if (on && column && !guide.collapsedProperty().get()) {
            frame.setRight(guide);
        } else if (on) {
            below.getChildren().add(0, guide);
        }
        if (on && frame.getCenter() == center) {
            frame.setCenter(scroll); // where little room is left, what does not fit can be scrolled to
            scroll.setContent(center);
        } else if (!on && frame.getCenter() == scroll) {
            scroll.setContent(null);
            frame.setCenter(center);
        }
        center.setMinHeight(on ? TextSize.px(LEAST_HEIGHT) : Region.USE_COMPUTED_SIZE);
        if (!on) {
            pointer.pointAt(null, "");
        }
    }

    private void point() {
        Step step = model.step().orElse(null);
        Node target =
                step == null || step.at().isEmpty() || center.getChildren().contains(list)
                        ? null
                        : screens.find(step.at()).orElse(null);
        if (pointer.isNew(target)) {
            scroll.setVvalue(0);
        }
        pointer.pointAt(target, String.valueOf(model.indexProperty().get() + 1));
    }
}
