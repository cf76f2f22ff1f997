package io.github.factorscope.ui;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.Split;
import io.github.factorscope.ui.explore.ExploreViewModel;
import io.github.factorscope.ui.explore.ExploreViewModel.UserLine;
import io.github.factorscope.ui.map.MapPerson;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** What the map takes from Explore and brings there: the user, and an item to be explained. */
final class ExploreLink {
    private final ExploreViewModel explore;
    private final ReadOnlyObjectWrapper<MapPerson> person = new ReadOnlyObjectWrapper<>();

    ExploreLink(ExploreViewModel explore) {
        this.explore = explore;
        explore.userProperty().addListener((Observable change) -> follow());
        explore.shownRunProperty().addListener((Observable change) -> follow());
    }

    /** The user who was last chosen; null where there is none. */
    ReadOnlyObjectProperty<MapPerson> personProperty() {
        return person.getReadOnlyProperty();
    }

    private void follow() {
        UserLine line = explore.userProperty().get();
        if (line == null || explore.run() == null) {
            person.set(null);
            return;
        }
        Split split = explore.run().experiment().split();
        person.set(new MapPerson(
                "user " + line.id(),
                split.fingerprint(),
                RatedItems.ofUser(split.training(), line.user()),
                model -> model.forUser(line.user())));
    }

    /** Explains an item; where Explore has yet to work out what it shows, as soon as it has. */
    void explain(int item, Runnable showExplore) {
        boolean sameRun = explore.shownRunProperty().get()
                == explore.workspace().selectedRunProperty().get();
        boolean ready = sameRun && explore.explanationProperty().get() != null;
        showExplore.run();
        if (ready) {
            explore.itemProperty().set(item);
        } else {
            explore.explanationProperty().addListener(new Once(item));
        }
    }

    /** Asks when the first explanation has come, then never again. */
    private final class Once implements ChangeListener<Object> {
        private final int item;

        Once(int item) {
            this.item = item;
        }

        @Override
        public void changed(ObservableValue<?> observable, Object before, Object now) {
            if (now != null) {
                explore.explanationProperty().removeListener(this);
                explore.itemProperty().set(item);
            }
        }
    }
}
