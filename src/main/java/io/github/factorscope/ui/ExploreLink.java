package io.github.factorscope.ui;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.explore.ExploreViewModel;
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
        explore.personProperty().addListener((Observable change) -> follow());
        explore.whatIf().visitorProperty().addListener((Observable change) -> follow()); // also when renamed
        explore.shownRunProperty().addListener((Observable change) -> follow());
    }

    /** Whom Explore is about, with the ratings on its screen; null where there is none. */
    ReadOnlyObjectProperty<MapPerson> personProperty() {
        return person.getReadOnlyProperty();
    }

    private void follow() {
        Person shown = explore.personProperty().get();
        Run run = explore.run();
        person.set(
                shown == null || run == null
                        ? null
                        : new MapPerson(
                                explore.nameOf(shown),
                                run.experiment().split().fingerprint(),
                                shown.ratings(),
                                model -> model.forPerson(shown)));
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
