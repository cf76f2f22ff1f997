package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.cli.PersonOptions.Asked;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.model.InvalidSettingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The items that a model predicts the best ratings for. */
@Command(
        name = "recommend",
        description = "List what a model predicts the best ratings for, among what the user has not rated.",
        footer = {
            "",
            "Predictions are not clipped to the scale, so that they order and add up.",
            "",
            "  factorscope recommend --run runs/svd --user 17",
            "  factorscope recommend --run runs/svd --user 17 --what-if \"1210=5,47=\"",
            "  factorscope recommend --run runs/svd --rate \"1210=5,47=2\""
        })
final class RecommendCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private OutputOptions output;

    @Mixin
    private RunOptions runOptions;

    @Mixin
    private PersonOptions person;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "How many (default 10).")
    private int count;

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new InvalidSettingException("count must be at least 1, was " + count + ".");
        }
        person.check();
        Run run = runOptions.open();
        Asked asked = person.ask(run);
        int[] best = asked.now().best(any -> true, count);
        if (output.json()) {
            output.print(describe(run.experiment().dataset(), asked, best));
        } else {
            print(run, asked, best);
        }
        return 0;
    }

    private ObjectNode describe(Dataset dataset, Asked asked, int[] best) {
        ObjectNode node = JSON.createObjectNode().put("user", person.userId());
        ArrayNode items = node.putArray("items");
        for (int index : best) {
            Item item = dataset.items().item(index);
            ObjectNode line = items.addObject()
                    .put("item", item.id())
                    .put("title", item.label())
                    .put("prediction", asked.now().of(index));
            if (asked.isChanged()) {
                line.put("rank", asked.now().rank(index));
                line.putObject("before")
                        .put("prediction", asked.before().of(index))
                        .put("rank", rankOrNull(asked.before(), index));
            }
        }
        return node;
    }

    private static Integer rankOrNull(Predictions predictions, int item) {
        return predictions.rank(item) == 0 ? null : predictions.rank(item);
    }

    private void print(Run run, Asked asked, int[] best) {
        Dataset dataset = run.experiment().dataset();
        TextTable table = new TextTable("rllrrrr");
        List<String> head = new ArrayList<>(List.of("", "Item", "Title", "Prediction", "Ratings"));
        if (asked.isChanged()) {
            head.addAll(List.of("Rank before", "Prediction before"));
        }
        table.row(head.toArray(String[]::new));
        for (int index : best) {
            Item item = dataset.items().item(index);
            List<String> line = new ArrayList<>(List.of(
                    String.valueOf(asked.now().rank(index)),
                    item.id(),
                    item.label(),
                    stars(asked.now().of(index)),
                    String.valueOf(run.experiment().split().training().byItem().length(index))));
            if (asked.isChanged()) {
                int before = asked.before().rank(index);
                line.add(before == 0 ? "rated" : String.valueOf(before));
                line.add(stars(asked.before().of(index)));
            }
            table.row(line.toArray(String[]::new));
        }
        table.print(output.out());
    }

    private static String stars(double prediction) {
        return String.format(Locale.ROOT, "%.2f", prediction);
    }
}
