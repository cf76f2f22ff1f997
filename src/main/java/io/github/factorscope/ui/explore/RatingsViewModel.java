package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Split;
import io.github.factorscope.model.NewRatings;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the person has rated, and what else they could rate. */
public final class RatingsViewModel {
    private static final Texts TEXTS = Texts.of(RatingsViewModel.class);

    /** How many films a newcomer is asked about at a time. */
    static final int STARTERS = 12;

    private static final int HITS = 30;

    /** The line of an item: the row stays while what it shows changes, so that a table neither jumps nor forgets its selection. */
    public static final class Row {
        private final ReadOnlyObjectWrapper<RatingLine> line = new ReadOnlyObjectWrapper<>();

        private Row(RatingLine first) {
            line.set(first);
        }

        public RatingLine line() {
            return line.get();
        }

        public ReadOnlyObjectProperty<RatingLine> lineProperty() {
            return line.getReadOnlyProperty();
        }
    }

    private final ExploreViewModel explore;
    private final RatingFiles files;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper modelSays = new ReadOnlyStringWrapper("");
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<RatingLine> hits = FXCollections.observableArrayList();
    private final ObservableList<RatingLine> starters = FXCollections.observableArrayList();
    private Visitor shown; // whose rows these are
    private int firstStarter;
    private List<Integer> starterItems; // null until they are chosen

    RatingsViewModel(ExploreViewModel explore) {
        this.explore = explore;
        files = new RatingFiles(explore);
        explore.personProperty().addListener((Observable change) -> follow());
        explore.answerProperty().addListener((Observable change) -> follow());
        explore.findersProperty().addListener((Observable change) -> {
            firstStarter = 0;
            starterItems = null;
            search.set("");
            follow();
        });
        search.addListener((Observable change) -> findHits());
    }

    /** Those that the person came with and those held out, best first; those that were added since above them. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** What the rows show now. */
    public List<RatingLine> lines() {
        return rows.stream().map(Row::line).toList();
    }

    /** What the model does with ratings that it has not learned from; empty where there are none. */
    public ReadOnlyStringProperty modelSaysProperty() {
        return modelSays.getReadOnlyProperty();
    }

    /** Words of a title, to rate another item. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The items that are found, most ratings first. */
    public ObservableList<RatingLine> hits() {
        return hits;
    }

    /** A handful of items that somebody new may know. */
    public ObservableList<RatingLine> starters() {
        return starters;
    }

    public RatingFiles files() {
        return files;
    }

    /** What can be given. */
    public RatingScale scale() {
        return dataset().scale();
    }

    /** Gives another rating to an item; NaN takes it away. What is held out from the model stays what it is. */
    public void rate(int item, float stars) {
        RatedItems now = explore.personProperty().get().ratings();
        explore.rate(Float.isNaN(stars) ? now.without(item) : now.with(item, stars));
    }

    /** The item is rated as when the person came. */
    public void putBack(RatingLine line) {
        rate(line.item(), line.came());
    }

    /** Offers other items to somebody new; in the end the first again. */
    public void showOtherStarters() {
        Finders finders = explore.findersProperty().get();
        if (finders != null) {
            firstStarter += STARTERS;
            if (firstStarter >= finders.starters().size()) {
                firstStarter = 0;
            }
            starterItems = null;
            findStarters();
        }
    }

    private void follow() {
        Person person = explore.personProperty().get();
        Visitor visitor = explore.whatIf().visitorProperty().get();
        if (person == null || visitor == null) {
            shown = null;
            rows.clear();
            modelSays.set("");
            hits.clear();
            return;
        }
        Map<Integer, RatingLine> lines = lines(person, visitor);
        if (shown == null || shown.user() != visitor.user() || !shown.name().equals(visitor.name())) {
            shown = visitor;
            search.set("");
            rows.setAll(lines.values().stream()
                    .sorted(Comparator.comparingDouble((RatingLine line) -> -line.rating()))
                    .map(Row::new)
                    .toList());
        } else {
            update(lines);
        }
        modelSays.set(modelSays(visitor));
        findHits();
        findStarters();
    }

    private void update(Map<Integer, RatingLine> lines) {
        rows.removeIf(row -> !lines.containsKey(row.line().item()));
        for (Row row : rows) {
            RatingLine now = lines.remove(row.line().item());
            if (!now.equals(row.line())) {
                row.line.set(now);
            }
        }
        lines.values().forEach(added -> rows.add(0, new Row(added))); // what is left has no row yet
    }

