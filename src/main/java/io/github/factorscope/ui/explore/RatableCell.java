package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.Stars;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** An item that can be rated in its line. */
final class RatableCell extends ListCell<RatingLine> {
    private static final double NEEDS_YEAR = 300; // pixels

    private final RatingsViewModel model;
    private final Label title = new Label();
    private final Stars stars = new Stars();
    private final HBox line = new HBox(8, title, stars);

    /** Takes a rating of an item, NaN for none. */
    interface Rating {
        void rate(int item, float stars);
    }

    private RatableCell(RatingsViewModel model, Rating rating) {
        this.model = model;
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(40);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // series differ at their ends
        HBox.setHgrow(title, Priority.ALWAYS);
        Tooltips.showWholeText(title);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        stars.setFocusTraversable(false); // the list hears the keys
        stars.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> getListView().requestFocus());
        stars.setMinWidth(USE_PREF_SIZE);
        stars.onPicked(picked -> rating.rate(getItem().item(), picked));
        setPrefWidth(0); // no wider than the list
    }

    /** Items to rate: with the mouse, or with digits and Delete for the selected one. */
    static void setUp(ListView<RatingLine> list, RatingsViewModel model, Rating rating) {
        list.setCellFactory(unused -> new RatableCell(model, rating));
        list.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            RatingLine selected = list.getSelectionModel().getSelectedItem();
            if (selected != null) {
                RatingKeys.ofDigit(event, model.scale(), stars -> rating.rate(selected.item(), stars));
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            RatingLine selected = list.getSelectionModel().getSelectedItem();
            if (selected != null && event.getCode() == KeyCode.DELETE) {
                rating.rate(selected.item(), Float.NaN);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(RatingLine item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        if (isEmpty || item == null) {
            setGraphic(null);
            return;
        }
        boolean wide = TextSize.usual(getListView().getWidth()) >= NEEDS_YEAR;
        title.setText(wide ? item.info().label() : item.info().title());
        stars.show(model.scale(), item.isHeldOut() ? item.heldOut() : item.given(), RatingKeys.look(item));
        setGraphic(line);
    }
}
