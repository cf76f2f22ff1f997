package io.github.factorscope.ui.learn;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.inspection.ItemSearch;
import io.github.factorscope.inspection.PeopleSearch;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.NewestOnly;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds somebody and one of their ratings, or a film that they have not rated, in data that does not fit the screen. */
public final class RatingFinder {
    private static final int MOST_PEOPLE = 200;
    private static final int MOST_FILMS = 50;

    /** @param ratings to learn from */
    public record PersonLine(int user, String id, int ratings) {}

    /** @param stars NaN where the user has not rated it */
    public record FilmLine(int item, String title, float stars) {}

    /** What finds in one data set. */
    private record Finders(Ground ground, PeopleSearch people, ItemSearch items) {}

    private final NewestOnly preparing;
    private final NewestOnly findingPeople;
    private final NewestOnly findingFilms;
    private final ErrorPresenter errors;
    private final StringProperty person = new SimpleStringProperty("");
    private final StringProperty film = new SimpleStringProperty("");
    private final ObjectProperty<Integer> user = new SimpleObjectProperty<>(0);
    private final ObservableList<PersonLine> people = FXCollections.observableArrayList();
    private final ObservableList<FilmLine> films = FXCollections.observableArrayList();
    private Ground ground; // null before there is one
    private Finders finders; // null while they are made

    RatingFinder(Background background, ErrorPresenter errors) {
        this.errors = errors;
        preparing = new NewestOnly(background);
        findingPeople = new NewestOnly(background);
        findingFilms = new NewestOnly(background);
        person.addListener((Observable change) -> findPeople());
        film.addListener((Observable change) -> findFilms());
        user.addListener((Observable change) -> findFilms());
    }

    /** What is typed of somebody's id. */
    public StringProperty personProperty() {
        return person;
    }

    /** What is typed of a title; nothing for all that the user has rated. */
    public StringProperty filmProperty() {
        return film;
    }

    /** Whose ratings are looked for. */
    public ObjectProperty<Integer> userProperty() {
        return user;
    }

    public ObservableList<PersonLine> people() {
        return people;
    }

    public ObservableList<FilmLine> films() {
        return films;
    }

    /** From now on finds in this data. */
    void use(Ground now) {
        if (now.split().isEmpty() || (ground != null && ground.dataset().equals(now.dataset()))) {
            return;
        }
        ground = now;
        finders = null;
        preparing.run(
                () -> new Finders(
                        now,
                        new PeopleSearch(now.dataset().users(), now.split().orElseThrow()),
                        ItemSearch.of(now.dataset().items(), now.training())),
                made -> {
                    finders = made;
                    findPeople();
                    findFilms();
                },
                errors::show);
    }

    /** The first film that somebody has rated; −1 where there is none. */
    int firstFilm(int of) {
        return ground.training().byUser().length(of) == 0
                ? -1
                : ground.training().byUser().column(ground.training().byUser().start(of));
    }

    private void findPeople() {
        Finders now = finders;
        if (now != null) {
            String typed = person.get();
            findingPeople.run(() -> people(now, typed), people::setAll, errors::show);
        }
    }

    private static List<PersonLine> people(Finders finders, String typed) {
        return Arrays.stream(finders.people().byId(typed))
                .limit(MOST_PEOPLE)
                .mapToObj(each -> new PersonLine(
                        each, finders.ground().user(each), finders.people().ratings(each)))
                .toList();
    }

    private void findFilms() {
        Finders now = finders;
        if (now != null) {
            String typed = film.get();
            int of = user.get();
            findingFilms.run(() -> films(now, of, typed), films::setAll, errors::show);
        }
    }

    private static List<FilmLine> films(Finders finders, int user, String typed) {
        RatedItems rated = RatedItems.ofUser(finders.ground().training(), user);
        IntStream found = typed.isBlank()
                ? IntStream.range(0, rated.size()).map(rated::item)
                : Arrays.stream(finders.items().find(typed, MOST_FILMS));
        return found.mapToObj(item -> new FilmLine(
                        item,
                        finders.ground().item(item).label(),
                        finders.ground().training().rating(user, item)))
                .toList();
    }
}
