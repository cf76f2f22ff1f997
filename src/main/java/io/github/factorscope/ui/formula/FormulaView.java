package io.github.factorscope.ui.formula;

import io.github.factorscope.model.ModelFamily;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/**
 * A formula in parts on one baseline, crisp at every size and in the colours of the theme. Where there is too little room it
 * goes on below, as on paper, before a sign. Parts that explain themselves are pointed at by the mouse, or by the arrow keys
 * once the formula has the focus, and then say what they are.
 */
public final class FormulaView extends Region {
    private static final StyleablePropertyFactory<FormulaView> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<FormulaView, Number> SIZE =
            FACTORY.createSizeCssMetaData("-formula-size", view -> view.size, 16.0, true);

    private final StyleableDoubleProperty size = new SimpleStyleableDoubleProperty(SIZE, this, "size", 16.0) {
        @Override
        protected void invalidated() {
            glyphs.forEach(each -> each.setSize(get()));
            requestLayout();
        }
    };
    private final ReadOnlyObjectWrapper<FormulaPart> pointedAt = new ReadOnlyObjectWrapper<>();
    private final FormulaStyle style;
    private final Label plain = new Label();
    private final PartTip tip = new PartTip();
    private List<FormulaGlyphs> glyphs = List.of();
    private List<FormulaPart> parts = List.of();
    private Predicate<FormulaPart> highlighted = part -> false;
    private Function<FormulaPart, Paint> marks = part -> null;

    /** With the limits of sums below them. */
    public FormulaView() {
        this(FormulaStyle.DISPLAY);
    }

    public FormulaView(FormulaStyle style) {
        this.style = style;
        getStyleClass().add("formula");
        setAccessibleRole(AccessibleRole.PARENT);
        plain.setWrapText(true);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * Shows a formula.
     *
     * @param text the whole in Unicode, for those who do not see it; shown itself where there are no parts
     */
    public void show(String text, List<FormulaPart> shown) {
        if (text.equals(getAccessibleText()) && shown.equals(parts)) {
            return;
        }
        setAccessibleText(text);
        parts = List.copyOf(shown);
        if (Outlines.ready().isDone()) {
            build();
        } else {
            clear();
            FormulaStyle wanted = style;
            var unused = Outlines.ready().thenRun(() -> {
                shown.forEach(part -> Outlines.of(part.latex(), wanted)); // the first ones take long
                Platform.runLater(this::build);
            });
        }
    }

    /** Shows how a model predicts. */
    public void show(ModelFamily family) {
        show(
                family.formula(),
                family.formulaTerms().stream().map(FormulaPart::of).toList());
    }

    /** Shows a formula that explains nothing. */
    public void show(String text, String latex) {
        show(text, List.of(FormulaPart.of(latex)));
    }

    /** What the mouse or the keyboard points at; null for nothing. */
    public ReadOnlyObjectProperty<FormulaPart> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    /** Highlights parts as if they were pointed at: because something that they stand for is. */
    public void highlight(Predicate<FormulaPart> chosen) {
        highlighted = chosen;
        showPointing();
    }

    /**
     * Draws a line below parts.
     *
     * @param colors of a part; null for no line
     */
    public void mark(Function<FormulaPart, Paint> colors) {
        marks = colors;
        glyphs.forEach(each -> each.setMark(marks.apply(each.part())));
    }

    /** Size of an em in pixels; in a style sheet {@code -formula-size}. */
    public StyleableDoubleProperty sizeProperty() {
        return size;
    }

    private void clear() {
        glyphs = List.of();
        getChildren().clear();
        pointedAt.set(null);
        tip.hide();
    }

    private void build() {
        clear();
        glyphs = parts.stream().map(part -> new FormulaGlyphs(part, style)).toList();
        boolean first = true;
        for (FormulaGlyphs each : glyphs) {
            each.setSize(size.get());
            each.setMark(marks.apply(each.part()));
            if (each.part().isExplained()) {
                each.setFocusTraversable(first); // one stop for all of them: arrow keys lead on
                first = false;
                each.hoverProperty().addListener(change -> point());
                each.focusedProperty().addListener(change -> point());
            }
        }
        if (glyphs.isEmpty()) {
            plain.setText(getAccessibleText());
            getChildren().setAll(plain);
        } else {
            getChildren().setAll(glyphs);
        }
        showPointing();
    }

    /** The mouse goes before the keyboard. */
    private void point() {
        FormulaGlyphs now = glyphs.stream()
                .filter(FormulaGlyphs::isHover)
                .findFirst()
                .or(() -> glyphs.stream().filter(FormulaGlyphs::isFocused).findFirst())
                .orElse(null);
        pointedAt.set(now == null ? null : now.part());
        showPointing();
        if (now == null) {
            tip.hide();
        } else {
            tip.show(now, now.part().about());
        }
    }

    private void showPointing() {
        glyphs.forEach(each -> each.setPointedAt(
                each.part().isExplained() && (each.part().equals(pointedAt.get()) || highlighted.test(each.part()))));
    }

    private void onKey(KeyEvent event) {
        List<FormulaGlyphs> stops =
                glyphs.stream().filter(each -> each.part().isExplained()).toList();
        int at = 0;
        while (at < stops.size() && !stops.get(at).isFocused()) {
            at++;
        }
        if (at == stops.size()) {
            return;
        }
        int to =
                switch (event.getCode()) {
                    case LEFT, UP -> at - 1;
                    case RIGHT, DOWN -> at + 1;
                    case HOME -> 0;
                    case END -> stops.size() - 1;
                    default -> -2;
                };
        if (event.getCode() == KeyCode.ESCAPE && tip.isShowing()) {
            tip.hide();
            event.consume();
        } else if (to != -2) {
            focus(stops, Math.max(0, Math.min(stops.size() - 1, to)));
            event.consume();
        }
    }

    private static void focus(List<FormulaGlyphs> stops, int to) {
        for (int k = 0; k < stops.size(); k++) {
            stops.get(k).setFocusTraversable(k == to);
        }
        stops.get(to).requestFocus();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double insets = snappedLeftInset() + snappedRightInset();
        if (glyphs.isEmpty()) {
            return insets + plain.prefWidth(-1);
        }
        return Math.ceil(
                insets + glyphs.stream().mapToDouble(FormulaGlyphs::glyphWidth).sum());
    }

    @Override
    protected double computePrefHeight(double width) {
        double insets = snappedLeftInset() + snappedRightInset();
        double room = width < 0 ? Double.MAX_VALUE : width - insets;
        if (glyphs.isEmpty()) {
            return snappedTopInset() + snappedBottomInset() + plain.prefHeight(width < 0 ? -1 : room);
        }
        double lines = FormulaLine.of(glyphs, room, size.get()).stream()
                .mapToDouble(FormulaLine::height)
                .sum();
        return Math.ceil(snappedTopInset() + snappedBottomInset() + Math.max(lines, size.get()));
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        plain.resizeRelocate(snappedLeftInset(), top, room, plain.prefHeight(room));
        for (FormulaLine line : FormulaLine.of(glyphs, room, size.get())) {
            line.lay(snappedLeftInset(), top);
            top += line.height();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
