package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.data.reading.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads a rating file and says what it is. */
@Command(name = "inspect", description = "Say what was recognised in a rating file, its facts and its problems.")
final class InspectCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_PROBLEMS = 20;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "PATH", description = "A rating file, its folder, or a zip.")
    private Path path;

    @Override
    public Integer call() throws IOException {
        LoadedData loaded = DatasetReader.read(path);
        if (output.json()) {
            output.print(describe(loaded));
        } else {
            print(loaded);
        }
        return 0;
    }

    private static double mean(Dataset dataset) {
        return dataset.matrix(dataset.ratings()).mean();
    }

    private static ObjectNode describe(LoadedData loaded) {
        Dataset dataset = loaded.dataset();
        ObjectNode node = JSON.createObjectNode()
                .put("format", loaded.layout().name())
                .put("delimiter", loaded.layout().dialect().delimiter())
                .put("encoding", loaded.layout().charset().name())
                .put("users", dataset.users().size())
                .put("items", dataset.items().size())
                .put("ratings", dataset.ratings().size())
                .put("mean", mean(dataset))
                .put("density", dataset.density())
                .put("times", dataset.ratings().hasTimes());
        node.putObject("scale")
                .put("min", dataset.scale().min())
                .put("max", dataset.scale().max())
                .put("step", dataset.scale().step());
        node.put("duplicates", loaded.duplicates());
        node.put("problemCount", loaded.problemCount());
        ArrayNode problems = node.putArray("problems");
        for (Problem problem : loaded.problems()) {
            problems.addObject()
                    .put("line", problem.line())
                    .put("text", problem.text())
                    .put("reason", problem.reason());
        }
        return node;
    }

    private void print(LoadedData loaded) {
        Dataset dataset = loaded.dataset();
        TextTable table = new TextTable("ll");
        table.row("Data set", dataset.name());
        table.row(
                "Format",
                loaded.layout().name() + ", " + loaded.layout().dialect().delimiterName() + " between columns, "
                        + loaded.layout().charset().name());
        table.row("Users", number(dataset.users().size()));
        table.row("Items", number(dataset.items().size()));
        table.row("Ratings", number(dataset.ratings().size()));
        table.row("Mean", String.format(Locale.ROOT, "%.4f", mean(dataset)));
        table.row("Scale", dataset.scale().min() + " to " + dataset.scale().max());
        table.row("Density", String.format(Locale.ROOT, "%.2f %%", 100 * dataset.density()));
        table.row(
                "Duplicates", number(loaded.duplicates()) + (loaded.duplicates() > 0 ? " (the last one counts)" : ""));
        table.row("Problems", number(loaded.problemCount()));
        table.print(output.out());
        TextTable problems = new TextTable("lrll");
        loaded.problems().stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem ->
                        problems.row("  line", String.valueOf(problem.line()), problem.reason(), problem.text()));
        problems.print(output.out());
        if (loaded.problemCount() > SHOWN_PROBLEMS) {
            output.out().println("  and " + number(loaded.problemCount() - SHOWN_PROBLEMS) + " more, see --json");
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
