package io.github.factorscope.ui.plot;

import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Pen;
import io.github.factorscope.plot.Picture;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Shows a picture on a canvas. What the theme decides comes from the style sheet. */
public class PicturePlot extends Region {
    private static final StyleablePropertyFactory<PicturePlot> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double LEAST_HEIGHT = 90;

    private final StyleableProperty<Color> textColor = FACTORY.createStyleableColorProperty(
            this, "textColor", "-plot-text-color", plot -> plot.textColor, Color.GRAY);
    private final StyleableProperty<Color> gridColor = FACTORY.createStyleableColorProperty(
            this, "gridColor", "-plot-grid-color", plot -> plot.gridColor, Color.LIGHTGRAY);
    private final StyleableProperty<Color> groundColor = FACTORY.createStyleableColorProperty(
            this, "groundColor", "-plot-ground-color", plot -> plot.groundColor, Color.WHITE);

    private final Canvas canvas = new Canvas();
    private final CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D(), this::color);
    private Picture picture = (unused, width, height) -> {};

    public PicturePlot() {
        getStyleClass().add("plot");
        getChildren().add(canvas);
        setMinSize(120, LEAST_HEIGHT);
        TextSize.leaveAlone(this);
        TextSize.follow(this, this::keepLegible);
        for (StyleableProperty<Color> color : List.of(textColor, gridColor, groundColor)) {
            ((javafx.beans.value.ObservableValue<?>) color).addListener((observable, before, now) -> requestLayout());
        }
    }

    /** Drawn at the next layout. */
    public final void show(Picture shown) {
        picture = shown;
        keepLegible();
    }

    /** As high as its words need: in a pane that is less high, it has to be scrolled. */
    private void keepLegible() {
        setMinSize(TextSize.px(120), TextSize.px(Math.max(LEAST_HEIGHT, picture.leastHeight())));
        requestLayout();
    }

    /** What is drawn. */
    public final Picture picture() {
        return picture;
    }

    /** What lies over the picture only while the mouse is there. */
    void drawOver(Pen over, double width, double height) {}

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }

    /** At once, without waiting for the next layout. */
    final void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double larger = TextSize.factorProperty().get(); // lines and margins grow with the words
        double width = canvas.getWidth() / larger;
        double height = canvas.getHeight() / larger;
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.save();
        g.scale(larger, larger);
        picture.draw(pen, width, height);
        drawOver(pen, width, height);
        g.restore();
    }

    /** What lies behind the words. */
    final Color ground() {
        return groundColor.getValue();
    }

    private Color color(Ink ink) {
        if (ink.isFixed()) {
            return Color.web(ink.code());
        }
        return ink.equals(Ink.TEXT)
                ? textColor.getValue()
                : ink.equals(Ink.GRID) ? gridColor.getValue() : groundColor.getValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
