package io.github.factorscope.ui.map;

/** What the colour of a dot says. */
public enum Colouring {
    GENRE("Genre"),
    POPULARITY("Popularity"),
    MEAN("Mean rating"),
    PREDICTION("Prediction");

    private final String title;

    Colouring(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
