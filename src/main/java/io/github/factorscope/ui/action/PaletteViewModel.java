package io.github.factorscope.ui.action;

import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.NewestOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette lists: actions at once, users and items as soon as they are found. */
public final class PaletteViewModel {
    private static final int MOST_OF_A_KIND = 8; // while something is typed

    private final Actions actions;
    private final Found found;
    private final Consumer<Throwable> errors;
    private final NewestOnly searching;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private List<Action> possible = List.of();

    /** @param found what finds users and items */
    public PaletteViewModel(Actions actions, Found found, Background background, Consumer<Throwable> errors) {
        this.actions = actions;
        this.found = found;
        this.errors = errors;
        searching = new NewestOnly(background);
        search.addListener((Observable change) -> refresh());
    }

    /** Lists what can be done now. */
    void begin() {
        possible = actions.possible();
        if (search.get().isEmpty()) {
            refresh();
        } else {
            search.set("");
        }
    }

    StringProperty searchProperty() {
        return search;
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    private void refresh() {
        String typed = search.get().strip();
        List<Action> hits = ActionSearch.find(possible, typed);
        show(hits, typed.isEmpty());
        if (typed.isEmpty()) {
            searching.forget();
        } else {
            searching.run(
                    found.search(typed, MOST_OF_A_KIND),
                    more -> show(Stream.concat(hits.stream(), more.stream()).toList(), false),
                    errors);
        }
    }

    /** Kinds in the order of their best hits where something is typed. */
    private void show(List<Action> hits, boolean all) {
        List<Kind> kinds = all
                ? List.of(Kind.values())
                : hits.stream().map(Action::kind).distinct().toList();
        List<Choice> lines = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Action> ofKind = hits.stream()
                    .filter(action -> action.kind() == kind)
                    .limit(all ? Long.MAX_VALUE : MOST_OF_A_KIND)
                    .toList();
            if (!ofKind.isEmpty()) {
                lines.add(new Choice.Heading(kind));
                ofKind.forEach(action -> lines.add(new Choice.Entry(action)));
            }
        }
        if (!lines.equals(choices)) {
            choices.setAll(lines);
        }
    }
}
