package io.github.factorscope.ui.explore;

import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.inspection.PeopleSearch;
import io.github.factorscope.storage.Profile;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.NewestOnly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who can be looked at: users of the data, somebody new, and those who were saved. */
public final class PeopleViewModel {
    private static final Texts TEXTS = Texts.of(PeopleViewModel.class);
    private static final int MOST_RECENT = 10;
    private static final int MOST_FILMS = 50;

    /** How somebody is found. */
    public enum Way {
        BY_ID("by-id", "find-user"),
        MOST_ACTIVE("most-ratings", "part-of-id"),
        LEAST_ACTIVE("fewest-ratings", "part-of-id"),
        BY_TASTE("who-loved", "title-of-film"),
        RECENT("looked-at-before", ""),
        SAVED("saved-profiles", "");

        private final String title;
        private final String prompt;

        Way(String title, String prompt) {
            this.title = title;
            this.prompt = prompt;
        }

        public String title() {
            return TEXTS.get(title);
        }

        /** What is to be typed; empty where nothing is. */
        public String prompt() {
            return prompt.isEmpty() ? "" : TEXTS.get(prompt);
        }
    }

    /** What can be chosen. */
    public sealed interface Line {}

    /**
     * A user.
     *
     * @param ratings that a model may learn from
     * @param stars what they gave to the film that is asked about; NaN where none is
     */
    public record UserLine(int user, String id, int ratings, float stars) implements Line {}

    /** A film that may have been loved. */
    public record FilmLine(int item, String title, int ratings) implements Line {}

    /** Somebody new who was looked at before. */
    public record NewcomerLine(Visitor visitor, int ratings) implements Line {}

    /** Somebody who was saved. */
    public record ProfileLine(Profile profile) implements Line {}

    /** @param world in which the visitor's indices hold */
    private record Recent(String world, Visitor visitor) {}

