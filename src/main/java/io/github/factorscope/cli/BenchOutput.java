package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.experiment.Forecast;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, for people. */
final class BenchOutput {
    private BenchOutput() {}

    static void print(PrintWriter out, JsonNode result) {
        out.printf(
                Locale.ROOT,
                "Java %s on %d processors%n",
                result.path("java").asText(),
                result.path("processors").asInt());
        for (JsonNode data : result.path("data")) {
            if (data.has("explore")) {
                ExploreBench.print(out, data);
                continue;
            }
            if (data.has("journey")) {
                JourneyOutput.print(out, data);
                continue;
            }
            if (data.has("map")) {
                printMap(out, data);
                continue;
            }
            if (data.has("large")) {
                LargeBench.print(out, data);
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "%n%s: %,d ratings loaded in %.2f s%n%n",
                    data.path("name").asText(),
                    data.path("ratings").asInt(),
                    data.path("loadSeconds").asDouble());
            if (data.has("storage")) {
                printStorage(out, data.path("storage"));
                continue;
            }
            if (data.has("newcomers")) {
                printNewcomers(out, data.path("newcomers"));
                continue;
            }
            printModels(out, data.path("models"));
            data.path("scaling").forEach(scale -> printScale(out, scale));
        }
        if (result.has("fxThread")) {
            out.println();
            printWindow(out, result);
        }
    }

    private static void printMap(PrintWriter out, JsonNode data) {
        out.printf(
                Locale.ROOT,
                "%n%s: a map of %,d items%n%n",
                data.path("name").asText(),
                data.path("items").asInt());
        TextTable table = new TextTable("lrrr");
        table.row("Map", "Drawn in", "Frame to frame", "99 % within");
        for (JsonNode moved : data.path("map")) {
            table.row(
                    moved.path("movement").asText(),
                    number(moved, "drawMillis", 1) + " ms",
                    number(moved, "frameMillis", 1) + " ms",
                    number(moved, "lateMillis", 1) + " ms");
        }
        table.print(out);
    }

    private static void printStorage(PrintWriter out, JsonNode storage) {
        TextTable table = new TextTable("lrrrr");
        table.row("A run of " + storage.path("model").asText(), "Median", "First", "Ratings", "Model");
        String ratings = memory(storage, "ratingsBytes");
        String model = memory(storage, "modelBytes");
        table.row(
                "Save",
                number(storage, "saveSeconds", 3) + " s",
                number(storage, "firstSaveSeconds", 3) + " s",
                ratings,
                model);
        table.row(
                "Open",
                number(storage, "openSeconds", 3) + " s",
                number(storage, "firstOpenSeconds", 3) + " s",
                ratings,
                model);
        table.print(out);
    }

    private static void printNewcomers(PrintWriter out, JsonNode newcomers) {
        TextTable table = new TextTable("lrrrrrr");
        table.row(
                "Test RMSE",
                "Learned",
                "As newcomers",
                "Every tenth, learned",
                "Never seen",
                "Sums miss by",
                "A change");
        for (JsonNode model : newcomers) {
            table.row(
                    model.path("model").asText(),
                    number(model, "learned", 4),
                    number(model, "asNewcomers", 4),
                    number(model, "learnedTenth", 4),
                    number(model, "neverSeen", 4),
                    String.format(Locale.ROOT, "%.1e", model.path("worstSum").asDouble()),
                    number(model, "changeMillis", 1) + " ms");
        }
        table.print(out);
    }

    private static void printModels(PrintWriter out, JsonNode models) {
        TextTable table = new TextTable("lrrrrrrrrrr");
        table.row(
                "Model",
                "Epochs",
                "s/epoch",
                "s in all",
                "Forecast",
                "Adds",
                "Forecast",
                "Peak heap",
                "Test RMSE",
                "Recommend",
                "Explain");
        for (JsonNode model : models) {
            table.row(
                    model.path("model").asText(),
                    model.path("epochs").asText(),
                    number(model, "secondsPerEpoch", 3),
                    number(model, "seconds", 2),
                    number(model, "forecastSeconds", 2),
                    memory(model, "addedBytes"),
                    memory(model, "forecastBytes"),
                    memory(model, "peakBytes"),
                    number(model, "testRmse", 4),
                    number(model, "recommendMillis", 1) + " ms",
                    number(model, "explainMillis", 1) + " ms");
        }
        table.print(out);
    }

    private static void printScale(PrintWriter out, JsonNode scale) {
        List<String> head = new ArrayList<>(List.of(scale.path("setting").asText()));
        List<String> seconds = new ArrayList<>(List.of(scale.path("model").asText() + ", s/epoch"));
        for (JsonNode point : scale.path("points")) {
            head.add(point.path("value").asText());
            seconds.add(number(point, "secondsPerEpoch", 3));
        }
        out.println();
        TextTable table = new TextTable("l" + "r".repeat(head.size() - 1));
        table.row(head.toArray(String[]::new));
        table.row(seconds.toArray(String[]::new));
        table.print(out);
    }

    private static void printWindow(PrintWriter out, JsonNode result) {
        JourneyOutput.printWaits(out, "FX thread while training", "training", result.path("fxThread"));
        out.println("Stop answers in " + number(result, "stopMillis", 0) + " ms");
    }

    private static String memory(JsonNode node, String field) {
        return Forecast.words(node.path(field).asLong());
    }

    private static String number(JsonNode node, String field, int decimals) {
        return String.format(
                Locale.ROOT, "%." + decimals + "f", node.path(field).asDouble());
    }
}
