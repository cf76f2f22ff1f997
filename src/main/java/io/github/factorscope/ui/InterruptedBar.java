package io.github.factorscope.ui;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.train.InterruptedViewModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The offer to go on with what was interrupted: a line below the top line, until it is answered. */
public final class InterruptedBar extends HBox {
    private static final Texts TEXTS = Texts.of(InterruptedBar.class);

    private final Label offer = new Label();
    private final Button goOn = new Button(TEXTS.get("continue"));
    private final Button discard = new Button(TEXTS.get("discard"));
    private final Button later = new Button();

    public InterruptedBar() {
        getStyleClass().addAll("message", "interrupted");
        offer.setMaxWidth(Double.MAX_VALUE);
        offer.setWrapText(true);
        HBox.setHgrow(offer, Priority.ALWAYS);
        goOn.setId("continue-interrupted");
        discard.setId("discard-interrupted");
        later.setGraphic(new FontIcon("fth-x"));
        later.setAccessibleText(TEXTS.get("offer-later"));
        later.getStyleClass().addAll("button-icon", "flat");
        for (Button button : new Button[] {goOn, discard, later}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("small");
        }
        getChildren().addAll(new FontIcon("fth-rotate-cw"), offer, goOn, discard, later);
    }

    /** @param showTrainings shows where trainings are watched */
    void show(InterruptedViewModel model, Runnable showTrainings) {
        offer.textProperty().bind(model.offerProperty());
        visibleProperty().bind(model.offerProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        goOn.setOnAction(event -> {
            showTrainings.run();
            model.goOn();
        });
        discard.setOnAction(event -> model.discard());
        later.setOnAction(event -> model.later());
    }
}
