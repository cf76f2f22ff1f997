package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.ItemSearch;
import io.github.factorscope.ui.common.NewestOnly;
import java.util.Arrays;
import java.util.List;
import javafx.beans.Observable;
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

/** Where any item stands, and what keeps it out of the list. */
public final class WhyNotViewModel {
    /** Compares with the last item of the list, however long that is. */
    static final int LAST = 0;

    /** Places to choose from. */
    static final List<Integer> PLACES = List.of(LAST, 1, 10, 20, 50, 100);

    private static final int MOST_HITS = 50;

    /**
     * An item that was found.
     *
     * @param rank among all that the person has not rated, from 1; 0 where they have rated it
     */
    record Hit(int item, String label, int rank) {}

    private final ExploreViewModel explore;
    private final RecommendationsViewModel recommendations;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> against = new SimpleObjectProperty<>(LAST);
    private final BooleanProperty always = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<WhyNotAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final NewestOnly searching;
    private final NewestOnly comparing;
    private Integer asked; // item that somebody wanted to know about; null where none
    private Integer closed; // item that nothing more is to be said of; null where none

    WhyNotViewModel(ExploreViewModel explore, RecommendationsViewModel recommendations) {
        this.explore = explore;
        this.recommendations = recommendations;
        searching = new NewestOnly(explore.background());
        comparing = new NewestOnly(explore.background());
        query.addListener((Observable change) -> search());
        explore.findersProperty().addListener((Observable change) -> search());
        explore.itemProperty().addListener((Observable change) -> compare());
        explore.answerProperty().addListener((observable, before, now) -> {
            if (now == null) {
                query.set("");
                answer.set(null);
            }
        });
        against.addListener((Observable change) -> compare());
        always.addListener((Observable change) -> compare());
    }

    /** Words of a title. */
    StringProperty queryProperty() {
        return query;
    }

    /** The items whose titles have the words, best known first; empty while nothing is typed. */
    ObservableList<Hit> hits() {
        return hits;
    }

    /** The place in the list to compare with, from 1, or {@link #LAST}. */
    ObjectProperty<Integer> againstProperty() {
        return against;
    }

    /** Whether items are compared that are in the list or rated, too. */
    BooleanProperty alwaysProperty() {
        return always;
    }

    /** About the item on the screen; null where there is none. */
    ReadOnlyObjectProperty<WhyNotAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Asks about an item that was found. */
    void ask(Hit hit) {
        query.set("");
        asked = hit.item();
        closed = null;
        if (asked.equals(explore.itemProperty().get())) {
            compare();
        } else {
            explore.itemProperty().set(asked);
        }
    }

    /** Asks about an item, which is explained too. */
    void ask(int item) {
        explore.itemProperty().set(item);
    }

    /** Asks about the item on the screen. */
    void askAboutShown() {
        asked = explore.itemProperty().get();
        closed = null;
    }

    /** Whether somebody wants to know term by term: otherwise a sentence is enough, and the list has more room. */
    boolean isAsked(WhyNotAnswer about) {
        return always.get() || Integer.valueOf(about.item()).equals(asked);
    }

    /** Says nothing more about the item on the screen. */
    void close() {
        asked = null;
        closed = explore.itemProperty().get();
        always.set(false);
    }

    /** Whether there is something to say about the item that the list does not say: what is not in it, or was asked about. */
    boolean isTelling(WhyNotAnswer about) {
        if (about == null) {
            return false;
        }
        Integer item = about.item();
        return isAsked(about) || (about.reason() != WhyNotAnswer.Reason.IN_THE_LIST && !item.equals(closed));
    }

    /** The list has changed. */
    void compare() {
        RecommendationList list = recommendations.listProperty().get();
        Integer item = explore.itemProperty().get();
        if (list == null || item == null) {
            comparing.forget();
            answer.set(null);
            return;
        }
        int place = against.get() == LAST ? list.wanted().lines() : against.get();
        boolean all = always.get();
        comparing.run(() -> WhyNotAnswer.of(list, item, place, all), this::show, explore.errors()::show);
    }

    private void show(WhyNotAnswer found) {
        if (asked != null && found.item() != asked) {
            asked = null;
        }
        if (closed != null && found.item() != closed) {
            closed = null;
        }
        answer.set(found);
    }

    private void search() {
        Answer shown = explore.answerProperty().get();
        Finders finders = explore.findersProperty().get();
        String typed = query.get().strip();
        if (typed.isEmpty() || shown == null || finders == null) {
            searching.forget();
            hits.clear();
            return;
        }
        searching.run(() -> find(shown, finders.items(), typed), hits::setAll, explore.errors()::show);
    }

    private static List<Hit> find(Answer shown, ItemSearch items, String typed) {
        return Arrays.stream(items.find(typed, MOST_HITS))
                .mapToObj(item -> new Hit(
                        item,
                        shown.dataset().items().item(item).label(),
                        shown.now().rank(item)))
                .toList();
    }
}
