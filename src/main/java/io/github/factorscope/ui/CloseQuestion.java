package io.github.factorscope.ui;

import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks before trainings end with their window. */
final class CloseQuestion {
    private CloseQuestion() {}

    /**
     * Whether to close.
     *
     * @param sentence what is going on; empty where nothing is
     */
    static boolean isAnsweredYes(Stage owner, Optional<String> sentence) {
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
