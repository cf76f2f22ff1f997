package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.reading.Columns;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.Layout;
import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.data.reading.LoadedData;
import io.github.factorscope.data.reading.Problem;
import io.github.factorscope.data.reading.ReadingPolicy;
import io.github.factorscope.data.reading.Role;
import io.github.factorscope.data.reading.TimeFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Mixin
    private ReadingOptions reading;

    @Parameters(paramLabel = "PATH", description = "A rating file, its folder, or a zip.")
    private Path path;

    @Override
    public Integer call() throws IOException {
        LoadedData loaded = DatasetReader.read(reading.request(path), LoadMonitor.NONE);
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
        Layout layout = loaded.layout();
        Columns columns = layout.columns();
        node.put("arrangement", ReadingOptions.word(layout.arrangement()))
                .put("header", layout.header())
                .put("quoting", layout.dialect().quoting())
                .put("decimalComma", layout.dialect().decimalComma())
                .put("comment", layout.dialect().comment());
        ObjectNode roles = node.putObject("columns").put("count", columns.count());
        for (int column = 0; column < columns.count(); column++) {
            if (columns.role(column) != Role.IGNORED) {
                roles.put(ReadingOptions.word(columns.role(column)), column + 1);
            }
        }
        if (columns.hasTime()) {
            node.put("timeFormat", ReadingOptions.word(layout.timeFormat()));
        }
        layout.noRating().ifPresent(number -> node.put("noRating", number));
        node.put("titles", titles(dataset));
        node.putObject("scale")
                .put("min", dataset.scale().min())
                .put("max", dataset.scale().max())
                .put("step", dataset.scale().step());
        node.put("duplicates", loaded.duplicates());
        node.put("outsideScale", loaded.outsideScale());
        node.put("unrated", loaded.unrated());
        node.putObject("policy")
                .put("duplicates", ReadingOptions.word(loaded.policy().duplicates()))
                .put("outsideScale", ReadingOptions.word(loaded.policy().outsideScale()))
                .put("allowBad", loaded.policy().mostProblems());
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
        Layout layout = loaded.layout();
        String delimiter = layout.dialect().delimiterName() + " between columns";
        table.row("Format", layout.name().endsWith(delimiter) ? layout.name() : layout.name() + ", " + delimiter);
        table.row("Encoding", layout.charset().name());
        table.row("Columns", columns(layout));
        table.row("Users", number(dataset.users().size()));
        table.row("Items", number(dataset.items().size()));
        table.row("Ratings", number(dataset.ratings().size()));
        table.row("Mean", String.format(Locale.ROOT, "%.4f", mean(dataset)));
        table.row(
                "Scale",
                scale(dataset.scale()) + (layout.knownScale().isPresent() ? "" : " (learned from the ratings)"));
        table.row("Density", String.format(Locale.ROOT, "%.2f %%", 100 * dataset.density()));
        table.row(
                "Titles",
                number(titles(dataset)) + " of " + number(dataset.items().size()) + " items");
        table.row(
                "Duplicates",
                number(loaded.duplicates()) + " ("
                        + loaded.policy().duplicates().words() + ")");
        if (layout.knownScale().isPresent()) {
            table.row(
                    "Outside the scale",
                    number(loaded.outsideScale()) + " (" + rule(loaded.policy().outsideScale()) + ")");
        }
        if (loaded.unrated() > 0) {
            table.row("Not rated", number(loaded.unrated()) + " (left out)");
        }
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

    private static String columns(Layout layout) {
        List<String> parts = new ArrayList<>();
        Columns columns = layout.columns();
        for (int column = 0; column < columns.count(); column++) {
            if (columns.role(column) != Role.IGNORED) {
                parts.add(ReadingOptions.word(columns.role(column)) + " " + (column + 1));
            }
        }
        String roles =
                switch (layout.arrangement()) {
                    case LINES -> String.join(", ", parts) + " of " + columns.count();
                    case BLOCKS -> String.join(", ", parts) + " of " + columns.count() + ", the item above";
                    case MATRIX -> "a user in each line, an item in each column from " + (columns.rating() + 1);
                };
        return roles
                + (layout.header() ? ", named in the first line" : "")
                + (layout.dialect().decimalComma() ? ", decimal comma" : "")
                + (columns.hasTime() && layout.timeFormat() != TimeFormat.SECONDS
                        ? ", times in " + (layout.timeFormat() == TimeFormat.DATE ? "dates" : "milliseconds")
                        : "");
    }

    private static String scale(RatingScale scale) {
        String steps = scale.step() == 0 ? "" : " in steps of " + scale.step();
        return scale.min() + " to " + scale.max() + steps;
    }

    private static String rule(ReadingPolicy.Outside outside) {
        return switch (outside) {
            case LEAVE_OUT -> "left out";
            case CLIP -> "moved to the nearest rating";
            case KEEP -> "kept: the scale is wider";
        };
    }

    private static long titles(Dataset dataset) {
        return dataset.items().items().stream()
                .filter(item -> !item.equals(Item.unknown(item.id())))
                .count();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
