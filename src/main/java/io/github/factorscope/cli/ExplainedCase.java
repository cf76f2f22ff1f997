package io.github.factorscope.cli;

import io.github.factorscope.cli.PersonOptions.Asked;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.Person;
import java.nio.file.Path;

/**
 * What the model of a run says about one item to the person who was asked about.
 *
 * @param item index
 */
record ExplainedCase(Path folder, Run run, Asked asked, int item) {

    /** With certain ratings. */
    record Column(Predictions predictions, int item) {
        /** In stars, not clipped. */
        double prediction() {
            return predictions.of(item);
        }

        /** Null where the person has rated the item. */
        Integer rankOrNull() {
            return predictions.rank(item) == 0 ? null : predictions.rank(item);
        }

        Explanation explanation() {
            return predictions.explain(item);
        }
    }

    Person person() {
        return asked.now().person();
    }

    Column now() {
        return new Column(asked.now(), item);
    }

    Column before() {
        return new Column(asked.before(), item);
    }

    Explanation explanation() {
        return now().explanation();
    }
}
