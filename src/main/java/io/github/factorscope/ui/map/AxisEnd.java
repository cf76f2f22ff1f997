package io.github.factorscope.ui.map;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** What lies at one end of an axis: an arrow, and as many whole titles as there is room for. */
public final class AxisEnd extends Label {
    private static final String SEPARATOR = " · ";
    private static final String GAP = "  "; // between the arrow and the titles

    private List<String> titles = List.of();
    private String arrow = "";
    private boolean arrowLast;
    private int count;

    public AxisEnd() {
        getStyleClass().add("axis-end");
        setMinWidth(0);
    }

    /** @param outermostFirst empty where there is no such axis */
    void show(String direction, boolean last, List<String> outermostFirst) {
        arrow = direction;
        arrowLast = last;
        titles = outermostFirst;
        setCount(titles.size());
    }

    private void setCount(int shown) {
        count = shown;
        String words = String.join(SEPARATOR, titles.subList(0, shown));
        setText(titles.isEmpty() ? "" : arrowLast ? words + GAP + arrow : arrow + GAP + words);
    }

    private double needed() {
        Text text = new Text(getText());
        text.setFont(getFont());
        return Math.ceil(text.getLayoutBounds().getWidth()) + snappedLeftInset() + snappedRightInset() + 1;
    }

    /** Leaves out titles until what stands in one line fits; each keeps its first. */
    static void fit(double room, List<AxisEnd> line) {
        line.forEach(end -> end.setCount(end.titles.size()));
        while (line.stream().mapToDouble(AxisEnd::needed).sum() > room) {
            AxisEnd longest = null;
            for (AxisEnd end : line) {
                if (end.count > 1 && (longest == null || end.needed() > longest.needed())) {
                    longest = end;
                }
            }
            if (longest == null) {
                return;
            }
            longest.setCount(longest.count - 1);
        }
    }
}
