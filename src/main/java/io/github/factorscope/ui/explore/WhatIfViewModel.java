package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.inspection.History;
import io.github.factorscope.text.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whose ratings are on the screen, and what was changed of them, step by step. The changes of everybody who was looked at
 * are kept as long as the window is open.
 */
public final class WhatIfViewModel {
    private static final Texts TEXTS = Texts.of(WhatIfViewModel.class);

    private final ExploreViewModel explore;
    private final ReadOnlyObjectWrapper<Visitor> visitor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History<RatedItems>> history = new ReadOnlyObjectWrapper<>();
    private final Map<Key, History<RatedItems>> kept = new HashMap<>();

    /**
     * Who somebody is.
     *
     * @param world in which the indices of users and items hold
     * @param came what tells those apart who have no name
     */
    private record Key(String world, int user, String name, RatedItems came) {}

    WhatIfViewModel(ExploreViewModel explore) {
        this.explore = explore;
    }

    /** Whom the screen is about; null where there is nobody. */
    public ReadOnlyObjectProperty<Visitor> visitorProperty() {
        return visitor.getReadOnlyProperty();
    }

    /** Their ratings, and the changes that led there; null where there is nobody. */
    public ReadOnlyObjectProperty<History<RatedItems>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Whether the ratings are not those that the person came with. */
    public boolean isChanged() {
        History<RatedItems> known = history.get();
        return known != null && !known.now().equals(known.start());
    }

    /** Looks at somebody, with the changes that were made before; null for nobody. */
    public void visit(Visitor chosen) {
        if (chosen == null) {
            visitor.set(null);
            history.set(null);
            explore.present(null, null, true);
            return;
        }
        History<RatedItems> before = kept.getOrDefault(key(chosen), History.of(chosen.came()));
        Visitor arrived = new Visitor(chosen.user(), chosen.name(), before.start());
        visitor.set(arrived);
        history.set(before);
        explore.present(arrived.person(), arrived.with(before.now()), true);
    }

    /** What the ratings of somebody are on whom changes were made, or that they came with. */
    RatedItems ratingsOf(Visitor somebody) {
        return kept.getOrDefault(key(somebody), History.of(somebody.came())).now();
    }

    /** The same person is called otherwise from now on. */
    void rename(String name) {
        Visitor renamed = Visitor.newcomer(name, visitor.get().came());
        kept.remove(key(visitor.get()));
        kept.put(key(renamed), history.get());
        visitor.set(renamed);
    }

    /** What if they had these ratings? */
    public void rate(RatedItems changed) {
        rate(
                changed,
                EditWords.step(
                        history.get().now(),
                        changed,
                        explore.run().experiment().dataset().items()));
    }

    /** @param what the change is, for the button that takes it back */
    public void rate(RatedItems changed, String what) {
        go(history.get().with(changed, what));
    }

    /** Takes the last change back. */
    public void undo() {
        if (history.get() != null) {
            go(history.get().undo());
        }
    }

    /** Does again what was taken back. */
    public void redo() {
        if (history.get() != null) {
            go(history.get().redo());
        }
    }

    /** Goes back to the ratings that the person came with: a change as any other. */
    public void reset() {
        if (history.get() != null) {
            go(history.get().with(history.get().start(), TEXTS.get("reset")));
        }
    }

    private void go(History<RatedItems> next) {
        boolean other = !next.now().equals(history.get().now());
        kept.put(key(visitor.get()), next);
        history.set(next);
        if (other) {
            explore.present(visitor.get().person(), visitor.get().with(next.now()), false);
        }
    }

    private Key key(Visitor somebody) {
        return new Key(
                worldOf(somebody, explore.run()),
                somebody.user(),
                somebody.name(),
                somebody.isAnonymous() ? somebody.came() : RatedItems.none());
    }

    /** Users are known by a split; newcomers need but the same items. */
    static String worldOf(Visitor somebody, Run run) {
        return somebody.isNewcomer() ? itemsOf(run) : run.experiment().split().fingerprint();
    }

    /** Equal where items have the same indices. */
    static String itemsOf(Run run) {
        var ids = run.experiment().dataset().items().ids().ids();
        return ids.size() + "/" + ids.hashCode();
    }
}
