package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.common.NewestOnly;
import io.github.factorscope.ui.explore.SideBySide.Side;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The person on the screen under several runs of the same split. */
public final class SideBySideViewModel {
    /** How many runs stand side by side. */
    public static final int MOST = 4;

    private static final int KEPT = 12; // answers: to go back and forth between some people or changes

    private record Question(RunEntry entry, Person person) {}

    private final ExploreViewModel explore;
    private final NewestOnly answering;
    private final NewestOnly explaining;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<RunEntry> candidates = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> chosen = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> shownCandidates = FXCollections.unmodifiableObservableList(candidates);
    private final ObservableList<RunEntry> shownChosen = FXCollections.unmodifiableObservableList(chosen);
    private final IntegerProperty depth = new SimpleIntegerProperty(10);
    private final ReadOnlyObjectWrapper<SideBySide> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Explanation>> explanations = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Question, Predictions> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Predictions> eldest) {
            return size() > KEPT;
        }
    };
    private boolean chosenByHand;

    SideBySideViewModel(ExploreViewModel explore) {
        this.explore = explore;
        answering = new NewestOnly(explore.background());
        explaining = new NewestOnly(explore.background());
        explore.shownRunProperty().addListener((Observable change) -> listRuns());
        explore.workspace().runs().addListener((ListChangeListener<RunEntry>) change -> listRuns());
        explore.answerProperty().addListener((Observable change) -> ask());
        explore.itemProperty().addListener((Observable change) -> explain());
        active.addListener((Observable change) -> listRuns());
        depth.addListener((Observable change) -> ask());
    }

    public ExploreViewModel explore() {
        return explore;
    }

    /** Whether somebody looks at it: otherwise nothing is worked out. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Whether a newer answer than the shown one is being worked out. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The runs on the split of the run that Explore shows, by number. */
    public ObservableList<RunEntry> candidates() {
        return shownCandidates;
    }

    /** Those side by side, from left to right. */
    public ObservableList<RunEntry> chosen() {
        return shownChosen;
    }

    /** How many items a list has. */
    public IntegerProperty depthProperty() {
        return depth;
    }

    /** The newest answer; null where there is none. */
    public ReadOnlyObjectProperty<SideBySide> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Of the item that Explore is about, one a side; empty where there is none. */
    public ReadOnlyObjectProperty<List<Explanation>> explanationsProperty() {
        return explanations.getReadOnlyProperty();
    }

    /** Whether another run finds room. */
    public boolean hasRoom() {
        return chosen.size() < MOST;
    }

    /** Puts a run beside the others where there is room for it, or takes it away, but not the last one. */
    public void choose(RunEntry entry, boolean beside) {
        boolean changes = beside
                ? hasRoom() && candidates.contains(entry) && !chosen.contains(entry)
                : chosen.size() > 1 && chosen.contains(entry);
        if (!changes) {
            return;
        }
        chosenByHand = true;
        List<RunEntry> now = new ArrayList<>(chosen);
        if (beside) {
            now.add(entry);
        } else {
            now.remove(entry);
        }
        chosen.setAll(now);
        ask();
    }

    private void listRuns() {
        RunEntry lookedInto = explore.shownRunProperty().get();
        if (!active.get()) {
            return;
        }
        List<RunEntry> sameSplit = lookedInto == null
                ? List.of()
                : explore.workspace().runs().stream()
                        .filter(entry -> splitOf(entry).equals(splitOf(lookedInto)))
                        .toList();
        boolean otherSplit = sameSplit.stream().noneMatch(candidates::contains);
        if (!candidates.equals(sameSplit)) {
            candidates.setAll(sameSplit);
        }
        known.keySet().removeIf(question -> !sameSplit.contains(question.entry()));
        List<RunEntry> stay = chosen.stream().filter(sameSplit::contains).toList();
        List<RunEntry> now = chosenByHand && !otherSplit && !stay.isEmpty() ? stay : usual(lookedInto, sameSplit);
        if (otherSplit) {
            chosenByHand = false;
        }
        if (!chosen.equals(now)) {
            chosen.setAll(now);
        }
        ask();
    }

    private static String splitOf(RunEntry entry) {
        return entry.run().experiment().split().fingerprint();
    }

    /** The run that is looked into and the last ones of other families; where there is no other family, the last other run. */
    private static List<RunEntry> usual(RunEntry lookedInto, List<RunEntry> sameSplit) {
        List<RunEntry> usual = new ArrayList<>();
        if (lookedInto == null) {
            return usual;
        }
        usual.add(lookedInto);
        Set<String> families = new HashSet<>(Set.of(familyOf(lookedInto)));
        for (int k = sameSplit.size() - 1; k >= 0 && usual.size() < MOST; k--) {
            if (families.add(familyOf(sameSplit.get(k)))) {
                usual.add(sameSplit.get(k));
            }
        }
        for (int k = sameSplit.size() - 1; k >= 0 && usual.size() < 2; k--) {
            if (sameSplit.get(k) != lookedInto) {
                usual.add(sameSplit.get(k));
            }
        }
        return usual;
    }

    private static String familyOf(RunEntry entry) {
        return entry.run().experiment().family().id();
    }

    private void ask() {
        Answer answer = explore.answerProperty().get();
        if (!active.get() || answer == null || chosen.isEmpty()) {
            answering.forget();
            busy.set(false);
            show(null);
            return;
        }
        Person person = answer.person();
        if (shown.get() != null && shown.get().person().user() != person.user()) {
            show(null); // somebody else's lists
        }
        RunEntry lookedInto = explore.shownRunProperty().get();
        if (answer.run().equals(lookedInto.run())) {
            known.put(new Question(lookedInto, person), answer.now());
        }
        List<Question> questions =
                chosen.stream().map(entry -> new Question(entry, person)).toList();
        Map<Question, Predictions> found = new LinkedHashMap<>();
        questions.stream().filter(known::containsKey).forEach(question -> found.put(question, known.get(question)));
        int length = depth.get();
        if (found.size() == questions.size()) {
            answering.forget();
            answered(person, questions, found, length);
            return;
        }
        busy.set(true);
        answering.run(
                () -> {
                    List<Predictions> all = questions.parallelStream()
                            .map(question -> found.containsKey(question) ? found.get(question) : answer(question))
                            .toList();
                    Map<Question, Predictions> complete = new LinkedHashMap<>();
                    for (int k = 0; k < all.size(); k++) {
                        complete.put(questions.get(k), all.get(k));
                    }
                    return complete;
                },
                complete -> answered(person, questions, complete, length),
                error -> {
                    busy.set(false);
                    explore.errors().show(error);
                });
    }

    private static Predictions answer(Question question) {
        return Predictions.of(
                question.entry().run().model(),
                question.entry().run().experiment().dataset().items().size(),
                question.person());
    }

    private void answered(Person person, List<Question> questions, Map<Question, Predictions> found, int length) {
        busy.set(false);
        known.putAll(found);
        List<Side> sides = questions.stream()
                .map(question -> new Side(question.entry(), found.get(question)))
                .toList();
        show(SideBySide.of(person, sides, length));
    }

    private void show(SideBySide answer) {
        shown.set(answer);
        explain();
    }

    private void explain() {
        SideBySide asked = shown.get();
        Integer item = explore.itemProperty().get();
        if (asked == null || item == null) {
            explaining.forget();
            explanations.set(List.of());
            return;
        }
        explaining.run(
                () -> asked.sides().stream()
                        .map(side -> side.predictions().explain(item))
                        .toList(),
                explanations::set,
                explore.errors()::show);
    }
}
