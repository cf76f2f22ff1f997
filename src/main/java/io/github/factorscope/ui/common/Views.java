package io.github.factorscope.ui.common;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML of a screen, which lies at the package path of its controller. */
public final class Views {
    private Views() {}

    /**
     * The screen of a controller called XController, from XView.fxml, whose texts are those of its package.
     *
     * @param controller made by hand, with all that it needs
     */
    public static Parent load(Object controller) {
        String name = controller.getClass().getSimpleName().replace("Controller", "View") + ".fxml";
        URL fxml = controller.getClass().getResource(name);
        if (fxml == null) {
            throw new IllegalStateException(name + " is missing beside " + controller.getClass());
        }
        FXMLLoader loader = new FXMLLoader(fxml);
        loader.setController(controller);
        loader.setResources(Texts.of(controller.getClass()).bundle());
        try {
            Parent view = loader.load();
            TextSize.followAll(view);
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be loaded", e);
        }
    }
}
