package io.github.factorscope.data.simulation;

/**
 * How much each kind of trait counts in what people like about films. Only the ratios matter: every film's loadings
 * are brought to length 1 afterwards.
 *
 * @param genre the film's genres
 * @param era when it was made
 * @param style art house or blockbuster, dark or light, thoughtful or kinetic
 * @param theme finer kinships such as "samurai" or "time travel"
 * @param director who directed it
 * @param series the series it belongs to
 * @param language world cinema and its languages
 */
public record TraitWeights(
        double genre, double era, double style, double theme, double director, double series, double language) {
    public TraitWeights {
        requireWeight("genre", genre);
        requireWeight("era", era);
        requireWeight("style", style);
        requireWeight("theme", theme);
        requireWeight("director", director);
        requireWeight("series", series);
        requireWeight("language", language);
        if (genre == 0 || era == 0) {
            // Every film has a genre and an era: with these two no film is left without loadings.
            throw new IllegalArgumentException("the weights of genre and era must be positive");
        }
    }

    private static void requireWeight(String name, double weight) {
        if (!Double.isFinite(weight) || weight < 0) {
            throw new IllegalArgumentException("the weight of " + name + " must not be negative but is " + weight);
        }
    }
}
