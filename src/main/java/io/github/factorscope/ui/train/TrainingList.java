package io.github.factorscope.ui.train;

import io.github.factorscope.ui.common.Lines;
import io.github.factorscope.ui.common.TextSize;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/**
 * The trainings, one of them watched. As high as its lines, up to a few, and not there at all while it is empty: lines
 * come and go only when somebody presses a button that changes the curves too, so nothing jumps under their eyes.
 */
public final class TrainingList extends ListView<Training> {
    private static final double LINE = 28;
    private static final double BORDERS = 4;
    private static final double HIGH_ROOM = 620; // pixels: where the curves leave room for more lines
    private static final int LINES = 5;
    private static final int LINES_IN_LOW_ROOM = 3;

    public TrainingList() {
        setFixedCellSize(LINE);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /**
     * Shows trainings, and watches the one that is selected.
     *
     * @param room height in which it stands together with the curves
     */
    void show(TrainViewModel model, DoubleExpression room) {
        setCellFactory(list -> new TrainingCell(model::distinction));
        setItems(model.trainings());
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> TextSize.px(LINE)
                                        * Math.min(
                                                getItems().size(),
                                                TextSize.usual(room.get()) < HIGH_ROOM ? LINES_IN_LOW_ROOM : LINES)
                                + BORDERS,
                        getItems(),
                        room,
                        TextSize.factorProperty()));
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
        managedProperty().bind(visibleProperty());
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.watchedProperty().set(now);
            }
        });
        model.watchedProperty().addListener((observable, before, now) -> select(now));
        Lines.keepSelectedInView(this);
        model.workspace().dataProperty().addListener((Observable change) -> refresh()); // other data: what sets apart
    }

    private void select(Training watched) {
        if (watched == null) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().select(watched);
        }
    }
}
