package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.NamedRating;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.inspection.BroughtRatings;
import io.github.factorscope.inspection.BroughtRatings.LeftOut;
import io.github.factorscope.model.Person;
import io.github.factorscope.storage.Profile;
import io.github.factorscope.storage.ProfileStore;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The saved profiles: what somebody has rated, under a name. */
public final class ProfileShelf {
    private static final Texts TEXTS = Texts.of(ProfileShelf.class);

    private final ExploreViewModel explore;
    private final ObservableList<Profile> all = FXCollections.observableArrayList();
    private ProfileStore store; // null before it is known where they are kept

    ProfileShelf(ExploreViewModel explore) {
        this.explore = explore;
    }

    /** Reads those that were saved in a file, and saves there from now on. */
    public void keepIn(Path file) {
        store = new ProfileStore(file, explore.errors()::say);
        all.setAll(store.all());
    }

    /** In the order in which they were first saved. */
    public ObservableList<Profile> all() {
        return all;
    }

    /** Keeps the ratings on the screen under a name; somebody new is called so from then on. */
    public void saveAs(String name) {
        Visitor visitor = explore.whatIf().visitorProperty().get();
        if (visitor == null) {
            return;
        }
        change(() -> {
            Profile.requireName(name);
            Optional<Profile> replaced = store.save(profile(name, visitor));
            if (visitor.isNewcomer()) {
                explore.whatIf().rename(name);
            }
            replaced.ifPresentOrElse(
                    before -> explore.errors()
                            .offer(TEXTS.get("saved-in-place", name), TEXTS.get("undo"), () -> save(before)),
                    () -> explore.errors().tell(TEXTS.get("saved", name)));
        });
    }

    private Profile profile(String name, Visitor visitor) {
        Dataset dataset = dataset();
        String user = visitor.isNewcomer() ? "" : dataset.users().id(visitor.user());
        RatedItems rated = explore.whatIf().historyProperty().get().now();
        return new Profile(name, dataset.name(), user, named(rated, dataset));
    }

    /** Ratings that keep their meaning away from the data set. */
    static List<NamedRating> named(RatedItems rated, Dataset dataset) {
        return IntStream.range(0, rated.size())
                .mapToObj(place -> {
                    var item = dataset.items().item(rated.item(place));
                    return new NamedRating(item.id(), item.label(), rated.value(place));
                })
                .toList();
    }

    private void save(Profile profile) {
        change(() -> store.save(profile));
    }

    public void rename(Profile profile, String name) {
        change(() -> {
            store.rename(profile.name(), name);
            Visitor visitor = explore.whatIf().visitorProperty().get();
            if (visitor != null && visitor.isNewcomer() && profile.isCalled(visitor.name())) {
                explore.whatIf().rename(name);
            }
        });
    }

    /** Removes, and offers to take that back. */
    public void delete(Profile profile) {
        change(() -> {
            store.delete(profile.name());
            explore.errors()
                    .offer(TEXTS.get("deleted-profile", profile.name()), TEXTS.get("undo"), () -> save(profile));
        });
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        if (store == null) {
            explore.errors().say(TEXTS.get("no-shelf"));
            return;
        }
        try {
            change.make();
        } catch (UserException e) {
            explore.errors().say(e.getMessage());
        } catch (IOException | RuntimeException e) {
            explore.errors().show(e);
        } finally {
            all.setAll(store.all());
        }
    }

    /** Looks at somebody who was saved, with the ratings of the profile: changes that were made since can be had back by undo. */
    public void open(Profile profile) {
        if (explore.run() == null) {
            return;
        }
        Dataset dataset = dataset();
        boolean sameData = profile.data().equals(dataset.name());
        explore.background()
                .run(
                        () -> BroughtRatings.of(profile.ratings(), sameData, dataset.items(), dataset.scale()),
                        brought -> show(profile, brought, dataset, sameData),
                        explore.errors()::show);
    }

    private void show(Profile profile, BroughtRatings brought, Dataset dataset, boolean sameData) {
        if (explore.run() == null || !dataset().equals(dataset)) {
            return; // other data was chosen meanwhile
        }
        int user = sameData && profile.isOfUser() ? dataset.users().find(profile.user()) : Person.NEWCOMER;
        if (user >= 0) {
            explore.choose(user);
        } else {
            explore.whatIf().visit(Visitor.newcomer(profile.name(), brought.ratings()));
        }
        explore.whatIf().rate(brought.ratings(), TEXTS.get("profile-of", profile.name()));
        if (!brought.leftOut().isEmpty()) {
            explore.errors()
                    .say(TEXTS.get(
                            "profile-ratings-left-out",
                            Formats.count(brought.leftOut().size()),
                            Formats.count(profile.ratings().size()),
                            profile.name(),
                            reasons(brought.leftOut())));
        }
    }

    private static String reasons(List<LeftOut> leftOut) {
        return RatingFiles.firstOf(leftOut.stream().map(LeftOut::reason).toList());
    }

    private Dataset dataset() {
        return explore.run().experiment().dataset();
    }
}
