package io.github.factorscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.TextSize;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/** AtlantaFX, light or dark, with usual type or larger for a projector; the choice is remembered. */
final class Theme {
    private static final String SHEET = sheet("factorscope.css");
    private static final String PROJECTOR_SHEET = sheet("projector.css");

    private final PreferencesStore preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper projector = new ReadOnlyBooleanWrapper();
    private Scene scene;

    Theme(PreferencesStore preferences) {
        this.preferences = preferences;
        dark.set(preferences.get().dark());
        projector.set(preferences.get().look().projector());
        apply();
    }

    private static String sheet(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }

    /** Gives the scene its style sheets, now and from now on. */
    void dress(Scene dressed) {
        scene = dressed;
        scene.getStylesheets().add(SHEET);
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

    /** Whether type is larger and contrast higher. */
    ReadOnlyBooleanProperty projectorProperty() {
        return projector.getReadOnlyProperty();
    }

    void setProjector(boolean chosen) {
        preferences.update(p -> p.withLook(look -> look.withProjector(chosen)));
        projector.set(chosen);
        apply();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        TextSize.set(projector.get() ? TextSize.LARGE : TextSize.USUAL);
        if (scene != null) {
            scene.getStylesheets().remove(PROJECTOR_SHEET);
            if (projector.get()) {
                scene.getStylesheets().add(PROJECTOR_SHEET); // menus and dialogs take their sheets from the scene
            }
        }
    }
}
