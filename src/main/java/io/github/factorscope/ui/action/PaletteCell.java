package io.github.factorscope.ui.action;

import io.github.factorscope.ui.action.Choice.Entry;
import io.github.factorscope.ui.action.Choice.Heading;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A heading, or what can be done with its keys at the right. */
final class PaletteCell extends ListCell<Choice> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line = new HBox(title, detail, keys);

    /** @param choose does what is selected */
    PaletteCell(Runnable choose) {
        getStyleClass().add("palette-cell");
        line.getStyleClass().add("line");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("muted");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0); // no wider than the list
        setOnMouseClicked(event -> {
            if (getItem() instanceof Entry) {
                choose.run();
            }
        });
    }

    @Override
    protected void updateItem(Choice choice, boolean empty) {
        super.updateItem(choice, empty);
        pseudoClassStateChanged(HEADING, choice instanceof Heading);
        setMouseTransparent(!(choice instanceof Entry));
        setText(choice instanceof Heading heading ? heading.kind().title() : null);
        if (choice instanceof Entry entry) {
            title.setText(entry.action().title());
            detail.setText(entry.action().detail());
            keys.setText(entry.action().keyText());
            keys.setVisible(!keys.getText().isEmpty());
            setAccessibleText(String.join(" ", title.getText(), detail.getText(), keys.getText())
                    .strip());
            setGraphic(line);
        } else {
            setAccessibleText(null);
            setGraphic(null);
        }
    }
}
