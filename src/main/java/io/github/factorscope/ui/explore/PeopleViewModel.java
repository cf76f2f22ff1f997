package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Who can be looked at. */
public final class PeopleViewModel {
    /** A user in the list. */
    public record UserLine(int user, String id, int ratings) {}

    private final ExploreViewModel explore;
    private final ObservableList<UserLine> allUsers = FXCollections.observableArrayList();
    private final FilteredList<UserLine> users = new FilteredList<>(allUsers);
    private final StringProperty search = new SimpleStringProperty("");
    private final SplittableRandom random = new SplittableRandom(1);

    PeopleViewModel(ExploreViewModel explore) {
        this.explore = explore;
        search.addListener((observable, before, now) -> filter(now));
    }

    /** Those whose id begins with what is searched. */
    public ObservableList<UserLine> users() {
        return users;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Lists the users of a run, and looks at the first. */
    void show(Run run) {
        Dataset dataset = run.experiment().dataset();
        RatingMatrix training = run.experiment().split().training();
        List<UserLine> lines = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            lines.add(new UserLine(u, dataset.users().id(u), training.byUser().length(u)));
        }
        search.set("");
        allUsers.setAll(lines);
        lines.stream().filter(line -> line.ratings() > 0).findFirst().ifPresent(line -> explore.choose(line.user()));
    }

    void forget() {
        allUsers.clear();
    }

    /** Any user with at least one rating to learn from. */
    public void chooseRandomUser() {
        search.set("");
        List<UserLine> rated =
                allUsers.stream().filter(line -> line.ratings() > 0).toList();
        if (!rated.isEmpty()) {
            explore.choose(rated.get(random.nextInt(rated.size())).user());
        }
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        users.setPredicate(line -> line.id().toLowerCase(Locale.ROOT).startsWith(wanted));
    }
}