    private final ExploreViewModel explore;
    private final ProfileShelf profiles;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.BY_ID);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Integer> film = new ReadOnlyObjectWrapper<>();
    private final List<Recent> recent = new ArrayList<>(); // the last one first
    private final NewestOnly finding;
    private final SplittableRandom random = new SplittableRandom(1);
    private Visitor lastNewcomer;
    private int newcomers;

    PeopleViewModel(ExploreViewModel explore) {
        this.explore = explore;
        profiles = new ProfileShelf(explore);
        finding = new NewestOnly(explore.background());
        search.addListener((Observable change) -> {
            film.set(null);
            refresh();
        });
        way.addListener((Observable change) -> begin());
        explore.findersProperty().addListener((Observable change) -> begin());
        explore.whatIf().visitorProperty().addListener((observable, before, now) -> remember(now));
        profiles.all().addListener((Observable change) -> refresh());
    }

    /** Who or what can be chosen, the best first. */
    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Index of the film by whose lovers is searched; null where none is chosen yet. */
    public ReadOnlyObjectProperty<Integer> filmProperty() {
        return film.getReadOnlyProperty();
    }

    public ProfileShelf profiles() {
        return profiles;
    }

    /** Looks at whom the line is about; of a film, lists those who loved it. */
    public void choose(Line line) {
        if (line instanceof UserLine user) {
            explore.choose(user.user());
        } else if (line instanceof NewcomerLine newcomer) {
            explore.whatIf().visit(newcomer.visitor());
        } else if (line instanceof ProfileLine saved) {
            profiles.open(saved.profile());
        } else if (line instanceof FilmLine found) {
            search.set(found.title());
            film.set(found.item());
            refresh();
        }
    }

    /** Whether this is whom the screen is about. */
    public boolean isShown(Line line) {
        Visitor shown = explore.whatIf().visitorProperty().get();
        if (shown == null) {
            return false;
        }
        return switch (way.get()) {
            case SAVED -> line instanceof ProfileLine saved && saved.profile().isCalled(shown.name());
            default ->
                line instanceof UserLine user
                        ? !shown.isNewcomer() && user.user() == shown.user()
                        : line instanceof NewcomerLine newcomer
                                && newcomer.visitor().name().equals(shown.name());
        };
    }

    /** The first user with ratings to learn from. */
    void chooseFirst() {
        RatingMatrix training = explore.run().experiment().split().training();
        IntStream.range(0, training.users())
                .filter(user -> training.byUser().length(user) > 0)
                .findFirst()
                .ifPresent(explore::choose);
    }

    /** Any user with at least one rating to learn from. */
    public void chooseRandomUser() {
        if (explore.run() == null) {
            return;
        }
        RatingMatrix training = explore.run().experiment().split().training();
        int[] rated = IntStream.range(0, training.users())
                .filter(user -> training.byUser().length(user) > 0)
                .toArray();
        explore.choose(rated[random.nextInt(rated.length)]);
    }

    /** Somebody whom the model has never seen, who has rated nothing yet. */
    public void chooseNewPerson() {
        if (explore.run() == null) {
            return;
        }
        boolean unused =
                lastNewcomer != null && explore.whatIf().ratingsOf(lastNewcomer).size() == 0;
        if (!unused) {
            newcomers++;
            String name = newcomers == 1 ? TEXTS.get("new-person") : TEXTS.get("new-person-number", "" + newcomers);
            lastNewcomer = Visitor.newcomer(name, RatedItems.none());
        }
        explore.whatIf().visit(lastNewcomer);
    }

    private void remember(Visitor visitor) {
        if (visitor == null) {
            return;
        }
        if (way.get() == Way.BY_ID && lines.stream().noneMatch(this::isShown)) {
            search.set(""); // an id of somebody else would stand above
        }
        String world = WhatIfViewModel.worldOf(visitor, explore.run());
        recent.removeIf(known -> known.world().equals(world)
                && known.visitor().user() == visitor.user()
                && known.visitor().name().equals(visitor.name()));
        recent.add(0, new Recent(world, visitor));
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT);
        }
    }

    private void begin() {
        if (search.get().isEmpty()) {
            film.set(null);
            refresh();
        } else {
            search.set("");
        }
    }

    private void refresh() {
        Finders finders = explore.findersProperty().get();
        if (finders == null) {
            finding.forget();
            lines.clear();
            return;
        }
        String typed = search.get();
        Integer asked = film.get();
        switch (way.get()) {
            case BY_ID -> find(() -> users(finders.people().byId(typed), asked, finders.people()));
            case MOST_ACTIVE -> find(() -> users(finders.people().mostActive(typed), asked, finders.people()));
            case LEAST_ACTIVE -> find(() -> users(finders.people().leastActive(typed), asked, finders.people()));
            case BY_TASTE ->
                find(() -> asked == null
                        ? films(finders, typed)
                        : users(finders.people().byTaste(asked), asked, finders.people()));
            case RECENT -> show(recentLines());
            case SAVED ->
                show(profiles.all().stream()
                        .map(profile -> (Line) new ProfileLine(profile))
                        .toList());
        }
    }

    private void find(Callable<List<Line>> search) {
        finding.run(search, lines::setAll, explore.errors()::show);
    }

    private void show(List<Line> found) {
        finding.forget();
        lines.setAll(found);
    }

    private List<Line> users(int[] users, Integer film, PeopleSearch people) {
        var ids = explore.run().experiment().dataset().users();
        return Arrays.stream(users)
                .mapToObj(user -> (Line) new UserLine(
                        user, ids.id(user), people.ratings(user), film == null ? Float.NaN : people.rating(user, film)))
                .toList();
    }

    private List<Line> films(Finders finders, String typed) {
        ItemCatalogue items = finders.split().items();
        return Arrays.stream(finders.items().find(typed, MOST_FILMS))
                .mapToObj(item -> (Line) new FilmLine(
                        item,
                        items.item(item).label(),
                        finders.split().training().byItem().length(item)))
                .toList();
    }

    private List<Line> recentLines() {
        return recent.stream()
                .filter(known -> known.world().equals(WhatIfViewModel.worldOf(known.visitor(), explore.run())))
                .map(known -> line(known.visitor()))
                .filter(line -> isShown(line) || !(line instanceof NewcomerLine newcomer) || newcomer.ratings() > 0)
                .toList();
    }

    private Line line(Visitor visitor) {
        int ratings = explore.whatIf().ratingsOf(visitor).size();
        return visitor.isNewcomer()
                ? new NewcomerLine(visitor, ratings)
                : new UserLine(
                        visitor.user(),
                        explore.run().experiment().dataset().users().id(visitor.user()),
                        visitor.came().size(),
                        Float.NaN);
    }
}
