package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import java.io.IOException;
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
        footer = "%nPredictions are not clipped to the scale, so that they order and add up.")
final class RecommendCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private OutputOptions output;

    @Mixin
    private RunOptions runOptions;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "How many (default 10).")
    private int count;

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new InvalidSettingException("count must be at least 1, was " + count + ".");
        }
        Run run = runOptions.open();
        RatingMatrix training = run.experiment().split().training();
        List<RankedItem> best = Ranking.best(run.model(), training, runOptions.userOf(run), count);
        if (output.json()) {
            output.print(describe(run.experiment().dataset(), best));
        } else {
            print(run.experiment().dataset(), training, best);
        }
        return 0;
    }

    private ObjectNode describe(Dataset dataset, List<RankedItem> best) {
        ObjectNode node = JSON.createObjectNode().put("user", runOptions.userId());
        ArrayNode items = node.putArray("items");
        for (RankedItem ranked : best) {
            Item item = dataset.items().item(ranked.item());
            items.addObject().put("item", item.id()).put("title", item.label()).put("prediction", ranked.prediction());
        }
        return node;
    }

    private void print(Dataset dataset, RatingMatrix training, List<RankedItem> best) {
        TextTable table = new TextTable("rllrr");
        table.row("", "Item", "Title", "Prediction", "Ratings");
        for (int rank = 0; rank < best.size(); rank++) {
            Item item = dataset.items().item(best.get(rank).item());
            table.row(
                    String.valueOf(rank + 1),
                    item.id(),
                    item.label(),
                    String.format(Locale.ROOT, "%.2f", best.get(rank).prediction()),
                    String.valueOf(training.byItem().length(best.get(rank).item())));
        }
        table.print(output.out());
    }
}
