package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Item;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.explore.SideBySide.Side;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** An item in one of the lists side by side. */
final class RankedCell extends ListCell<Integer> {
    private static final Texts TEXTS = Texts.of(RankedCell.class);
    private static final double WITH_PREDICTION = 230; // width from which on, in pixels
    private static final double WITH_YEAR = 280;
    private static final PseudoClass POINTED_AT = PseudoClass.getPseudoClass("pointed-at");

    private final ListColumn column;
    private final ObjectProperty<Integer> pointedAt;
    private final Label rank = new Label();
    private final ShareMark mark = new ShareMark();
    private final Label title = new Label();
    private final Label prediction = new Label();
    private final HBox row = new HBox(rank, mark, title, prediction);

    /** @param pointedAt the item under the mouse, in whichever list */
    RankedCell(ListColumn column, ObjectProperty<Integer> pointedAt) {
        this.column = column;
        this.pointedAt = pointedAt;
        getStyleClass().add("ranked-cell");
        row.getStyleClass().add("ranked-row");
        rank.getStyleClass().addAll("ranked-rank", "muted");
        prediction.getStyleClass().add("ranked-prediction");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        prediction.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0); // never wider than the list
        hoverProperty().addListener((observable, before, now) -> point(now));
        pointedAt.addListener((Observable change) -> mark());
    }

    private void point(boolean here) {
        if (isEmpty()) {
            return;
        }
        if (here) {
            pointedAt.set(getItem());
            setTooltip(new Tooltip(column.answer().places(getItem())));
        } else if (getItem().equals(pointedAt.get())) {
            pointedAt.set(null);
            setTooltip(null);
        }
    }

    private void mark() {
        pseudoClassStateChanged(
                POINTED_AT, !isEmpty() && getItem() != null && getItem().equals(pointedAt.get()));
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
        super.updateItem(item, empty);
        mark();
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        SideBySide answer = column.answer();
        Side side = column.side();
        int lists = answer.lists().listsWith(item);
        rank.setText(String.valueOf(getIndex() + 1));
        mark.show(lists, answer.sides().size(), Colours.ofFamily(side.family()));
        showTitle();
        prediction.setText(StarText.prediction(side.shown(item)));
        setAccessibleText(TEXTS.get(
                "ranked-cell",
                rank.getText(),
                answer.dataset().items().item(item).label(),
                prediction.getText(),
                ShareMark.words(lists, answer.sides().size())));
        setGraphic(row);
    }

    /** Titles need the room more than years and predictions do. */
    private void showTitle() {
        Item info = column.answer().dataset().items().item(getItem());
        title.setText(TextSize.usual(getWidth()) < WITH_YEAR ? info.title() : info.label());
        prediction.setVisible(TextSize.usual(getWidth()) >= WITH_PREDICTION);
        prediction.setManaged(TextSize.usual(getWidth()) >= WITH_PREDICTION);
    }

    @Override
    protected void layoutChildren() {
        if (!isEmpty() && getItem() != null) {
            showTitle();
        }
        super.layoutChildren();
        if (getGraphic() != null) { // a graphic has its own width unless told otherwise
            row.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
