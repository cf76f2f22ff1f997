package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.cli.ExplainedCase.Column;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One prediction as a sum; the same under several models, and with other ratings. */
@Command(
        name = "explain",
        description = "Take a prediction apart: which terms it is the sum of, neighbour by neighbour.",
        footer = {
            "",
            "With --compare or --what-if a line is all that one rating adds, as a neighbour, by being there at all and through"
                    + " the taste; --json keeps these terms apart.",
            "",
            "  factorscope explain --run runs/svd --user 17 --item 260 --compare runs/baseline runs/svdpp",
            "  factorscope explain --run runs/svd --user 17 --item 260 --what-if \"1210=5,47=\"",
            "  factorscope explain --run runs/svd --rate \"1210=5,47=2\" --item 260"
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Mixin
    private RunOptions runOptions;

    @Mixin
    private PersonOptions person;

    @Option(names = "--item", required = true, paramLabel = "ID", description = "As in the rating file.")
    private String itemId;

    @Option(
            names = "--compare",
            arity = "1..*",
            paramLabel = "DIR",
            description = "Other runs on the same data, side by side with --run; may be repeated.")
    private List<Path> compared = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        person.check();
        Run run = runOptions.open();
        Dataset dataset = run.experiment().dataset();
        int item = itemOf(dataset);
        List<ExplainedCase> cases = new ArrayList<>();
        cases.add(new ExplainedCase(runOptions.folder(), run, person.ask(run), item));
        for (Path folder : compared) {
            Run other = RunStore.open(folder);
            requireSameData(run, other, folder);
            cases.add(new ExplainedCase(folder, other, person.ask(other), item));
        }
        if (output.json()) {
            output.print(describe(cases));
        } else if (isPlain()) {
            ExplanationOutput.print(
                    output.out(),
                    dataset,
                    cases.get(0).explanation(),
                    cases.get(0).person());
        } else {
            SideBySideOutput.print(output.out(), cases);
        }
        return 0;
    }

    /** Whether one model is asked about one user of its data as they are. */
    private boolean isPlain() {
        return compared.isEmpty() && !person.hasWhatIf();
    }

    private int itemOf(Dataset dataset) {
        int item = dataset.items().find(itemId);
        if (item < 0) {
            throw new UserException(
                    "There is no item " + itemId + " in " + dataset.name() + ". Use an id of the rating file.");
        }
        return item;
    }

    private void requireSameData(Run run, Run other, Path folder) {
        Dataset data = run.experiment().dataset();
        Dataset others = other.experiment().dataset();
        if (!data.users().ids().equals(others.users().ids())
                || !data.items().ids().ids().equals(others.items().ids().ids())) {
            throw new UserException(folder + " is a run on other users or items (" + others.name() + ") than "
                    + runOptions.folder() + " (" + data.name() + "). --compare takes runs on the same data.");
        }
        if (!run.experiment()
                .split()
                .fingerprint()
                .equals(other.experiment().split().fingerprint())) {
            output.progress(folder + " learned from another split of the data than " + runOptions.folder()
                    + ": the user's ratings may differ.");
        }
    }

    private ObjectNode describe(List<ExplainedCase> cases) {
        ObjectNode node = describe(cases.get(0));
        if (cases.size() > 1) {
            ArrayNode runs = node.putArray("runs");
            for (ExplainedCase each : cases) {
                runs.addObject()
                        .put("run", each.folder().toString())
                        .put("model", each.run().experiment().family().id())
                        .setAll(describe(each));
            }
        }
        return node;
    }

    private ObjectNode describe(ExplainedCase explained) {
        ObjectNode node = ExplanationOutput.describe(
                explained.run().experiment().dataset(), explained.explanation(), explained.person());
        if (isPlain()) {
            return node;
        }
        Column now = explained.now();
        node.put("rank", now.rankOrNull()).put("candidates", now.predictions().candidates());
        if (explained.asked().isChanged()) {
            Column before = explained.before();
            node.putObject("before").put("prediction", before.prediction()).put("rank", before.rankOrNull());
        }
        return node;
    }
}