    /** By item; what was taken away keeps its line. */
    private Map<Integer, RatingLine> lines(Person person, Visitor visitor) {
        List<RatedItems> parts = new ArrayList<>(List.of(visitor.came(), person.ratings()));
        if (!person.isNewcomer()) {
            Split split = explore.run().experiment().split();
            parts.add(RatedItems.ofUser(split.validation(), person.user()));
            parts.add(RatedItems.ofUser(split.test(), person.user()));
        }
        IntToDoubleFunction predictions = predictions();
        Map<Integer, RatingLine> lines = new LinkedHashMap<>();
        for (RatedItems part : parts) {
            for (int place = 0; place < part.size(); place++) {
                lines.computeIfAbsent(part.item(place), item -> line(item, predictions));
            }
        }
        return lines;
    }

    /** What the person on the screen thinks of an item. */
    private RatingLine line(int item, IntToDoubleFunction predictions) {
        Person person = explore.personProperty().get();
        Split split = explore.run().experiment().split();
        float valid = heldOut(split.validation(), person, item);
        float test = heldOut(split.test(), person, item);
        String part = !Float.isNaN(test) ? RatingLine.TEST : !Float.isNaN(valid) ? RatingLine.VALID : "";
        return new RatingLine(
                item,
                dataset().items().item(item),
                person.ratings().rating(item),
                explore.origin().ratings().rating(item),
                Float.isNaN(test) ? valid : test,
                part,
                predictions.applyAsDouble(item));
    }

    private static float heldOut(RatingMatrix part, Person person, int item) {
        return person.isNewcomer() ? Float.NaN : part.rating(person.user(), item);
    }

    /** In stars; NaN as long as the answer is one to somebody else. */
    private IntToDoubleFunction predictions() {
        Answer answer = explore.answerProperty().get();
        boolean ofThem = answer != null
                && answer.run().equals(explore.run())
                && answer.before().person().equals(explore.origin());
        return ofThem ? answer.now()::of : item -> Double.NaN;
    }

    private String modelSays(Visitor visitor) {
        boolean fold = explore.run().experiment().family().newRatings() == NewRatings.FOLD_IN;
        if (visitor.isNewcomer()) {
            // also later: a shorter text would move what is about to be clicked
            return TEXTS.get("rate-a-few", TEXTS.get(fold ? "folds-you-in" : "answers-at-once"));
        }
        if (!explore.whatIf().isChanged()) {
            return "";
        }
        return TEXTS.get(fold ? "folds-changes-in" : "answers-at-once");
    }

    private void findHits() {
        Finders finders = explore.findersProperty().get();
        if (finders == null
                || explore.personProperty().get() == null
                || search.get().isBlank()) {
            hits.clear();
            return;
        }
        replace(
                hits,
                Arrays.stream(finders.items().find(search.get(), HITS)).boxed().toList());
    }

    private void findStarters() {
        Finders finders = explore.findersProperty().get();
        Person person = explore.personProperty().get();
        if (finders == null || person == null || !person.isNewcomer()) {
            starters.clear();
            return;
        }
        if (starterItems != null) {
            replace(starters, starterItems);
            return;
        }
        int first = firstStarter;
        explore.background()
                .run(
                        () -> finders.starters().of(first, STARTERS),
                        items -> {
                            if (first == firstStarter
                                    && finders.equals(explore.findersProperty().get())) {
                                starterItems = items;
                                findStarters();
                            }
                        },
                        explore.errors()::show);
    }

    /** Without touching what stays, so that the selection stays too. */
    private void replace(ObservableList<RatingLine> shownLines, List<Integer> items) {
        IntToDoubleFunction predictions = predictions();
        List<RatingLine> now =
                items.stream().map(item -> line(item, predictions)).toList();
        boolean same = now.size() == shownLines.size();
        for (int k = 0; same && k < now.size(); k++) {
            same = now.get(k).item() == shownLines.get(k).item();
        }
        if (!same) {
            shownLines.setAll(now);
            return;
        }
        for (int k = 0; k < now.size(); k++) {
            if (!now.get(k).equals(shownLines.get(k))) {
                shownLines.set(k, now.get(k));
            }
        }
    }

    private Dataset dataset() {
        return explore.run().experiment().dataset();
    }
}
