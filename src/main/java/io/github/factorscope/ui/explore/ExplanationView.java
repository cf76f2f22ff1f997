package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.model.Person;

/**
 * An explanation with all that is needed to show it.
 *
 * @param training the ratings that the model learned from
 * @param family id of the model's family
 */
public record ExplanationView(
        Explanation explanation, Dataset dataset, RatingMatrix training, Person person, String family) {

    /** What a run says to a person. */
    public static ExplanationView of(Run run, Person person, Explanation explanation) {
        return new ExplanationView(
                explanation,
                run.experiment().dataset(),
                run.experiment().split().training(),
                person,
                run.experiment().family().id());
    }

    /** The prediction as it is shown, within the scale, in stars. */
    public double shown() {
        return dataset.scale().clip(explanation.prediction());
    }

    public Item item() {
        return dataset.items().item(explanation.item());
    }

    Waterfall waterfall() {
        return Waterfall.of(explanation, shown());
    }

    ExplanationWords words() {
        return new ExplanationWords(dataset, explanation, person);
    }
}
