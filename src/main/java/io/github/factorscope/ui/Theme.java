package io.github.factorscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.factorscope.ui.common.PreferencesStore;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** AtlantaFX, light or dark; the choice is remembered. */
final class Theme {
    private final PreferencesStore preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    Theme(PreferencesStore preferences) {
        this.preferences = preferences;
        dark.set(preferences.get().dark());
        apply();
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    void setDark(boolean chosen) {
        preferences.update(p -> p.withDark(chosen));
        dark.set(chosen);
        apply();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
