package io.github.factorscope.data.simulation;

/**
 * How a film feels, judged on three scales. Each value runs from -2 to +2 without a unit.
 *
 * @param artistry -2 for a blockbuster made for everybody, +2 for an art-house film
 * @param darkness -2 for a cheerful film, +2 for a bleak one
 * @param thoughtfulness -2 for a film of movement, +2 for a film of ideas
 */
public record FilmStyle(int artistry, int darkness, int thoughtfulness) {
    /** The largest value on each scale; the smallest is its negative. */
    public static final int LARGEST = 2;

    public FilmStyle {
        requireOnScale("artistry", artistry);
        requireOnScale("darkness", darkness);
        requireOnScale("thoughtfulness", thoughtfulness);
    }

    private static void requireOnScale(String name, int value) {
        if (value < -LARGEST || value > LARGEST) {
            throw new IllegalArgumentException(name + " must lie between -2 and 2 but is " + value);
        }
    }
}
