package io.github.factorscope.ui.train;

import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Tooltips;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** A training in the list: its colour, its name, what sets it apart, and where it stands. */
final class TrainingCell extends ListCell<Training> {
    private final Function<Training, String> distinction;
    private final Circle dot = new Circle(5);
    private final Label name = new Label();
    private final Label apart = new Label();
    private final Label state = new Label();
    private final HBox line = new HBox(8, dot, name, apart, state);

    TrainingCell(Function<Training, String> distinction) {
        this.distinction = distinction;
        name.getStyleClass().add("model-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        apart.getStyleClass().add("muted");
        apart.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(apart, Priority.ALWAYS);
        Tooltips.showWholeText(apart);
        state.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("model-cell");
        setPrefWidth(0); // as wide as the list, or long settings would make it scroll
    }

    @Override
    protected void updateItem(Training training, boolean empty) {
        super.updateItem(training, empty);
        name.textProperty().unbind();
        state.textProperty().unbind();
        accessibleTextProperty().unbind();
        if (empty || training == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        dot.setFill(Colours.ofFamily(training.experiment().family().id()));
        name.textProperty().bind(training.nameProperty());
        apart.setText(distinction.apply(training));
        state.textProperty().bind(training.briefProperty());
        accessibleTextProperty()
                .bind(Bindings.concat(training.nameProperty(), ". ", apart.getText(), ". ", training.briefProperty()));
        setGraphic(line);
    }
}
