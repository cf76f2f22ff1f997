package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.Person;

/**
 * What the model of a run says to a person.
 *
 * @param now with the ratings on the screen
 * @param before with the ratings that the person came with; the same object where none was changed
 */
public record Answer(Run run, Predictions now, Predictions before) {
    public Person person() {
        return now.person();
    }

    /** Whether ratings are on the screen that the person did not come with. */
    public boolean isChanged() {
        return now != before;
    }

    public Dataset dataset() {
        return run.experiment().dataset();
    }

    public Split split() {
        return run.experiment().split();
    }
}
