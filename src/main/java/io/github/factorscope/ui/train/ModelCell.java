package io.github.factorscope.ui.train;

import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.ui.common.Colours;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** A model in the list: its colour and its name. */
final class ModelCell extends ListCell<ModelFamily> {
    private final Circle dot = new Circle(5);
    private final Label title = new Label();
    private final HBox line = new HBox(8, dot, title);

    ModelCell() {
        title.getStyleClass().add("model-title");
        line.getStyleClass().add("model-cell");
    }

    @Override
    protected void updateItem(ModelFamily family, boolean empty) {
        super.updateItem(family, empty);
        if (empty || family == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        dot.setFill(Colours.ofFamily(family.id()));
        title.setText(family.title());
        setAccessibleText(family.title() + ". " + family.summary());
        setGraphic(line);
    }
}
