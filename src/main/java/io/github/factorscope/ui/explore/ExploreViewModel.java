package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Whom and what the screen is about: a run, a person, an item; and what the model of the run says. Its parts show it, and
 * change it through its methods.
 */
public final class ExploreViewModel {
    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RunEntry> shownRun = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Person> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> item = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
    private final PeopleViewModel people;
    private final RatingsViewModel ratings;
    private final RecommendationsViewModel recommendations;
    private Person origin; // the person with the ratings that they came with
    private long newestQuestion;
    private long newestExplanation;

    public ExploreViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        people = new PeopleViewModel(this);
        ratings = new RatingsViewModel(this);
        recommendations = new RecommendationsViewModel(this);
        workspace.selectedRunProperty().addListener((observable, before, now) -> follow());
        active.addListener((observable, before, now) -> follow());
        item.addListener((observable, before, now) -> explain());
    }

    public Workspace workspace() {
        return workspace;
    }

    Background background() {
        return background;
    }

    ErrorPresenter errors() {
        return errors;
    }

    /** Who can be looked at. */
    public PeopleViewModel people() {
        return people;
    }

    /** What they have rated. */
    public RatingsViewModel ratings() {
        return ratings;
    }

    /** What the model recommends to them. */
    public RecommendationsViewModel recommendations() {
        return recommendations;
    }

    /** Whether somebody looks at what is worked out here: otherwise nothing is. */
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

    private Dataset dataset() {
        return run().experiment().dataset();
    }

    /** Whom the screen is about, with the ratings on the screen; null where there is nobody. */
    public ReadOnlyObjectProperty<Person> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** What the model says to the person; null where there is none, and of the question before while it thinks. */
    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Index of the item that is explained, recommended or not; null where there is none. */
    public ObjectProperty<Integer> itemProperty() {
        return item;
    }

    /** Of the item, for the person with the ratings on the screen. */
    public ReadOnlyObjectProperty<Explanation> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Looks at a user with the ratings that the model learned from. */
    public void choose(int user) {
        choose(Person.known(run().experiment().split().training(), user));
    }

    /** Looks at somebody, who comes with these ratings; null for nobody. */
    public void choose(Person chosen) {
        origin = chosen;
        item.set(null);
        person.set(chosen);
        ask();
    }

    /** The person with the ratings that they came with; null where there is nobody. */
    public Person origin() {
        return origin;
    }

    /** What if they had these ratings? The item stays. */
    public void rate(RatedItems changed) {
        person.set(person.get().with(changed));
        ask();
    }

    private void follow() {
        RunEntry before = shownRun.get();
        RunEntry selected = workspace.selectedRunProperty().get();
        if (active.get() && selected != before) {
            shownRun.set(selected);
            showRun(before, selected);
        }
    }

    private void showRun(RunEntry before, RunEntry now) {
        if (now == null) {
            choose(null);
            people.forget();
            return;
        }
        boolean sameUsers = before != null
                && before.run()
                        .experiment()
                        .split()
                        .equals(now.run().experiment().split());
        if (sameUsers && person.get() != null) {
            ask(); // the same person under another model
            return;
        }
        choose(null);
        people.show(now.run());
    }

    private void ask() {
        Run run = run();
        Person asking = person.get();
        Person unchanged = origin;
        long question = ++newestQuestion;
        if (run == null || asking == null) {
            answer.set(null);
            explanation.set(null);
            return;
        }
        Answer known = answer.get();
        Predictions before = known != null
                        && known.run().equals(run)
                        && known.before().person().equals(unchanged)
                ? known.before()
                : null;
        background.run(
                () -> answer(run, asking, unchanged, before),
                found -> {
                    if (question == newestQuestion) {
                        show(found);
                    }
                },
                errors::show);
    }

    private static Answer answer(Run run, Person asking, Person unchanged, Predictions known) {
        int items = run.experiment().dataset().items().size();
        Predictions before = known == null ? Predictions.of(run.model(), items, unchanged) : known;
        Predictions now = asking.equals(unchanged) ? before : Predictions.of(run.model(), items, asking);
        return new Answer(run, now, before);
    }

    private void show(Answer found) {
        answer.set(found);
        if (item.get() != null) {
            explain();
        } else if (found.now().candidates() > 0) {
            recommendations.first().ifPresent(item::set);
        }
    }

    private void explain() {
        Answer known = answer.get();
        Integer asked = item.get();
        long question = ++newestExplanation;
        if (known == null || asked == null) {
            explanation.set(null);
            return;
        }
        background.run(
                () -> known.now().explain(asked),
                found -> {
                    if (question == newestExplanation) {
                        explanation.set(found);
                    }
                },
                errors::show);
    }

    /** How the person is called in a title, such as "user 414". */
    public String nameOf(Person somebody) {
        return somebody.isNewcomer()
                ? "a new person"
                : "user " + dataset().users().id(somebody.user());
    }
}
