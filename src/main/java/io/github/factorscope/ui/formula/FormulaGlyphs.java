package io.github.factorscope.ui.formula;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** A part of a formula as a node: its outline, and a line below it where it is marked. */
final class FormulaGlyphs extends Region {
    private static final PseudoClass POINTED_AT = PseudoClass.getPseudoClass("pointed-at");
    private static final double MARK = 2; // pixels

    private final FormulaPart part;
    private final Outline outline;
    private final SVGPath shape = new SVGPath();
    private final Scale scale = new Scale();
    private final Rectangle mark = new Rectangle();
    private double baseline;

    FormulaGlyphs(FormulaPart part, FormulaStyle style) {
        this.part = part;
        outline = Outlines.of(part.latex(), style);
        getStyleClass().add("formula-part");
        shape.setContent(outline.path());
        shape.setFillRule(FillRule.NON_ZERO);
        shape.getStyleClass().add("formula-glyphs");
        if (!part.styleClass().isEmpty()) {
            shape.getStyleClass().add(part.styleClass());
        }
        shape.getTransforms().add(scale);
        shape.setManaged(false);
        mark.setManaged(false);
        mark.setVisible(false);
        getChildren().addAll(shape, mark);
        if (part.isExplained()) {
            getStyleClass().add("explained");
            setAccessibleRole(AccessibleRole.TEXT);
            setAccessibleText(part.name());
            setAccessibleHelp(part.about());
        } else {
            setMouseTransparent(true);
        }
    }

    FormulaPart part() {
        return part;
    }

    /** @param size of an em, in pixels */
    void setSize(double size) {
        scale.setX(size / Outline.EM);
        scale.setY(size / Outline.EM);
        requestLayout();
    }

    double ascent() {
        return outline.ascent() * scale.getY();
    }

    double descent() {
        return outline.descent() * scale.getY();
    }

    double glyphWidth() {
        return outline.width() * scale.getX();
    }

    /** @param color of the line below it; null for none */
    void setMark(Paint color) {
        mark.setVisible(color != null);
        mark.setFill(color);
    }

    void setPointedAt(boolean pointedAt) {
        pseudoClassStateChanged(POINTED_AT, pointedAt);
    }

    /** @param fromTop where the line stands on which all parts stand, in pixels */
    void setBaseline(double fromTop) {
        baseline = fromTop;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double start = (getWidth() - glyphWidth()) / 2;
        shape.setLayoutX(start);
        shape.setLayoutY(baseline);
        mark.setX(Math.ceil(start));
        mark.setY(Math.rint(getHeight() - MARK));
        mark.setWidth(Math.floor(glyphWidth()));
        mark.setHeight(MARK);
    }
}
