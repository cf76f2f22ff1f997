package io.github.factorscope.ui.learn;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A model that is taken step by step, on a toy matrix or on the open data: the trainer's own numbers before and after. */
public final class LearnViewModel {
    private static final Texts TEXTS = Texts.of(LearnViewModel.class);
    private static final String FIRST_FAMILY = "svd";
    private static final String SOLVER = "solver";
    private static final String DESCENT = "sgd"; // a solver that has steps is shown first

    private final Workspace workspace;
    private final ErrorPresenter errors;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final BooleanProperty toy = new SimpleBooleanProperty(true);
    private final ObjectProperty<ModelFamily> family = new SimpleObjectProperty<>(ModelCatalogue.find(FIRST_FAMILY));
    private final ObjectProperty<String> solver = new SimpleObjectProperty<>(DESCENT);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final LabQueue<Shown> queue;
    private final RatingFinder finder;
    private LabHolder current = new LabHolder();
    private Settings wanted; // what the sliders say; null until there is something to see
    private boolean stale = true; // whether other things are chosen than the lab was made for
    private boolean choosing; // whether several choices change together

    public LearnViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.errors = errors;
        queue = new LabQueue<>(background, this::show, this::fail);
        finder = new RatingFinder(background, errors);
        toy.addListener((Observable change) -> begin());
        family.addListener((Observable change) -> {
            chooseUsualSolver();
            begin();
        });
        solver.addListener((Observable change) -> begin());
        workspace.selectedRunProperty().addListener((Observable change) -> dataChanged());
        workspace.dataProperty().addListener((Observable change) -> dataChanged());
        active.addListener((Observable change) -> beginIfStale());
    }

    /** Whether the screen is shown. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Whether the toy matrix is learned from, or the open data. */
    public BooleanProperty toyProperty() {
        return toy;
    }

    public ObjectProperty<ModelFamily> familyProperty() {
        return family;
    }

    /** As in settings, such as "als"; "" where the family has only one. */
    public ObjectProperty<String> solverProperty() {
        return solver;
    }

    /** What there is to see; null before there is anything. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether something is being worked out. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Finds ratings of the open data. */
    public RatingFinder finder() {
        return finder;
    }

    /** Whether there is data to learn from that is no toy. */
    public boolean hasData() {
        return workspace.dataProperty().get() != null || selected().isPresent();
    }

    /** The ways in which the chosen family can be fitted; none where there is one. */
    public List<String> solvers() {
        return solver(family.get())
                .map(hyperparameter ->
                        List.of(hyperparameter.domain().description().split(", ")))
                .orElse(List.of());
    }

    private static Optional<Hyperparameter<?>> solver(ModelFamily family) {
        return family.hyperparameters().stream()
                .filter(each -> each.name().equals(SOLVER) && each.domain() instanceof Domain.Choices)
                .findFirst();
    }

    private void chooseUsualSolver() {
        boolean outer = choosing;
        choosing = true;
        Optional<Run> run =
                selected().filter(each -> !toy.get() && each.experiment().family() == family.get());
        solver.set(solver(family.get())
                .map(hyperparameter -> run.map(each -> String.valueOf(
                                each.experiment().settings().toMap().get(SOLVER)))
                        .orElse(DESCENT))
                .orElse(""));
        choosing = outer;
    }

    private Optional<Run> selected() {
        return Optional.ofNullable(workspace.selectedRunProperty().get()).map(RunEntry::run);
    }

    private void dataChanged() {
        if (!toy.get()) {
            useRun();
        }
    }

    private void useRun() {
        choosing = true;
        toy.set(false);
        selected().ifPresent(run -> family.set(run.experiment().family()));
        chooseUsualSolver();
        choosing = false;
        begin();
    }

    /** Learns from the open data, from what the selected run has learned. */
    public void useData() {
        useRun();
    }

    /** The toy matrix with an untrained model of this family. */
    public void useToy(String familyId) {
        choosing = true;
        toy.set(true);
        family.set(ModelCatalogue.find(familyId));
        chooseUsualSolver();
        choosing = false;
        begin();
    }

    /** The same with one of its {@link #solvers}. */
    public void useToy(String familyId, String solverName) {
        useToy(familyId);
        solver.set(solverName);
    }

    /**
     * Takes so many steps along the gradient with an untrained model on the first rating of the toy matrix, so that everybody
     * sees the same; while the screen is shown.
     */
    public void practise(String familyId, int steps) {
        useToy(familyId);
        LabHolder mine = current;
        add(() -> {
            mine.lab.choose(ToyFilms.FIRST_USER, ToyFilms.FIRST_ITEM);
            if (!mine.lab.look().isDescent()) {
                throw new UserException(
                        TEXTS.get("no-descent", ModelCatalogue.find(familyId).title()));
            }
            mine.lab.step(StepKind.RATING, steps);
            return mine.lab.look();
        });
    }

    /** Whether so many steps were taken with a model on the toy matrix. */
    public boolean hasPractised(String familyId, int steps) {
        Shown now = shown.get();
        return now != null
                && now.ground().isToy()
                && now.family().id().equals(familyId)
                && now.history().steps() >= steps
                && !working.get();
    }

    private void begin() {
        stale = true;
        beginIfStale();
    }

    private void beginIfStale() {
        if (choosing || !stale || !active.get()) {
            return;
        }
        stale = false;
        abandon();
        Optional<Ground> ground = ground();
        if (ground.isEmpty() || objection(ground.get()).isPresent()) {
            shown.set(null);
            working.set(false);
            return;
        }
        Shown before = shown.get();
        if (before != null && !before.ground().dataset().equals(ground.get().dataset())) {
            shown.set(null); // nobody should look for ratings of the one in the other
        }
        finder.use(ground.get());
        Start start = start(ground.get());
        Place place = Place.first(ground.get(), before);
        finder.userProperty().set(place.user());
        LabHolder mine = new LabHolder();
        current = mine;
        add(() -> {
            mine.lab = new Lab(start, mine.abandoned::get, place.user(), place.item());
            return mine.lab.look();
        });
    }

    private void abandon() {
        current.abandoned.set(true);
        queue.forget();
        wanted = null;
    }

    /** What is chosen to learn from; empty where no data is open. */
    private Optional<Ground> ground() {
        if (toy.get()) {
            return Optional.of(ToyFilms.ground());
        }
        Optional<Ground> ofRun =
                selected().map(Run::experiment).map(experiment -> Ground.of(experiment.dataset(), experiment.split()));
        return ofRun.or(() -> Optional.ofNullable(workspace.dataProperty().get())
                .map(open -> Ground.of(open.loaded().dataset(), open.split())));
    }

    private Optional<String> objection(Ground ground) {
        return family.get().objection(ground.trainingData());
    }

    /** Why there is nothing to see, in a sentence; empty where no data is open. */
    public Optional<String> objection() {
        return ground().flatMap(this::objection);
    }

    private Start start(Ground ground) {
        ModelFamily chosen = family.get();
        Settings settings =
                solver.get().isEmpty() ? chosen.defaults() : chosen.defaults().with(SOLVER, solver.get());
        if (toy.get()) {
            return Start.untrained(ground, chosen, ToyFilms.settings(settings));
        }
        return selected()
                .filter(this::isChosen)
                .map(Start::of)
                .orElseGet(() -> Start.untrained(ground, chosen, settings));
    }

    private boolean isChosen(Run run) {
        return run.experiment().family() == family.get()
                && (solver.get().isEmpty()
                        || solver.get()
                                .equals(run.experiment().settings().toMap().get(SOLVER)));
    }

    /** The run whose learned parameters are looked at; empty where the model is untrained. */
    public Optional<String> startedFrom() {
        return Optional.ofNullable(workspace.selectedRunProperty().get())
                .filter(entry -> !toy.get() && isChosen(entry.run()))
                .map(RunEntry::name);
    }

    private void add(Callable<Shown> work) {
        working.set(true);
        queue.add(work);
    }

    private void show(Shown now) {
        working.set(queue.hasMore());
        shown.set(now);
        if (wanted == null || !queue.hasMore()) {
            wanted = now.settings();
        }
    }

    private void fail(Throwable error) {
        working.set(queue.hasMore());
        errors.show(error);
    }

    private void act(Consumer<Lab> action) {
        if (shown.get() == null) {
            return;
        }
        LabHolder mine = current;
        add(() -> {
            action.accept(mine.lab);
            return mine.lab.look();
        });
    }

    /** Looks at another rating, or at where there is none. */
    public void select(int user, int item) {
        act(lab -> lab.choose(user, item));
    }

    /** Looks at the first rating of a user of the open data. */
    public void selectUser(int user) {
        finder.userProperty().set(user);
        int film = finder.firstFilm(user);
        if (film >= 0) {
            select(user, film);
        }
    }

    /** So many steps on the chosen rating; of least squares, for its item and its user in turn. */
    public void step(int times) {
        Shown now = shown.get();
        if (now == null || !now.canStep()) {
            return;
        }
        if (now.isDescent()) {
            act(lab -> lab.step(StepKind.RATING, times));
        } else {
            for (int k = 0; k < times; k++) {
                solve(k % 2 == 0 ? StepKind.ITEM : StepKind.USER);
            }
        }
    }

    /** One solve for the chosen item or the chosen user. */
    public void solve(StepKind kind) {
        Shown now = shown.get();
        if (now != null && now.effects().containsKey(kind)) {
            act(lab -> lab.step(kind, 1));
        }
    }

    /** Every rating once. */
    public void epoch() {
        Shown now = shown.get();
        if (now != null && now.hasSteps() && now.runaway().isEmpty()) {
            act(Lab::epoch);
        }
    }

    /** As at the beginning. */
    public void reset() {
        Shown now = shown.get();
        if (now != null && now.hasSteps()) {
            act(Lab::reset);
        }
    }

    /** Steps so long that the error grows with each. */
    public void diverge() {
        Shown now = shown.get();
        if (now != null && now.isDescent() && now.canStep()) {
            act(Lab::diverge);
        }
    }

    /** As before the steps that diverged, with the step size of then. */
    public void calmDown() {
        if (shown.get() != null && shown.get().runaway().isPresent()) {
            act(Lab::calmDown);
        }
    }

    /** Another step size or regularization; what it does to the next step is seen at once. */
    public void adjust(Hyperparameter<Double> hyperparameter, double value) {
        if (wanted == null || wanted.get(hyperparameter) == value) {
            return;
        }
        wanted = wanted.with(hyperparameter, value);
        Settings settings = wanted;
        LabHolder mine = current;
        queue.addNewest(() -> {
            mine.lab.adjust(settings);
            return mine.lab.look();
        });
    }

    /** A trainer and whether somebody waits for it. */
    private static final class LabHolder {
        final AtomicBoolean abandoned = new AtomicBoolean();
        Lab lab; // made and used in the background, one piece of work after the other
    }
}
