package io.github.factorscope.data.simulation;

import java.util.List;

/**
 * What there is to like about each film: one loading per film and trait. Each film's loadings have length 1, so the
 * inner product of two films is the correlation, over all simulated people, of how much they like the two.
 */
public final class FilmTraits {
    private final List<String> names;
    private final double[][] loadings; // a_i, films x traits

    /** Takes over the loadings (films x traits), whose rows must have length 1, without copying them. */
    FilmTraits(List<String> names, double[][] loadings) {
        this.names = List.copyOf(names);
        this.loadings = loadings;
        for (double[] row : loadings) {
            if (row.length != names.size()) {
                throw new IllegalArgumentException(row.length + " loadings for " + names.size() + " traits");
            }
            if (!(StrictMath.abs(product(row, row) - 1) < 1e-9)) {
                throw new IllegalArgumentException("a film's loadings must have length 1");
            }
        }
    }

    /** The names of the traits, such as "genre Horror" or "series Alien". */
    public List<String> names() {
        return names;
    }

    /**
     * How alike two films are in what people like about them.
     *
     * @param film a film's index, counted from 0
     * @param other another film's index
     * @return the planted correlation of the two tastes, from -1 to 1
     */
    public double similarity(int film, int other) {
        return product(loadings[film], loadings[other]);
    }

    /**
     * How much a film appeals to a person.
     *
     * @param film a film's index, counted from 0
     * @param tastes the person's taste for every trait; with standard normal tastes the result is standard normal
     */
    double appeal(int film, double[] tastes) {
        return product(loadings[film], tastes);
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int trait = 0; trait < left.length; trait++) {
            sum += left[trait] * right[trait];
        }
        return sum;
    }
}
