package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.inspection.ItemSearch;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The items of a run in two dimensions, what their colours say, and what lies next to one of them. */
public final class MapViewModel {
    /** What there is to see. */
    public enum State {
        NO_RUN,
        WORKING,
        NO_FACTORS,
        READY
    }

    private static final int MOST_HITS = 50;

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final ObservableValue<MapPerson> person;
    private final IntConsumer explainer;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_RUN);
    private final ReadOnlyObjectWrapper<RunEntry> shownRun = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RunEntry> offeredRuns = FXCollections.observableArrayList();
    private final ObservableList<MapAxis> axes = FXCollections.observableArrayList();
    private final ObjectProperty<MapAxis> across = new SimpleObjectProperty<>();
    private final ObjectProperty<MapAxis> up = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> fewest = new SimpleObjectProperty<>(1);
    private final ReadOnlyObjectWrapper<Dots> dots = new ReadOnlyObjectWrapper<>(Dots.none());
    private final ObjectProperty<Colouring> colouring = new SimpleObjectProperty<>(Colouring.GENRE);
    private final ObjectProperty<String> genre = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<MapPaint> paint = new ReadOnlyObjectWrapper<>(MapPaint.none());
    private final ObjectProperty<Integer> item = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Neighbours> neighbours = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Integer> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PersonMarks> marks = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty ratingsMarked = new SimpleBooleanProperty();
    private final BooleanProperty recommendationsMarked = new SimpleBooleanProperty();
    private ItemMap map; // null while there is none
    private Genres genres;
    private ItemSearch titles;
    private boolean settling; // several things change at once
    private long newestMap;
    private long newestNeighbours;
    private long newestMarks;

    /**
     * @param person whose ratings can be marked; its value is null where there is nobody
     * @param explainer hears of items whose prediction is to be explained
     */
    public MapViewModel(
            Workspace workspace,
            Background background,
            ErrorPresenter errors,
            ObservableValue<MapPerson> person,
            IntConsumer explainer) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.person = person;
        this.explainer = explainer;
        workspace.selectedRunProperty().addListener((observable, before, now) -> follow());
        workspace.runs().addListener((Observable change) -> offerRuns());
        active.addListener((observable, before, now) -> {
            follow();
            mark();
        });
        for (ObjectProperty<?> decides : List.of(across, up, fewest)) {
            decides.addListener((observable, before, now) -> layOut());
        }
        for (ObservableValue<?> decides : List.of(dots, colouring, genre, marks)) {
            decides.addListener((observable, before, now) -> colour());
        }
        colouring.addListener((observable, before, now) -> genre.set(null));
        item.addListener((observable, before, now) -> findNeighbours());
        person.addListener((observable, before, now) -> mark());
        search.addListener((observable, before, now) -> find(now));
    }

    /** Whether the screen is shown: otherwise nothing is worked out. */
    public BooleanProperty activeProperty() {
        return active;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The run whose items are shown; null where there is none. */
    public ReadOnlyObjectProperty<RunEntry> shownRunProperty() {
        return shownRun.getReadOnlyProperty();
    }

    private void follow() {
        RunEntry selected = workspace.selectedRunProperty().get();
        if (!active.get() || (selected == shownRun.get() && state.get() != State.NO_RUN)) {
            return;
        }
        RunEntry before = shownRun.get();
        boolean otherItems =
                before == null || selected == null || !fingerprint(before).equals(fingerprint(selected));
        shownRun.set(selected);
        offerRuns();
        if (otherItems) {
            item.set(null);
            search.set("");
        }
        long question = ++newestMap;
        if (selected == null) {
            show(null);
            state.set(State.NO_RUN);
            return;
        }
        state.set(State.WORKING);
        Run run = selected.run();
        background.run(
                () -> run.model().factorsOfItems().map(factors -> new ItemMap(run, factors)),
                worked -> {
                    if (question == newestMap) {
                        show(worked.orElse(null));
                        state.set(worked.isPresent() ? State.READY : State.NO_FACTORS);
                    }
                },
                error -> {
                    errors.show(error);
                    if (question == newestMap) {
                        show(null);
                        state.set(State.NO_RUN);
                    }
                });
    }

    private static String fingerprint(RunEntry entry) {
        return entry.run().experiment().split().fingerprint();
    }

    private void show(ItemMap worked) {
        settling = true;
        int acrossBefore = component(across.get(), 0);
        int upBefore = component(up.get(), 1);
        map = worked;
        genres = worked == null ? null : new Genres(worked.dataset(), worked.rated());
        titles = worked == null ? null : ItemSearch.of(worked.dataset().items(), worked.training());
        axes.setAll(worked == null ? List.of() : worked.axes());
        across.set(axis(acrossBefore, 0));
        up.set(axis(upBefore, 1));
        if (genres != null && genres.names().isEmpty() && colouring.get() == Colouring.GENRE) {
            colouring.set(Colouring.POPULARITY);
        }
        genre.set(null);
        settling = false;
        layOut();
        mark();
        findNeighbours();
        find(search.get());
    }

    private static int component(MapAxis axis, int usual) {
        return axis == null ? usual : axis.component();
    }

    private MapAxis axis(int wanted, int usual) {
        int component = wanted < axes.size() ? wanted : usual;
        return component < axes.size() ? axes.get(component) : null;
    }

    /** Where the shown run has no factors: the latest runs on the same data that have some, the latest first. */
    public ObservableList<RunEntry> offeredRuns() {
        return offeredRuns;
    }

    private void offerRuns() {
        Dataset dataset = shownRun.get() == null
                ? workspace.dataProperty().get() == null
                        ? null
                        : workspace.dataProperty().get().loaded().dataset()
                : shownRun.get().run().experiment().dataset();
        offeredRuns.setAll(RunsWithFactors.latest(workspace.runs(), dataset));
    }

    /** The name of a run, as all screens show it. */
    public String nameOf(RunEntry run) {
        return workspace.nameOf(run);
    }

    /** Looks at another run, here and on the other screens. */
    public void select(RunEntry entry) {
        workspace.selectedRunProperty().set(entry);
    }

    /** All components, the widest first. */
    ObservableList<MapAxis> axes() {
        return axes;
    }

    ObjectProperty<MapAxis> acrossProperty() {
        return across;
    }

    /** Null where items have one factor only. */
    ObjectProperty<MapAxis> upProperty() {
        return up;
    }

    /** Items with fewer ratings are not shown. */
    public ObjectProperty<Integer> fewestProperty() {
        return fewest;
    }

    public ReadOnlyObjectProperty<Dots> dotsProperty() {
        return dots.getReadOnlyProperty();
    }

    /** How many items of the data are not shown: with no rating to learn from, and with fewer than asked for. */
    record Hidden(int unrated, int rare) {}

    Hidden hidden() {
        if (map == null) {
            return new Hidden(0, 0);
        }
        int rated = map.rated().length;
        return new Hidden(
                map.dataset().items().size() - rated, rated - dots.get().size());
    }

    private void layOut() {
        if (settling) {
            return;
        }
        if (map == null || across.get() == null) {
            dots.set(Dots.none());
            return;
        }
        dots.set(map.dots(across.get(), up.get(), fewest.get()));
    }

    public ObjectProperty<Colouring> colouringProperty() {
        return colouring;
    }

    /** The genre that is shown against all others; null where each item has its colour. */
    public ObjectProperty<String> genreProperty() {
        return genre;
    }

    ReadOnlyObjectProperty<MapPaint> paintProperty() {
        return paint.getReadOnlyProperty();
    }

    private void colour() {
        Dots shown = dots.get();
        if (settling) {
            return;
        }
        if (map == null || colouring.get() == null) {
            paint.set(MapPaint.none());
            return;
        }
        paint.set(
                switch (colouring.get()) {
                    case GENRE -> MapPaint.byGenre(genres, shown.items(), genre.get());
                    case POPULARITY -> MapPaint.byPopularity(shown);
                    case MEAN ->
                        byStars(Arrays.stream(shown.items())
                                .mapToDouble(map::meanRating)
                                .toArray());
                    case PREDICTION ->
                        byStars(Arrays.stream(shown.items())
                                .mapToDouble(each -> prediction(each).orElse(Double.NaN))
                                .toArray());
                });
    }

    private MapPaint byStars(double[] stars) {
        return MapPaint.byStars(stars, map.training().mean(), map.dataset().scale());
    }

    /** Whose ratings are marked; null where there is nobody, or the person has rated other data. */
    ReadOnlyObjectProperty<PersonMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    public BooleanProperty ratingsMarkedProperty() {
        return ratingsMarked;
    }

    public BooleanProperty recommendationsMarkedProperty() {
        return recommendationsMarked;
    }

    private void mark() {
        MapPerson asked = person.getValue();
        if (!active.get()) {
            return;
        }
        long question = ++newestMarks;
        if (map == null || !isOfThisData(asked)) {
            marks.set(null);
            return;
        }
        Run run = shownRun.get().run();
        Dataset dataset = map.dataset();
        background.run(
                () -> PersonMarks.of(asked, run.model(), dataset.items().size(), dataset.scale()),
                worked -> {
                    if (question == newestMarks) {
                        marks.set(worked);
                    }
                },
                errors::show);
    }

    /** What is predicted for the marked person, in stars within the scale. */
    Optional<Double> prediction(int asked) {
        return Optional.ofNullable(marks.get()).map(known -> (double) known.predictions()[asked]);
    }

    /** The item that is looked at, by its index; null where there is none. */
    public ObjectProperty<Integer> itemProperty() {
        return item;
    }

    /** Facts and places of the items; null while there is no map. */
    ItemMap map() {
        return map;
    }

    /** Of the item that is looked at; null where there is none, and until they are found. */
    ReadOnlyObjectProperty<Neighbours> neighboursProperty() {
        return neighbours.getReadOnlyProperty();
    }

    /** Whether all is worked out that was asked for. */
    public boolean isComplete() {
        return state.get() != State.WORKING
                && (map == null || item.get() == null || neighbours.get() != null)
                && (map == null || !isOfThisData(person.getValue()) || marks.get() != null);
    }

    private boolean isOfThisData(MapPerson somebody) {
        return somebody != null && somebody.split().equals(fingerprint(shownRun.get()));
    }

    private void findNeighbours() {
        long question = ++newestNeighbours;
        Integer asked = item.get();
        neighbours.set(null);
        if (asked == null || map == null || map.support(asked) == 0) {
            return;
        }
        if (map.support(asked) < fewest.get()) {
            fewest.set(1); // what is looked at is shown
        }
        ItemMap askedMap = map;
        background.run(
                () -> askedMap.neighbours(asked),
                found -> {
                    if (question == newestNeighbours) {
                        neighbours.set(found);
                    }
                },
                errors::show);
    }

    /** What an item's title is searched by. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Items whose title has all words that are searched, the most rated first. */
    public ObservableList<Integer> hits() {
        return hits;
    }

    private void find(String typed) {
        hits.setAll(
                titles == null
                        ? List.of()
                        : Arrays.stream(titles.find(typed, MOST_HITS))
                                .filter(found -> map.support(found) > 0)
                                .boxed()
                                .toList());
    }

    /** Looks at an item that was searched, and ends the search. */
    public void choose(int chosen) {
        item.set(chosen);
        search.set("");
    }

    /** Facts of the items in words. */
    MapWords words() {
        return new MapWords(map, marks.get());
    }

    /** Asks why this item, on another screen. */
    public void explain(int asked) {
        explainer.accept(asked);
    }
}
