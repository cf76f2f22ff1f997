package io.github.factorscope.ui.plot;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A picture on a canvas whose colours come from the style sheet, so that it follows the theme. */
abstract class CanvasPlot extends Region {
    private static final StyleablePropertyFactory<CanvasPlot> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> textColor = FACTORY.createStyleableColorProperty(
            this, "textColor", "-plot-text-color", plot -> plot.textColor, Color.GRAY);
    private final StyleableProperty<Color> gridColor = FACTORY.createStyleableColorProperty(
            this, "gridColor", "-plot-grid-color", plot -> plot.gridColor, Color.LIGHTGRAY);
    private final StyleableProperty<Color> groundColor = FACTORY.createStyleableColorProperty(
            this, "groundColor", "-plot-ground-color", plot -> plot.groundColor, Color.WHITE);

    static final Font SMALL = Font.font(12);

    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();

    CanvasPlot() {
        getStyleClass().add("plot");
        getChildren().add(canvas);
        setMinSize(120, 90);
        ruler.setFont(SMALL);
        for (StyleableProperty<Color> color : List.of(textColor, gridColor, groundColor)) {
            ((javafx.beans.value.ObservableValue<?>) color).addListener((observable, before, now) -> requestLayout());
        }
    }

    /** Draws everything anew. */
    abstract void draw(GraphicsContext g, double width, double height);

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }

    /** At once, without waiting for the next layout. */
    final void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(SMALL);
        draw(g, canvas.getWidth(), canvas.getHeight());
    }

    final Color textColor() {
        return textColor.getValue();
    }

    final Color gridColor() {
        return gridColor.getValue();
    }

    final Color groundColor() {
        return groundColor.getValue();
    }

    final double textWidth(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    final void text(GraphicsContext g, String text, double x, double y, TextAlignment alignment, VPos position) {
        g.setTextAlign(alignment);
        g.setTextBaseline(position);
        g.fillText(text, x, y);
    }

    /** On a whole pixel, so that lines of one pixel are sharp. */
    static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
