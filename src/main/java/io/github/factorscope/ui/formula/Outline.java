package io.github.factorscope.ui.formula;

/**
 * A typeset formula as one filled shape, in units of which {@value #EM} are one em. Its origin is the left end of the baseline.
 *
 * @param path as in an SVG file, filled by the nonzero rule; y points down
 * @param width of the line that it takes, with the spaces around signs
 * @param ascent room above the baseline
 * @param descent room below it
 */
public record Outline(String path, double width, double ascent, double descent) {
    /** Units of an em. */
    public static final double EM = 100;
}
