package io.github.factorscope.data.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text that explains a data set; its numbers come from the data set itself, so that they cannot drift. */
final class DatasetReadme {
    private static final String TEMPLATE = "readme-template.md";
    private static final int CLOSEST_FILMS = 3;

    /** The films whose closest films are named; those that a film list does not have are left out. */
    private static final List<String> SHOWN_FILMS = List.of(
            "Seven Samurai",
            "The Godfather",
            "Alien",
            "Before Sunrise",
            "Toy Story",
            "The Lord of the Rings: The Fellowship of the Ring",
            "Spirited Away",
            "The Dark Knight");

    private final SimulatedDataset dataset;

    private DatasetReadme(SimulatedDataset dataset) {
        this.dataset = dataset;
    }

    static String text(SimulatedDataset dataset) throws IOException {
        DatasetReadme readme = new DatasetReadme(dataset);
        Map<String, String> values = new LinkedHashMap<>();
        readme.putFacts(values);
        readme.putSettings(values);
        return filled(template(), values);
    }

    /** Replaces every {@code {{name}}} in the template; the names must be those of the values, no more and no fewer. */
    static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String placeholder = "{{" + entry.getKey() + "}}";
            if (!text.contains(placeholder)) {
                throw new IllegalArgumentException("the template has no place for " + entry.getKey());
            }
            text = text.replace(placeholder, entry.getValue());
        }
        if (text.contains("{{")) {
            throw new IllegalArgumentException("no value for " + text.substring(text.indexOf("{{")));
        }
        return text;
    }

    private static String template() throws IOException {
        try (InputStream bytes = DatasetReadme.class.getResourceAsStream(TEMPLATE)) {
            if (bytes == null) {
                throw new IOException("the template " + TEMPLATE + " is missing from the program");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void putFacts(Map<String, String> values) {
        DatasetFacts facts = dataset.facts();
        values.put("users", Integer.toString(facts.users()));
        values.put("films", Integer.toString(facts.films()));
        values.put("ratings", Integer.toString(facts.ratings()));
        values.put("meanStars", decimal(facts.meanStars(), 4));
        values.put("density", decimal(100 * facts.density(), 2));
        values.put("fewestPerUser", Integer.toString(facts.perUser().fewest()));
        values.put("medianPerUser", Integer.toString(facts.perUser().median()));
        values.put("mostPerUser", Integer.toString(facts.perUser().most()));
        values.put("fewestPerFilm", Integer.toString(facts.perFilm().fewest()));
        values.put("medianPerFilm", Integer.toString(facts.perFilm().median()));
        values.put("mostPerFilm", Integer.toString(facts.perFilm().most()));
        values.put("noiseFloor", decimal(facts.noiseFloor(), 4));
        values.put("starShares", starShares(facts));
        values.put("traits", Integer.toString(dataset.traits().names().size()));
        values.put("closestFilms", closestFilms());
    }

    private void putSettings(Map<String, String> values) {
        SimulationSettings settings = dataset.settings();
        values.put("seed", Long.toString(settings.seed()));
        values.put("fewestRatings", Integer.toString(settings.fewestRatings()));
        values.put("mostRatings", Integer.toString(settings.mostRatings()));
        values.put("typicalExtraRatings", exact(settings.typicalExtraRatings()));
        values.put("activitySpread", exact(settings.activitySpread()));
        values.put("firstYear", Integer.toString(settings.firstYear()));
        values.put("lastYear", Integer.toString(settings.lastYear()));
        values.put("popularitySlope", exact(settings.popularitySlope()));
        values.put("curiositySpread", exact(settings.curiositySpread()));
        values.put("choiceByTaste", exact(settings.choiceByTaste()));
        values.put("choiceByInterest", exact(settings.choiceByInterest()));
        values.put("typicalStars", exact(settings.typicalStars()));
        values.put("qualitySpread", exact(settings.qualitySpread()));
        values.put("biasSpread", exact(settings.biasSpread()));
        values.put("scaleUseSpread", exact(settings.scaleUseSpread()));
        values.put("tasteSpread", exact(settings.tasteSpread()));
        values.put("noiseSpread", exact(settings.noiseSpread()));
        values.put("genreWeight", exact(settings.weights().genre()));
        values.put("eraWeight", exact(settings.weights().era()));
        values.put("styleWeight", exact(settings.weights().style()));
        values.put("themeWeight", exact(settings.weights().theme()));
        values.put("directorWeight", exact(settings.weights().director()));
        values.put("seriesWeight", exact(settings.weights().series()));
        values.put("languageWeight", exact(settings.weights().language()));
    }

    private static String starShares(DatasetFacts facts) {
        return facts.starShares().entrySet().stream()
                .map(entry -> "| " + exact(entry.getKey()) + " | " + decimal(100 * entry.getValue(), 1) + " % |")
                .collect(Collectors.joining("\n"));
    }

    private String closestFilms() {
        List<Film> films = dataset.films();
        return IntStream.range(0, films.size())
                .filter(film -> SHOWN_FILMS.contains(films.get(film).title()))
                .mapToObj(film -> "| " + titleAndYear(film) + " | " + closestTo(film) + " |")
                .collect(Collectors.joining("\n"));
    }

    private String closestTo(int film) {
        FilmTraits traits = dataset.traits();
        return IntStream.range(0, dataset.films().size())
                .filter(other -> other != film)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -traits.similarity(film, other)))
                .limit(CLOSEST_FILMS)
                .map(other -> titleAndYear(other) + " " + decimal(traits.similarity(film, other), 2))
                .collect(Collectors.joining("; "));
    }

    private String titleAndYear(int film) {
        Film shown = dataset.films().get(film);
        return shown.title() + " (" + shown.year() + ")";
    }

    private static String decimal(double value, int digits) {
        // Exact decimal arithmetic, because formatting has rounded differently between Java versions.
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String exact(double setting) {
        return Double.toString(setting);
    }
}
