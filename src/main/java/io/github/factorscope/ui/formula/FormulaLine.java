package io.github.factorscope.ui.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a formula that stand in one line.
 *
 * @param indent in pixels: lines below the first stand further right
 */
record FormulaLine(List<FormulaGlyphs> parts, double indent) {
    private static final double INDENT = 1.2; // em
    private static final double PADDING = 4; // pixels above and below, for marks

    /** Breaks a formula before signs where it is wider than the room, within brackets only where it must be. */
    static List<FormulaLine> of(List<FormulaGlyphs> all, double room, double size) {
        Breaker breaker = new Breaker(room, INDENT * size);
        for (List<FormulaGlyphs> summand : pieces(all, true)) {
            if (breaker.fits(summand) || breaker.fitsBelow(summand)) {
                breaker.add(summand);
            } else {
                pieces(summand, false).forEach(breaker::add);
            }
        }
        return breaker.lines();
    }

    /** @param whole whether brackets stay together */
    private static List<List<FormulaGlyphs>> pieces(List<FormulaGlyphs> all, boolean whole) {
        List<List<FormulaGlyphs>> pieces = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int k = 0; k < all.size(); k++) {
            if (k > from && all.get(k).part().mayBeginLine() && (depth == 0 || !whole)) {
                pieces.add(all.subList(from, k));
                from = k;
            }
            depth += all.get(k).part().bracketsLeftOpen();
        }
        if (from < all.size()) {
            pieces.add(all.subList(from, all.size()));
        }
        return pieces;
    }

    /** Fills one line after the other. */
    private static final class Breaker {
        private final double room;
        private final double indentBelow;
        private final List<FormulaLine> done = new ArrayList<>();
        private List<FormulaGlyphs> line = new ArrayList<>();

        Breaker(double room, double indentBelow) {
            this.room = room;
            this.indentBelow = indentBelow;
        }

        private double indent() {
            return done.isEmpty() ? 0 : indentBelow;
        }

        boolean fits(List<FormulaGlyphs> piece) {
            return indent() + width(line) + width(piece) <= room;
        }

        boolean fitsBelow(List<FormulaGlyphs> piece) {
            return indentBelow + width(piece) <= room;
        }

        void add(List<FormulaGlyphs> piece) {
            if (!line.isEmpty() && !fits(piece)) {
                end();
            }
            line.addAll(piece);
        }

        private void end() {
            done.add(new FormulaLine(line, indent()));
            line = new ArrayList<>();
        }

        List<FormulaLine> lines() {
            if (!line.isEmpty()) {
                end();
            }
            return done;
        }
    }

    private static double width(List<FormulaGlyphs> parts) {
        return parts.stream().mapToDouble(FormulaGlyphs::glyphWidth).sum();
    }

    private double ascent() {
        return Math.ceil(parts.stream().mapToDouble(FormulaGlyphs::ascent).max().orElse(0)) + PADDING;
    }

    private double descent() {
        return Math.ceil(
                        parts.stream().mapToDouble(FormulaGlyphs::descent).max().orElse(0))
                + PADDING;
    }

    double height() {
        return ascent() + descent();
    }

    /** Puts the parts beside one another. */
    void lay(double left, double top) {
        double x = left + indent;
        for (FormulaGlyphs each : parts) {
            each.setBaseline(ascent());
            each.resizeRelocate(x, top, each.glyphWidth(), height());
            x += each.glyphWidth();
        }
    }
}
