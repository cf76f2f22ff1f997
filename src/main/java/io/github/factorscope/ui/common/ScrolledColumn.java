package io.github.factorscope.ui.common;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column in a scroll pane that it fills: as high as the pane, or as high as it needs. A pane that its content fits decides on
 * its scroll bar by the least height at no particular width, which for wrapped text is that of a single line: text would be cut
 * off and no bar shown. This one answers for the width that it has.
 */
public final class ScrolledColumn extends VBox {
    public ScrolledColumn(Node... children) {
        super(children);
        widthProperty()
                .addListener((Observable change) -> Platform.runLater(this::requestLayout)); // the pane decides anew
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
