package io.github.factorscope.ui.learn;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.model.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Six people and six films, small enough to see every number: three like space, three like love stories. */
final class ToyFilms {
    static final int USERS = 6;
    static final int ITEMS = 6;

    /** A cell that shows a lot: a fan of space who gave little to a love story. */
    static final int FIRST_USER = 0;

    static final int FIRST_ITEM = 3;

    private static final String NAME = "toy-films";

    private static final List<String> PEOPLE = List.of("Ada", "Ben", "Cho", "Dev", "Eva", "Finn");

    private static final List<Item> FILMS = List.of(
            new Item("1", "The Matrix", 1999, List.of("Action", "Sci-Fi")),
            new Item("2", "Alien", 1979, List.of("Horror", "Sci-Fi")),
            new Item("3", "Star Wars", 1977, List.of("Action", "Adventure", "Sci-Fi")),
            new Item("4", "Titanic", 1997, List.of("Drama", "Romance")),
            new Item("5", "Amélie", 2001, List.of("Comedy", "Romance")),
            new Item("6", "Notting Hill", 1999, List.of("Comedy", "Romance")));

    private static final int[][] STARS = { // one row a person, 0 where there is no rating
        {5, 4, 5, 2, 0, 1},
        {4, 0, 5, 1, 2, 0},
        {5, 5, 0, 0, 3, 2},
        {1, 0, 2, 5, 4, 0},
        {0, 2, 1, 0, 5, 5},
        {2, 0, 0, 0, 4, 5}
    };

    /** So few ratings want few factors, long steps and little shrinkage; every epoch is as the first. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("factors", "2"),
            Map.entry("initialDeviation", "0.4"),
            Map.entry("learningRate", "0.05"),
            Map.entry("weightLearningRate", "0.05"),
            Map.entry("learningRateDecay", "1"),
            Map.entry("regularization", "0.02"),
            Map.entry("biasRegularization", "0.02"),
            Map.entry("weightRegularization", "0.02"),
            Map.entry("explicitRegularization", "0.005"),
            Map.entry("implicitRegularization", "0.005"),
            Map.entry("extraRatings", "1"),
            Map.entry("itemShrinkage", "1"),
            Map.entry("userShrinkage", "1"),
            Map.entry("shrinkage", "2"),
            Map.entry("fewestRatings", "1"),
            Map.entry("neighbours", "5"));

    private ToyFilms() {}

    static Ground ground() {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (STARS[user][item] > 0) {
                    ratings.add(user, item, STARS[user][item], 0);
                }
            }
        }
        Map<String, Item> described = new LinkedHashMap<>();
        FILMS.forEach(film -> described.put(film.id(), film));
        IdIndex ids = IdIndex.of(FILMS.stream().map(Item::id).toList());
        Dataset dataset = new Dataset(
                NAME,
                NAME,
                ratings.build(),
                Ratings.none(),
                IdIndex.of(PEOPLE),
                ItemCatalogue.of(ids, described),
                RatingScale.WHOLE_STARS);
        return new Ground(dataset, dataset.matrix(dataset.ratings()), Optional.empty());
    }

    static Settings settings(Settings defaults) {
        Settings settings = defaults;
        for (Map.Entry<String, String> entry : SETTINGS.entrySet()) {
            if (defaults.toMap().containsKey(entry.getKey())) {
                settings = settings.with(entry.getKey(), entry.getValue());
            }
        }
        return settings;
    }
}
