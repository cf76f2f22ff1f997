package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.model.Person;

/**
 * An explanation with all that is needed to show it.
 *
 * @param training the ratings that the model learned from
 * @param family id of the model's family
 * @param before what was predicted before ratings were changed, in stars, not clipped; NaN where none was
 */
public record ExplanationView(
        Explanation explanation, Dataset dataset, RatingMatrix training, Person person, String family, double before) {

    /** What a run says to a person. */
    public static ExplanationView of(Run run, Person person, Explanation explanation) {
        return new ExplanationView(
                explanation,
                run.experiment().dataset(),
                run.experiment().split().training(),
                person,
                run.experiment().family().id(),
                Double.NaN);
    }

    /** What an answer says on an item. */
    static ExplanationView of(Answer answer, Explanation explanation) {
        ExplanationView view = of(answer.run(), answer.person(), explanation);
        boolean comes = answer.before().person().ratings().size() > 0; // or there was nothing to predict from
        return answer.isChanged() && comes ? view.withBefore(answer.before().of(explanation.item())) : view;
    }

    private ExplanationView withBefore(double stars) {
        return new ExplanationView(explanation, dataset, training, person, family, stars);
    }

    /** The prediction as it is shown, within the scale, in stars. */
    public double shown() {
        return dataset.scale().clip(explanation.prediction());
    }

    /** How the prediction was shown before ratings were changed; NaN where none was. */
    double shownBefore() {
        return Double.isNaN(before) ? Double.NaN : dataset.scale().clip(before);
    }

    public Item item() {
        return dataset.items().item(explanation.item());
    }

    /** Whether a term is there for a rating that the person has given. */
    boolean rates(Term term) {
        return term.hasItem() && !Float.isNaN(person.ratings().rating(term.item()));
    }

    Waterfall waterfall() {
        return Waterfall.of(explanation, shown());
    }

    ExplanationWords words() {
        return new ExplanationWords(dataset, explanation, person);
    }
}
