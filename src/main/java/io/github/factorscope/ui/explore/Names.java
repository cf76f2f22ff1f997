package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/** Asks for names. */
final class Names {
    private static final Texts TEXTS = Texts.of(Names.class);

    private Names() {}

    /**
     * Waits for an answer; empty where there is none.
     *
     * @param owner in whose window the question is shown
     * @param before what stands in the field at first
     */
    static Optional<String> ask(Node owner, String title, String question, String before) {
        TextInputDialog dialog = new TextInputDialog(before);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(question);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll( // those of JavaFX speak the language of the system
                        new ButtonType(TEXTS.get("ok"), ButtonData.OK_DONE),
                        new ButtonType(TEXTS.get("cancel"), ButtonData.CANCEL_CLOSE));
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }
}
