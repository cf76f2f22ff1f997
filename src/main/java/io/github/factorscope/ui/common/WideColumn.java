package io.github.factorscope.ui.common;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/** Lets one column have all the room that the others leave: these keep their widths, whichever of them are shown. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the property of the table has it
public final class WideColumn implements Callback<ResizeFeatures, Boolean> {
    private final TableColumn<?, ?> wide;

    private WideColumn(TableColumn<?, ?> wide) {
        this.wide = wide;
    }

    /** @param column of the table, such as that of the titles */
    public static void setUp(TableView<?> table, TableColumn<?, ?> column) {
        table.setColumnResizePolicy(new WideColumn(column));
    }

    /** To be called where widths have changed other than by the mouse. */
    public static void fit(TableView<?> table) {
        table.getColumnResizePolicy().call(new ResizeFeatures<>(table, null, 0.0));
    }

    @Override
    public Boolean call(ResizeFeatures features) {
        TableColumn dragged = features.getColumn();
        double room = features.getTable().getWidth() <= 0 ? 0 : features.getContentWidth();
        if (room <= 0) {
            return false;
        }
        if (dragged == wide) {
            return false; // it has what is left
        }
        if (dragged != null) {
            dragged.setPrefWidth(within(dragged, dragged.getWidth() + features.getDelta()));
        }
        for (Object each : features.getTable().getVisibleLeafColumns()) {
            TableColumn column = (TableColumn) each;
            if (column != wide) {
                double width = within(column, column.getPrefWidth());
                features.setColumnWidth(column, width);
                room -= width;
            }
        }
        features.setColumnWidth(wide, Math.max(wide.getMinWidth(), room));
        return true;
    }

    private static double within(TableColumn column, double width) {
        return Math.max(column.getMinWidth(), Math.min(column.getMaxWidth(), width));
    }
}
