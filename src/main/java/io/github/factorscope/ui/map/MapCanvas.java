package io.github.factorscope.ui.map;

import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/**
 * Dots that can be zoomed, moved and clicked. In layers: an image with the dots and rings, a canvas with lines, marks and
 * labels, another with what is under the mouse.
 */
public final class MapCanvas extends Region {
    private static final StyleablePropertyFactory<MapCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double ZOOM_STEP = 1.25;
    private static final double NOTCH = 40; // of a wheel, in pixels that it would scroll
    private static final double KEY_PAN = 60; // pixels
    private static final double TOLERANCE = 3; // pixels beside a dot that still count as it
    private static final double INSET = 40;
    private static final double NEAR_ENOUGH = 1.5; // zoom at which a place is shown that was searched

    private final StyleableProperty<Color> textColor = FACTORY.createStyleableColorProperty(
            this, "textColor", "-map-text-color", map -> map.textColor, Color.BLACK);
    private final StyleableProperty<Color> lineColor = FACTORY.createStyleableColorProperty(
            this, "lineColor", "-map-line-color", map -> map.lineColor, Color.GRAY);
    private final StyleableProperty<Color> gridColor = FACTORY.createStyleableColorProperty(
            this, "gridColor", "-map-grid-color", map -> map.gridColor, Color.LIGHTGRAY);
    private final StyleableProperty<Color> groundColor = FACTORY.createStyleableColorProperty(
            this, "groundColor", "-map-ground-color", map -> map.groundColor, Color.WHITE);

    private final MapFrame frame = new MapFrame();
    private final DotLayer dotLayer = new DotLayer();
    private final MarkLayer markLayer = new MarkLayer(frame);
    private final Canvas hoverLayer = new Canvas();
    private final Label tip = new Label();
    private final LabelPlacer labels = new LabelPlacer();
    private TextRuler ruler = new TextRuler(MarkLayer.font());
    private MapPaint paint = MapPaint.none();
    private MapMarks marks = MapMarks.none();
    private DotLayer.Colours colours;
    private double placedScale = Double.NaN; // at which the labels were placed; NaN where they are to be placed anew
    private int hovered = -1;
    private double pressedX;
    private double pressedY;
    private boolean dragged;
    private IntConsumer onChoose = item -> {};
    private IntConsumer onOpen = item -> {};
    private IntFunction<String> describe = item -> "";

