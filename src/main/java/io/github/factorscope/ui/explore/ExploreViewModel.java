package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Looks into one run: a user, their ratings, what is recommended to them, and why. */
public final class ExploreViewModel {
    private static final int RECOMMENDATIONS = 100;

    /** A user in the list. */
    public record UserLine(int user, String id, int ratings) {}

    /**
     * A rating of the user.
     *
     * @param prediction of the model, in stars, not clipped
     * @param part "train", "valid" or "test"
     */
    public record RatingLine(int item, Item info, float rating, double prediction, String part) {}

    /**
     * A recommended item.
     *
     * @param support ratings of the item to learn from
     * @param heldOut what the user did give, in the test or validation ratings; NaN where nothing
     */
    public record RecommendationLine(int rank, int item, Item info, double prediction, int support, float heldOut) {}

    /** What the model says of one user. */
    private record UserView(List<RatingLine> ratings, List<RecommendationLine> recommendations) {}

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final ObservableList<UserLine> allUsers = FXCollections.observableArrayList();
    private final FilteredList<UserLine> users = new FilteredList<>(allUsers);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<UserLine> user = new SimpleObjectProperty<>();
    private final ObservableList<RatingLine> ratings = FXCollections.observableArrayList();
    private final ObservableList<RecommendationLine> recommendations = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> item = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RunEntry> shownRun = new ReadOnlyObjectWrapper<>();
    private long newestQuestion;

    public ExploreViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        workspace.selectedRunProperty().addListener((observable, before, now) -> follow());
        active.addListener((observable, before, now) -> follow());
        search.addListener((observable, before, now) -> filterUsers(now));
        user.addListener((observable, before, now) -> {
            item.set(null);
            showUser(now);
        });
        item.addListener((observable, before, now) -> explain());
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Whether the screen is shown: otherwise nothing is worked out. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The run that is looked into; null where there is none. */
    public ReadOnlyObjectProperty<RunEntry> shownRunProperty() {
        return shownRun.getReadOnlyProperty();
    }

    /** The run that is looked into; null where there is none. */
    public Run run() {
        return shownRun.get() == null ? null : shownRun.get().run();
    }

    private void follow() {
        RunEntry before = shownRun.get();
        RunEntry selected = workspace.selectedRunProperty().get();
        if (active.get() && selected != before) {
            shownRun.set(selected);
            showRun(before, selected);
        }
    }

    /** Those whose id begins with what is searched. */
    public ObservableList<UserLine> users() {
        return users;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<UserLine> userProperty() {
        return user;
    }

    /** The user's ratings, best first. */
    public ObservableList<RatingLine> ratings() {
        return ratings;
    }

    /** Best first. */
    public ObservableList<RecommendationLine> recommendations() {
        return recommendations;
    }

    /** Index of the item that is explained; null where there is none. */
    public ObjectProperty<Integer> itemProperty() {
        return item;
    }

    public ReadOnlyObjectProperty<Explanation> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Any user with at least one rating to learn from. */
    public void chooseRandomUser() {
        search.set("");
        List<UserLine> rated =
                allUsers.stream().filter(line -> line.ratings() > 0).toList();
        if (!rated.isEmpty()) {
            user.set(rated.get(random.nextInt(rated.size())));
        }
    }

    private void showRun(RunEntry before, RunEntry now) {
        if (now == null) {
            user.set(null);
            allUsers.clear();
            return;
        }
        boolean sameUsers = before != null
                && before.run()
                        .experiment()
                        .split()
                        .equals(now.run().experiment().split());
        if (sameUsers && user.get() != null) {
            showUser(user.get()); // the same user under another model
            return;
        }
        Dataset dataset = now.run().experiment().dataset();
        RatingMatrix training = now.run().experiment().split().training();
        List<UserLine> lines = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            lines.add(new UserLine(u, dataset.users().id(u), training.byUser().length(u)));
        }
        user.set(null);
        search.set("");
        allUsers.setAll(lines);
        lines.stream().filter(line -> line.ratings() > 0).findFirst().ifPresent(user::set);
    }

    private void filterUsers(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        users.setPredicate(line -> line.id().toLowerCase(Locale.ROOT).startsWith(wanted));
    }

    private void showUser(UserLine line) {
        Run run = run();
        if (line == null || run == null) {
            ratings.clear();
            recommendations.clear();
            item.set(null);
            explanation.set(null);
            return;
        }
        long question = ++newestQuestion;
        background.run(
                () -> view(run, line.user()),
                view -> {
                    if (question == newestQuestion) {
                        show(view);
                    }
                },
                errors::show);
    }

    private void show(UserView view) {
        Integer asked = item.get();
        ratings.setAll(view.ratings());
        recommendations.setAll(view.recommendations());
        boolean stillThere = asked != null && view.recommendations().stream().anyMatch(line -> line.item() == asked);
        if (stillThere) {
            item.set(asked);
            explain();
        } else {
            item.set(null);
            if (!view.recommendations().isEmpty()) {
                item.set(view.recommendations().get(0).item());
            }
        }
    }

    private static UserView view(Run run, int user) {
        Split split = run.experiment().split();
        Dataset dataset = run.experiment().dataset();
        UserPredictor predictor = run.model().forUser(user);
        List<RatingLine> ratings = new ArrayList<>();
        addRatings(ratings, split.training(), user, predictor, dataset, "train");
        addRatings(ratings, split.validation(), user, predictor, dataset, "valid");
        addRatings(ratings, split.test(), user, predictor, dataset, "test");
        ratings.sort((a, b) -> Float.compare(b.rating(), a.rating()));
        List<RecommendationLine> recommendations = new ArrayList<>();
        for (RankedItem ranked : Ranking.best(run.model(), split.training(), user, RECOMMENDATIONS)) {
            recommendations.add(new RecommendationLine(
                    recommendations.size() + 1,
                    ranked.item(),
                    dataset.items().item(ranked.item()),
                    ranked.prediction(),
                    split.training().byItem().length(ranked.item()),
                    heldOut(split, user, ranked.item())));
        }
        return new UserView(ratings, recommendations);
    }

    private static float heldOut(Split split, int user, int item) {
        float test = split.test().rating(user, item);
        return Float.isNaN(test) ? split.validation().rating(user, item) : test;
    }

    private static void addRatings(
            List<RatingLine> lines,
            RatingMatrix part,
            int user,
            UserPredictor predictor,
            Dataset dataset,
            String name) {
        SparseRows byUser = part.byUser();
        for (int k = byUser.start(user); k < byUser.end(user); k++) {
            int rated = byUser.column(k);
            lines.add(new RatingLine(
                    rated, dataset.items().item(rated), byUser.value(k), predictor.predict(rated), name));
        }
    }

    private void explain() {
        Run run = run();
        UserLine line = user.get();
        Integer asked = item.get();
        if (run == null || line == null || asked == null) {
            explanation.set(null);
            return;
        }
        long question = ++newestQuestion;
        background.run(
                () -> run.model().explain(line.user(), asked),
                result -> {
                    if (question == newestQuestion) {
                        explanation.set(result);
                    }
                },
                errors::show);
    }
}
