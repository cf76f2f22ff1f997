package io.github.factorscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.factorscope.ui.common.PreferencesStore;
import javafx.application.Application;

/** AtlantaFX, light or dark; the choice is remembered. */
final class Theme {
    private final PreferencesStore preferences;

    Theme(PreferencesStore preferences) {
        this.preferences = preferences;
        apply();
    }

    boolean isDark() {
        return preferences.get().dark();
    }

    void setDark(boolean dark) {
        preferences.update(p -> p.withDark(dark));
        apply();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
