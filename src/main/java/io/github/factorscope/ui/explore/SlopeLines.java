package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.AlignedLists;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.explore.SideBySide.Side;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Between two lists: a line for every item that both have; a stub with the rank in the other model for every item that only
 * one has.
 */
final class SlopeLines extends Canvas {
    private static final Texts TEXTS = Texts.of(SlopeLines.class);
    private static final double TYPE = 11; // pixels
    private static final double STUB = 8;
    private static final double MARGIN = 3; // on both sides of a number, where no line crosses it

    private final int left; // index of the list
    private Color ink = Color.GRAY;

    SlopeLines(int left) {
        this.left = left;
        setMouseTransparent(true);
    }

    /**
     * Draws anew.
     *
     * @param marked items whose lines stand out
     * @param others how much is to be seen of all others, 0 to 1
     * @param words colour of numbers
     */
    void draw(SideBySide shown, Set<Integer> marked, double others, Color words) {
        ink = words;
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        AlignedLists lists = shown.lists();
        Side from = shown.sides().get(left);
        Side to = shown.sides().get(left + 1);
        Color first = Colours.ofFamily(from.family());
        Color second = Colours.ofFamily(to.family());
        LinearGradient gradient = new LinearGradient(
                0, 0, getWidth(), 0, false, CycleMethod.NO_CYCLE, new Stop(0, first), new Stop(1, second));
        int[] items = lists.list(left);
        for (int k = 0; k < items.length; k++) {
            int place = lists.place(left + 1, items[k]);
            if (place > 0) {
                boolean strong = marked.contains(items[k]);
                g.setGlobalAlpha(strong ? 1 : others);
                g.setStroke(gradient);
                g.setLineWidth(strong ? 3 : 1.6);
                line(g, y(k + 1), y(place));
            }
        }
        for (int k = 0; k < items.length; k++) { // numbers over lines
            if (lists.place(left + 1, items[k]) == 0) {
                boolean strong = marked.contains(items[k]);
                g.setGlobalAlpha(strong ? 1 : others);
                stub(g, first, 0, 1, y(k + 1), to.predictions().rank(items[k]), strong);
            }
        }
        int[] next = lists.list(left + 1);
        for (int k = 0; k < next.length; k++) {
            if (lists.place(left, next[k]) == 0) {
                boolean strong = marked.contains(next[k]);
                g.setGlobalAlpha(strong ? 1 : others);
                stub(g, second, getWidth(), -1, y(k + 1), from.predictions().rank(next[k]), strong);
            }
        }
        g.setGlobalAlpha(1);
    }

    private static double y(int place) {
        return 1 + (place - 0.5) * ListColumn.row();
    }

    private void line(GraphicsContext g, double from, double to) {
        double middle = getWidth() / 2;
        g.beginPath();
        g.moveTo(0, from);
        g.bezierCurveTo(middle, from, middle, to, getWidth(), to);
        g.stroke();
    }

    private void stub(GraphicsContext g, Color color, double x, int direction, double y, int rank, boolean strong) {
        g.setStroke(color);
        g.setLineWidth(strong ? 3 : 1.6);
        g.strokeLine(x, y, x + direction * STUB, y);
        g.setGlobalAlpha(others(g.getGlobalAlpha()));
        Text number = new Text(brief(rank));
        number.setFont(Font.font(TextSize.px(TYPE)));
        double width = number.getLayoutBounds().getWidth() + 2 * MARGIN;
        double start = x + direction * STUB;
        g.clearRect(direction > 0 ? start : start - width, y - TextSize.px(TYPE) / 2 - 1, width, TextSize.px(TYPE) + 2);
        g.setFont(number.getFont());
        g.setFill(ink);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(direction > 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.fillText(number.getText(), start + direction * MARGIN, y);
    }

    /** Words need more than lines. */
    private static double others(double ofLines) {
        return Math.min(1, 1.35 * ofLines);
    }

    /** With at most four characters. */
    static String brief(int rank) {
        if (rank < 1000) {
            return StarText.count(rank);
        }
        return TEXTS.get("thousands", StarText.decimals(rank / 1000.0, rank < 9950 ? 1 : 0));
    }
}
