package io.github.factorscope.ui.common;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Which lines of lists and tables can be seen. */
public final class Lines {
    private static final double ROUNDING = 1; // pixels

    private Lines() {}

    /** Whether a line, counted from 0, or some of it, is on the screen; not before the list or table has been laid out. */
    public static boolean isInView(Control list, int line) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return false;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first != null && last != null && line >= first.getIndex() && line <= last.getIndex();
    }

    private static boolean isWhole(Control list, int line) {
        if (!isInView(list, line) || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return false;
        }
        IndexedCell<?> cell = flow.getCell(line);
        return cell.getLayoutY() > -ROUNDING && cell.getLayoutY() + cell.getHeight() < flow.getHeight() + ROUNDING;
    }

    /** Brings what is selected into view, from wherever it was selected, also once the list is shown or has another size. */
    public static void keepSelectedInView(ListView<?> list) {
        for (Observable change : new Observable[] {
            list.getSelectionModel().selectedIndexProperty(),
            list.skinProperty(),
            list.heightProperty(),
            list.fixedCellSizeProperty()
        }) {
            change.addListener((Observable changed) -> Platform.runLater(() -> whenLaidOut(list)));
        }
    }

    private static void whenLaidOut(ListView<?> list) {
        Scene scene = list.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                int selected = list.getSelectionModel().getSelectedIndex();
                if (selected >= 0 && !isWhole(list, selected)) {
                    list.scrollTo(selected);
                }
            }
        });
        Platform.requestNextPulse();
    }
}
