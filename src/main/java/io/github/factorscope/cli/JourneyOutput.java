package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.ui.tour.JourneyBench;
import io.github.factorscope.ui.tour.WindowBench.Waits;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How a window answered, as JSON and for people. */
final class JourneyOutput {
    private static final String PART = "part";

    private JourneyOutput() {}

    static ObjectNode describe(JourneyBench.Result measured) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        addWaits(node.putArray("journey"), PART, measured.parts());
        return node.put("idleShare", measured.idleShare())
                .put("emptyShare", measured.emptyShare())
                .put("bytesBefore", measured.bytesBefore())
                .put("bytesAfter", measured.bytesAfter());
    }

    /** @param name of the field that says what was measured */
    static void addWaits(ArrayNode target, String name, List<Waits> waits) {
        for (Waits each : waits) {
            target.addObject()
                    .put(name, each.name())
                    .put("medianMillis", each.median())
                    .put("percentile99Millis", each.percentile99())
                    .put("longestMillis", each.longest());
        }
    }

    static void print(PrintWriter out, JsonNode journey) {
        out.println();
        printWaits(out, "FX thread during a visit", PART, journey.path("journey"));
        long before = journey.path("bytesBefore").asLong();
        long after = journey.path("bytesAfter").asLong();
        out.printf(
                Locale.ROOT,
                "%nWhile nothing happens: %.1f %% of a processor; an empty window: %.1f %%%n",
                100 * journey.path("idleShare").asDouble(),
                100 * journey.path("emptyShare").asDouble());
        out.printf(
                Locale.ROOT,
                "Memory in use: %s; after ten other data sets: %s (%+.0f %%)%n",
                Forecast.words(before),
                Forecast.words(after),
                100.0 * (after - before) / before);
    }

    static void printWaits(PrintWriter out, String title, String name, JsonNode waits) {
        TextTable table = new TextTable("lrrr");
        table.row(title, "Median", "99 %", "Longest");
        for (JsonNode each : waits) {
            table.row(
                    each.path(name).asText(),
                    millis(each, "medianMillis"),
                    millis(each, "percentile99Millis"),
                    millis(each, "longestMillis"));
        }
        table.print(out);
    }

    private static String millis(JsonNode node, String field) {
        return String.format(Locale.ROOT, "%.1f ms", node.path(field).asDouble());
    }
}
