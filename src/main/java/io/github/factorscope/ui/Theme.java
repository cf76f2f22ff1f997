package io.github.factorscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.factorscope.ui.common.PreferencesStore;
import io.github.factorscope.ui.common.TextSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.application.Application;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/**
 * AtlantaFX, light or dark, with usual type or larger for a projector; the choice is remembered. For a projector type is as
 * large as fits the window: at 1024 pixels, which a small projector spreads over the whole wall, less than at 1440.
 */
final class Theme {
    private static final int USUAL_PIXELS = 14;
    private static final int LARGE_PIXELS = 19;
    private static final double ICON_SHARE = 1.26; // of the size of type
    private static final double NEEDED_WIDTH = 936; // pixels with usual type; what is narrower has to be scrolled
    private static final String SHEET = sheet("factorscope.css");
    private static final String PROJECTOR_SHEET = sheet("projector.css");

    private final PreferencesStore preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper projector = new ReadOnlyBooleanWrapper();
    private Scene scene;
    private int pixels; // of type
    private String sizes = ""; // the sheet with them

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
        scene.widthProperty().addListener((Observable change) -> {
            if (pixels != fitting()) {
                apply();
            }
        });
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
        pixels = fitting();
        TextSize.set(pixels / (double) USUAL_PIXELS);
        if (scene != null) {
            scene.getStylesheets().removeAll(PROJECTOR_SHEET, sizes);
            if (projector.get()) {
                sizes = sizes(pixels);
                scene.getStylesheets()
                        .addAll(sizes, PROJECTOR_SHEET); // menus and dialogs take their sheets from the scene
            }
        }
    }

    private int fitting() {
        if (!projector.get()) {
            return USUAL_PIXELS;
        }
        boolean measured = scene != null && scene.getWidth() > 0;
        return measured
                ? (int) Math.max(USUAL_PIXELS, Math.min(LARGE_PIXELS, USUAL_PIXELS * scene.getWidth() / NEEDED_WIDTH))
                : LARGE_PIXELS;
    }

    /** A style sheet as an address, made from a template. */
    private static String sizes(int pixels) {
        try (InputStream template = Theme.class.getResourceAsStream("type.css.template")) {
            String sheet = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("TYPE", String.valueOf(pixels))
                    .replace("ICON", String.valueOf(Math.round(ICON_SHARE * pixels)));
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
