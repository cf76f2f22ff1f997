package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.Person;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One prediction as a sum. */
@Command(
        name = "explain",
        description = "Take a prediction apart: which terms it is the sum of, neighbour by neighbour.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Mixin
    private RunOptions runOptions;

    @Option(names = "--item", required = true, paramLabel = "ID", description = "As in the rating file.")
    private String itemId;

    @Override
    public Integer call() throws IOException {
        Run run = runOptions.open();
        Dataset dataset = run.experiment().dataset();
        int user = runOptions.userOf(run);
        int item = dataset.items().find(itemId);
        if (item < 0) {
            throw new UserException(
                    "There is no item " + itemId + " in " + dataset.name() + ". Use an id of the rating file.");
        }
        Explanation explanation = run.model().explain(user, item);
        Person person = Person.known(run.experiment().split().training(), user);
        if (output.json()) {
            output.print(ExplanationOutput.describe(dataset, explanation, person));
        } else {
            ExplanationOutput.print(output.out(), dataset, explanation, person);
        }
        return 0;
    }
}
