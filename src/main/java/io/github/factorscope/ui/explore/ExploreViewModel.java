package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.NewestOnly;
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
    private static final Texts TEXTS = Texts.of(ExploreViewModel.class);

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RunEntry> shownRun = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Person> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> item = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Finders> finders = new ReadOnlyObjectWrapper<>();
    private final WhatIfViewModel whatIf;
    private final PeopleViewModel people;
    private final RatingsViewModel ratings;
    private final RecommendationsViewModel recommendations;
    private final NewestOnly questions;
    private final NewestOnly explanations;
    private final NewestOnly preparations;
    private final SideBySideViewModel sideBySide;
    private Person origin; // the person with the ratings that they came with

    public ExploreViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        questions = new NewestOnly(background);
        explanations = new NewestOnly(background);
        preparations = new NewestOnly(background);
        whatIf = new WhatIfViewModel(this);
        people = new PeopleViewModel(this);
        ratings = new RatingsViewModel(this);
        recommendations = new RecommendationsViewModel(this);
        sideBySide = new SideBySideViewModel(this);
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

    /** Whose ratings are on the screen, and what was changed of them. */
    public WhatIfViewModel whatIf() {
        return whatIf;
    }

    /** What finds people and items of the run; null until it is made. */
    ReadOnlyObjectProperty<Finders> findersProperty() {
        return finders.getReadOnlyProperty();
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

    /** What several models say to them. */
    public SideBySideViewModel sideBySide() {
        return sideBySide;
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

    /** Looks at a user, with the changes that were made to the ratings that the model learned from. */
    public void choose(int user) {
        choose(Person.known(run().experiment().split().training(), user));
    }

    /** Looks at somebody, who comes with these ratings; null for nobody. */
    public void choose(Person chosen) {
        whatIf.visit(chosen == null ? null : Visitor.of(chosen));
    }

    /** The person with the ratings that they came with; null where there is nobody. */
    public Person origin() {
        return origin;
    }

    /** What if they had these ratings? The item stays. */
    public void rate(RatedItems changed) {
        whatIf.rate(changed);
    }

    /** @param other whether this is not whom the screen was about before */
    void present(Person cameWith, Person now, boolean other) {
        origin = cameWith;
        if (other) {
            item.set(null);
        }
        person.set(now);
        ask();
    }

    private void follow() {
        RunEntry before = shownRun.get();
        RunEntry selected = workspace.selectedRunProperty().get();
        if (active.get() && selected != before) {
            boolean sameUsers =
                    before != null && selected != null && split(before).equals(split(selected));
            boolean stays = selected != null
                    && person.get() != null
                    && (sameUsers || isNewcomerAmong(before.run(), selected.run()));
            if (!stays) {
                choose(null); // first: an index of a user means nothing among others
            }
            shownRun.set(selected);
            showRun(sameUsers, stays);
        }
    }

    private static Split split(RunEntry entry) {
        return entry.run().experiment().split();
    }

    private void showRun(boolean sameUsers, boolean stays) {
        if (!sameUsers) {
            prepareFinders();
        }
        if (stays) {
            ask(); // the same person under another model
        } else if (run() != null) {
            people.chooseFirst();
        }
    }

    /** Whether somebody is on the screen whom neither run knows, and whose ratings are of items that both have. */
    private boolean isNewcomerAmong(Run before, Run now) {
        return person.get().isNewcomer() && WhatIfViewModel.itemsOf(before).equals(WhatIfViewModel.itemsOf(now));
    }

    private void prepareFinders() {
        finders.set(null);
        preparations.forget();
        if (run() != null) {
            Dataset dataset = dataset();
            Split split = split(shownRun.get());
            preparations.run(() -> Finders.of(dataset, split), finders::set, errors::show);
        }
    }

    private void ask() {
        Run run = run();
        Person asking = person.get();
        Person unchanged = origin;
        if (run == null || asking == null) {
            questions.forget();
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
        questions.run(() -> answer(run, asking, unchanged, before), this::show, errors::show);
    }

    private static Answer answer(Run run, Person asking, Person unchanged, Predictions known) {
        int items = run.experiment().dataset().items().size();
        Predictions before = known == null ? Predictions.of(run.model(), items, unchanged) : known;
        Predictions now = asking.equals(unchanged) ? before : Predictions.of(run.model(), items, asking);
        return new Answer(run, now, before);
    }

    private void show(Answer found) {
        answer.set(found); // where there is no item yet, the recommendations choose one
        explain();
    }

    private void explain() {
        Answer known = answer.get();
        Integer asked = item.get();
        if (known == null || asked == null) {
            explanations.forget();
            explanation.set(null);
            return;
        }
        explanations.run(() -> known.now().explain(asked), explanation::set, errors::show);
    }

    /** How the person is called in a title, such as "user 414". */
    public String nameOf(Person somebody) {
        return somebody.isNewcomer()
                ? whatIf.visitorProperty().get().title()
                : TEXTS.get("user", dataset().users().id(somebody.user()));
    }
}
