package io.github.factorscope.ui.formula;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Typesets LaTeX into outlines and keeps them. From any thread; the first one of a process takes most of a second. */
public final class Outlines {
    private static final int MOST = 1000; // about 3 kB each
    private static final String BETWEEN = "\\mathord{}"; // so that signs at the ends have their spaces

    private static final Map<Key, Outline> KEPT = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Outline> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String latex, FormulaStyle style) {}

    private Outlines() {}

    /**
     * Typesets a formula, or a part of one: a sign at its beginning or end has the space that it has between others.
     *
     * @throws IllegalArgumentException where it is no LaTeX in math mode
     */
    public static synchronized Outline of(String latex, FormulaStyle style) {
        return KEPT.computeIfAbsent(new Key(latex, style), key -> typeset(latex, style));
    }

    /** Reads fonts and macros in the background, once; done when formulas come without delay. */
    public static CompletableFuture<Void> ready() {
        return Fonts.READY;
    }

    /** Apart from the outlines, so that nobody who asks whether they are ready waits for them. */
    private static final class Fonts {
        static final CompletableFuture<Void> READY = CompletableFuture.runAsync(Fonts::read, Fonts::start);

        private static void start(Runnable reading) {
            Thread thread = new Thread(reading, "formula-fonts");
            thread.setDaemon(true);
            thread.start();
        }

        private static void read() {
            of("\\hat{r} = \\Bigl(q^{\\mathsf T} \\gamma\\Bigr) \\leftarrow 0.5", FormulaStyle.DISPLAY);
            of("\\frac{\\sum_{j} \\tilde{b}_{ui}}{|R(u)|^{-\\frac12}}", FormulaStyle.DISPLAY);
        }
    }

    private static Outline typeset(String latex, FormulaStyle style) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(BETWEEN + latex + BETWEEN).createTeXIcon(style.texStyle(), (float) Outline.EM);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a formula: " + latex, e);
        }
        OutlineGraphics graphics = new OutlineGraphics();
        double scale = Outline.EM;
        graphics.scale(scale, scale);
        icon.getBox().draw(graphics, 0, 0);
        return new Outline(
                svg(graphics.outline()),
                icon.getBox().getWidth() * scale,
                icon.getBox().getHeight() * scale,
                icon.getBox().getDepth() * scale);
    }

    private static String svg(Path2D outline) {
        StringBuilder svg = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator parts = outline.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> append(svg, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(svg, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(svg, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(svg, 'C', at, 6);
                case PathIterator.SEG_CLOSE -> svg.append('Z');
                default -> throw new IllegalStateException("no such part of a path: " + kind);
            }
        }
        return svg.toString();
    }

    /** Numbers to a hundredth of a unit. */
    private static void append(StringBuilder svg, char command, double[] numbers, int count) {
        svg.append(command);
        for (int k = 0; k < count; k++) {
            svg.append(k == 0 ? "" : " ").append(Math.round(numbers[k] * 100) / 100.0);
        }
    }
}
