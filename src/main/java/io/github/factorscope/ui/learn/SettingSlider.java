package io.github.factorscope.ui.learn;

import io.github.factorscope.model.Hyperparameter;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A step size or a regularization, evenly by its powers of ten. */
final class SettingSlider extends HBox {
    private static final double STEP = 0.02;
    private static final LogScale RATE = new LogScale(1e-4, 10, false);
    private static final LogScale PULL = new LogScale(1e-4, 10, true);
    private static final LogScale RATINGS = new LogScale(0.1, 1000, true); // shrinkage, in ratings
    private static final double LARGEST_PULL = 10;

    private final Hyperparameter<Double> hyperparameter;
    private final LogScale scale;
    private final Slider slider = new Slider(0, 1, 0);
    private final Label value = new Label();
    private boolean showing; // whether it is no person who moves it
    private double shown;

    SettingSlider(Hyperparameter<Double> hyperparameter, boolean isStepSize, DoubleConsumer onChange) {
        this.hyperparameter = hyperparameter;
        double most = hyperparameter.domain().contains(LARGEST_PULL * 2) ? RATINGS.high() : LARGEST_PULL;
        scale = isStepSize ? RATE : most > LARGEST_PULL ? RATINGS : PULL;
        getStyleClass().add("setting-slider");
        setAlignment(Pos.CENTER_LEFT);
        Label symbol = new Label(hyperparameter.symbol());
        symbol.getStyleClass().add("setting-symbol");
        symbol.setTooltip(new Tooltip(hyperparameter.label() + ". " + hyperparameter.help()));
        slider.setId("slider-" + hyperparameter.name());
        slider.setAccessibleText(hyperparameter.label());
        slider.setBlockIncrement(STEP);
        slider.setTooltip(new Tooltip(hyperparameter.label() + ". " + hyperparameter.help()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        value.getStyleClass().add("setting-value");
        slider.valueProperty().addListener((observable, before, now) -> {
            double chosen = scale.value(now.doubleValue());
            value.setText(LearnNumbers.setting(showing ? shown : chosen));
            if (!showing) {
                onChange.accept(chosen);
            }
        });
        getChildren().addAll(symbol, slider, value);
    }

    Hyperparameter<Double> hyperparameter() {
        return hyperparameter;
    }

    /** Where nobody is moving it. */
    void show(double now) {
        if (slider.isValueChanging()
                || (scale.value(slider.getValue()) == now && !value.getText().isEmpty())) {
            return;
        }
        shown = now;
        showing = true;
        slider.setValue(scale.position(now));
        value.setText(LearnNumbers.setting(now));
        showing = false;
    }
}