    public MapCanvas() {
        getStyleClass().add("item-map");
        tip.getStyleClass().add("map-tip");
        tip.setVisible(false);
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        getChildren().addAll(dotLayer.view(), markLayer.view(), hoverLayer, tip);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(200, 150);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (StyleableProperty<Color> color : List.of(textColor, lineColor, gridColor, groundColor)) {
            observable(color).addListener((observable, before, now) -> recolour());
        }
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(ZoomEvent.ZOOM, event -> {
            zoom(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(frame.at(event.getX(), event.getY(), TOLERANCE)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        TextSize.follow(this, this::followType);
    }

    /** Who hears of the item that is clicked, −1 for none. */
    void setOnChoose(IntConsumer listener) {
        onChoose = listener;
    }

    /** Who hears of the item that is clicked twice. */
    void setOnOpen(IntConsumer listener) {
        onOpen = listener;
    }

    /** What is said of the item under the mouse. */
    void setDescription(IntFunction<String> words) {
        describe = words;
    }

    /**
     * Draws other dots.
     *
     * @param fit whether they have new places, so that all of them are to be seen
     */
    void show(Dots dots, boolean fit) {
        frame.show(dots, widths(dots), fit);
        marks = MapMarks.none();
        paint = MapPaint.none();
        frame.setStrong(-1);
        hover(-1);
        recolour();
    }

    private double[] widths(Dots dots) {
        double[] widths = new double[dots.size()];
        for (int dot = 0; dot < widths.length; dot++) {
            widths[dot] = ruler.width(dots.titles()[dot]);
        }
        return widths;
    }

    /** Labels of another size. */
    private void followType() {
        ruler = new TextRuler(MarkLayer.font());
        frame.setWidths(widths(frame.dots()));
        placeAnew();
    }

    /** Draws the dots in other colours. */
    void setPaint(MapPaint other) {
        paint = other;
        frame.setQuiet(other.quiet());
        recolour();
    }

    /** Marks other dots. */
    void setMarks(MapMarks other) {
        marks = other;
        frame.setStrong(other.selected());
        placeAnew();
    }

    /** The colour of what lies behind, as the theme has it. */
    ObservableValue<Color> groundProperty() {
        return observable(groundColor);
    }

    /** The same as 0xrrggbb. */
    int ground() {
        return rgb(groundColor.getValue());
    }

    @SuppressWarnings("unchecked")
    private static ObservableValue<Color> observable(StyleableProperty<Color> color) {
        return (ObservableValue<Color>) color;
    }

    private void recolour() {
        int ground = ground();
        colours = new DotLayer.Colours(
                paint.colours(frame.dots(), ground),
                ground,
                rgb(gridColor.getValue()),
                rgb(Colours.RAISES),
                rgb(Colours.LOWERS));
        placeAnew();
    }

    private void placeAnew() {
        placedScale = Double.NaN;
        requestLayout();
    }

    private static int rgb(Color color) {
        return (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
    }

    /** Larger, in the middle. */
    public void zoomIn() {
        zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    /** Smaller, in the middle. */
    public void zoomOut() {
        zoom(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    /** All dots are seen. */
    public void fit() {
        frame.viewport().fit();
        requestLayout();
    }

    /** Enlarges by a factor around a pixel. */
    public void zoom(double factor, double px, double py) {
        frame.viewport().zoom(factor, px, py);
        requestLayout();
    }

    /** Moves what is seen by so many pixels. */
    public void pan(double dx, double dy) {
        frame.viewport().pan(dx, dy);
        requestLayout();
    }

    /** How much larger everything is than where all of it is seen. */
    public double zoomed() {
        return frame.viewport().zoom();
    }

    /** Moves the item to the middle, and near. */
    void centre(int item) {
        int dot = frame.dots().find(item);
        if (dot >= 0) {
            frame.viewport().centre(frame.dots().x()[dot], frame.dots().y()[dot], NEAR_ENOUGH);
            requestLayout();
        }
    }

    /** Moves the item into sight where it is not. */
    void reveal(int item) {
        int dot = frame.dots().find(item);
        if (dot >= 0
                && !frame.viewport().shows(frame.dots().x()[dot], frame.dots().y()[dot], INSET)) {
            frame.viewport().centre(frame.dots().x()[dot], frame.dots().y()[dot], 0);
            requestLayout();
        }
    }

    /** Where an item is, in pixels from the upper left corner; null where it is not drawn. */
    public Point2D place(int item) {
        int dot = frame.dots().find(item);
        return dot < 0 ? null : new Point2D(frame.px(dot), frame.py(dot));
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.pow(ZOOM_STEP, event.getDeltaY() / NOTCH), event.getX(), event.getY());
        }
        event.consume();
    }

    private void onPressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        dragged = false;
    }

    private void onDragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() || event.isMiddleButtonDown()) {
            dragged |= !event.isStillSincePress();
            pan(event.getX() - pressedX, event.getY() - pressedY);
            pressedX = event.getX();
            pressedY = event.getY();
            hover(-1);
        }
    }

    private void onClicked(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int dot = frame.at(event.getX(), event.getY(), TOLERANCE);
        int item = dot < 0 ? -1 : frame.dots().items()[dot];
        if (event.getClickCount() == 2 && item >= 0) {
            onOpen.accept(item);
        } else {
            onChoose.accept(item);
        }
    }

    private void onTyped(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+", "=" -> zoomIn();
            case "-", "−" -> zoomOut();
            case "0" -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> pan(KEY_PAN, 0);
            case RIGHT, KP_RIGHT -> pan(-KEY_PAN, 0);
            case UP, KP_UP -> pan(0, KEY_PAN);
            case DOWN, KP_DOWN -> pan(0, -KEY_PAN);
            case ESCAPE -> onChoose.accept(-1);
            case ENTER -> {
                if (marks.selected() >= 0) {
                    onOpen.accept(frame.dots().items()[marks.selected()]);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        for (Canvas layer : List.of(markLayer.view(), hoverLayer)) {
            layer.setWidth(width);
            layer.setHeight(height);
        }
        double sharpness = sharpness();
        dotLayer.resize(width, height, sharpness);
        frame.update(width, height);
        dotLayer.draw(frame, marks, colours, sharpness);
        double scale = frame.viewport().scale();
        if (scale != placedScale) {
            labels.place(
                    frame,
                    frame.dots().size(),
                    marks.labelled(),
                    frame.viewport().zoom());
            placedScale = scale;
        }
        markLayer.draw(
                marks, labels, new MarkLayer.Ink(textColor.getValue(), lineColor.getValue(), groundColor.getValue()));
        drawHovered();
    }

    private double sharpness() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }

    private void hover(int dot) {
        if (dot != hovered) {
            hovered = dot;
            drawHovered();
        }
    }

    private void drawHovered() {
        GraphicsContext g = hoverLayer.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        tip.setVisible(hovered >= 0);
        if (hovered < 0) {
            return;
        }
        g.setStroke(textColor.getValue());
        g.setLineWidth(2);
        double around = frame.radius(hovered) + 2;
        g.strokeOval(frame.px(hovered) - around, frame.py(hovered) - around, 2 * around, 2 * around);
        tip.setText(describe.apply(frame.dots().items()[hovered]));
        tip.applyCss();
        tip.autosize();
        double reach = frame.radius(hovered) + 8;
        double x = frame.px(hovered) + reach;
        double left = x + tip.getWidth() > getWidth() ? frame.px(hovered) - reach - tip.getWidth() : x;
        double top = Math.max(0, Math.min(getHeight() - tip.getHeight(), frame.py(hovered) - tip.getHeight() / 2));
        tip.relocate(Math.max(0, left), top);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
