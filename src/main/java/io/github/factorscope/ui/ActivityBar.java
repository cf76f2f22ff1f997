package io.github.factorscope.ui;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.workspace.Activity;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is running, along the bottom of the window: one activity at full length, or a few side by side. */
public final class ActivityBar extends HBox {
    private static final Texts TEXTS = Texts.of(ActivityBar.class);
    private static final double WIDE = 1200; // pixels: three fit with their titles in full
    private static final int MOST = 3;
    private static final double LONG_PROGRESS = 160;
    private static final double SHORT_PROGRESS = 64;
    private static final double LEAST_PROGRESS = 24;

    private ObservableList<Activity> activities;

    public ActivityBar() {
        getStyleClass().add("bottom-line");
    }

    void show(ObservableList<Activity> shown) {
        activities = shown;
        activities.addListener((Observable change) -> fill());
        widthProperty().addListener((observable, before, now) -> {
            if (TextSize.usual(before.doubleValue()) < WIDE != TextSize.usual(now.doubleValue()) < WIDE) {
                fill();
            }
        });
        TextSize.follow(this, this::fill);
    }

    private void fill() {
        int count = activities.size();
        boolean narrow = TextSize.usual(getWidth()) < WIDE;
        int most = narrow && count > MOST ? MOST - 1 : MOST; // room for the number of the others
        getChildren()
                .setAll(activities.stream()
                        .limit(most)
                        .map(activity -> line(activity, count > 1, count > 2 && narrow))
                        .toList());
        if (count == 0) {
            getChildren().add(muted(TEXTS.get("nothing-runs")));
        } else if (count > most) {
            getChildren().add(muted(TEXTS.get("more-run", String.valueOf(count - most))));
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Node line(Activity activity, boolean several, boolean crowded) {
        Label title = new Label(crowded ? activity.shortTitle() : activity.title());
        Tooltips.show(title, activity.title());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(activity.progressProperty());
        progress.setPrefWidth(several ? SHORT_PROGRESS : LONG_PROGRESS);
        progress.setMinWidth(LEAST_PROGRESS);
        Label detail = muted("");
        detail.getStyleClass().add("activity-detail");
        detail.textProperty().bind(activity.detailProperty());
        HBox line = new HBox(title, progress, detail, stop(activity, several));
        line.getStyleClass().add("line");
        return line;
    }

    private static Button stop(Activity activity, boolean several) {
        Button stop = new Button();
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> activity.stop());
        stop.getStyleClass().addAll("small", "flat");
        if (several) {
            stop.getStyleClass().add("button-icon");
            stop.setGraphic(new FontIcon("fth-x"));
            stop.setTooltip(new Tooltip(TEXTS.get("stop")));
            stop.setAccessibleText(TEXTS.get("stop-this", activity.title()));
        } else {
            stop.setText(TEXTS.get("stop"));
        }
        return stop;
    }
}
