package io.github.factorscope.ui.train;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A hyperparameter as typed: its text, and what is wrong with it. */
public final class SettingField {
    private final Hyperparameter<?> hyperparameter;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final BooleanProperty applies = new SimpleBooleanProperty(true);

    SettingField(Hyperparameter<?> hyperparameter) {
        this.hyperparameter = hyperparameter;
        text.addListener((observable, before, now) -> check(now));
    }

    private void check(String typed) {
        try {
            hyperparameter.parse(typed);
            error.set("");
        } catch (InvalidSettingException e) {
            error.set(e.getMessage());
        }
    }

    public Hyperparameter<?> hyperparameter() {
        return hyperparameter;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** A sentence; empty where the text is a value. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether it has a meaning beside the other values. */
    public BooleanProperty appliesProperty() {
        return applies;
    }

    void show(Settings settings) {
        text.set(settings.format(hyperparameter));
    }

    boolean isValid() {
        return error.get().isEmpty();
    }
}
