package io.github.factorscope.ui;

import io.github.factorscope.text.Texts;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** What happens when the window closes: trainings end with it, so it asks first; nothing that was learned is lost. */
final class Closing {
    private static final Texts TEXTS = Texts.of(Closing.class);

    private Closing() {}

    static void install(Stage stage, MainWindow window) {
        stage.setOnCloseRequest(event -> {
            if (!isWanted(stage, window.train().closingWords())) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            boolean whole = stage.isMaximized() || stage.isFullScreen();
            window.preferences().update(p -> p.withLook(look -> look.withMaximized(stage.isMaximized())));
            if (!whole) {
                window.preferences().update(p -> p.withSize(
                                window.scene().getWidth(), window.scene().getHeight())
                        .withLook(look -> look.withPlace(stage.getX(), stage.getY())));
            }
            window.train().keepAll();
            window.library().finishSaving();
        });
    }

    /** @param sentence what becomes of trainings; empty where there are none */
    private static boolean isWanted(Stage owner, Optional<String> sentence) {
        if (sentence.isEmpty()) {
            return true;
        }
        ButtonType keep = new ButtonType(TEXTS.get("keep-and-close"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(TEXTS.get("cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, sentence.get(), keep, cancel);
        alert.initOwner(owner);
        alert.setTitle(TEXTS.get("factorscope"));
        alert.setHeaderText(TEXTS.get("trainings-run"));
        return alert.showAndWait().filter(keep::equals).isPresent();
    }
}
