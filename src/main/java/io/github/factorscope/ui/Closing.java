package io.github.factorscope.ui;

import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** What happens when the window closes: trainings end with it, so it asks first; nothing that was learned is lost. */
final class Closing {
    private Closing() {}

    static void install(Stage stage, MainWindow window) {
        stage.setOnCloseRequest(event -> {
            if (!isWanted(stage, window.train().closingWords())) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            if (!stage.isMaximized()) {
                window.preferences()
                        .update(p -> p.withSize(
                                window.scene().getWidth(), window.scene().getHeight()));
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
        ButtonType keep = new ButtonType("Keep a checkpoint and close", ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, sentence.get(), keep, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("FactorScope");
        alert.setHeaderText("Trainings are running");
        return alert.showAndWait().filter(keep::equals).isPresent();
    }
}
