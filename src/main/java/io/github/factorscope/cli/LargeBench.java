package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.CacheFiles;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.simulation.LargeRatingsFile;
import io.github.factorscope.experiment.Benchmark;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.OwnProcess;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures what a very large rating file takes: opening it for the first time and again, each in a process of its own with
 * little memory, and an epoch of training, beside that of a made-up file of a million ratings.
 */
final class LargeBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAP = "3g";
    private static final int SMALL = 1_000_000; // ratings
    private static final List<String> MODELS = List.of("svd", "svdpp");
    private static final String FACTORS = "50";

    private final Path file;
    private final int repeat;
    private final Consumer<String> progress;

    /** @param repeat medians of so many openings */
    LargeBench(Path file, int repeat, Consumer<String> progress) {
        this.file = file;
        this.repeat = repeat;
        this.progress = progress;
    }

    ObjectNode measure() throws IOException {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int k = 0; k < repeat; k++) {
            progress.accept("Opening " + file + " for the first time, and again");
            CacheFiles.forget(file);
            first.add(secondsToInspect());
            again.add(secondsToInspect());
        }
        Dataset large = DatasetReader.read(file).dataset();
        ObjectNode node = JSON.createObjectNode()
                .put("name", large.name())
                .put("bytes", Files.size(file))
                .put("ratings", large.ratings().size())
                .put("users", large.users().size())
                .put("items", large.items().size());
        node.putObject("large")
                .put("heap", HEAP)
                .put("firstSeconds", Benchmark.median(first))
                .put("againSeconds", Benchmark.median(again))
                .set("models", models(large));
        return node;
    }

    private ArrayNode models(Dataset large) throws IOException {
        List<Double> ofSmall = new ArrayList<>();
        Dataset small = small();
        for (String model : MODELS) {
            ofSmall.add(secondsPerEpoch(small, model));
        }
        double times = large.ratings().size() / (double) small.ratings().size();
        ArrayNode models = JSON.createArrayNode();
        for (int k = 0; k < MODELS.size(); k++) {
            double seconds = secondsPerEpoch(large, MODELS.get(k));
            models.addObject()
                    .put("model", MODELS.get(k))
                    .put("factors", Integer.parseInt(FACTORS))
                    .put("secondsPerEpoch", seconds)
                    .put("secondsPerEpochOfMillion", ofSmall.get(k))
                    .put("growth", seconds / (times * ofSmall.get(k)));
        }
        return models;
    }

    private double secondsPerEpoch(Dataset dataset, String model) {
        progress.accept("Training " + model + " on " + dataset.ratings().size() + " ratings");
        ModelFamily family = ModelCatalogue.find(model);
        return new Benchmark(dataset, Split.of(dataset, new SplitPlan(0.1, 0, 1)), 1)
                .secondsPerEpoch(family, family.defaults().with("factors", FACTORS));
    }

    private static Dataset small() throws IOException {
        Path folder = Files.createTempDirectory("factorscope-large-");
        try {
            Path made = folder.resolve("ratings.csv");
            try (OutputStream target = Files.newOutputStream(made)) {
                new LargeRatingsFile(SMALL, 0, 0, 1).writeTo(target, written -> true);
            }
            return DatasetReader.read(made).dataset();
        } finally {
            AtomicFiles.deleteTree(folder);
        }
    }

    /** With all that starting the program takes. */
    private double secondsToInspect() throws IOException {
        List<String> command =
                OwnProcess.command(List.of("-Xmx" + HEAP), Main.class, "inspect", file.toString(), "--json");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new UserException("inspect did not open " + file + " with " + HEAP
                        + " of memory. Try it alone, with JAVA_OPTS=-Xmx" + HEAP + ".");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    static void print(PrintWriter out, JsonNode data) {
        JsonNode large = data.path("large");
        out.printf(
                Locale.ROOT,
                "%n%s: %,d ratings in %,d bytes, opened in %.1f s, again in %.1f s, with %s of memory%n%n",
                data.path("name").asText(),
                data.path("ratings").asInt(),
                data.path("bytes").asLong(),
                large.path("firstSeconds").asDouble(),
                large.path("againSeconds").asDouble(),
                large.path("heap").asText());
        TextTable table = new TextTable("lrrr");
        table.row("Model", "s an epoch", "of a million", "grows by");
        for (JsonNode model : large.path("models")) {
            table.row(
                    model.path("model").asText(),
                    String.format(
                            Locale.ROOT, "%.2f", model.path("secondsPerEpoch").asDouble()),
                    String.format(
                            Locale.ROOT,
                            "%.3f",
                            model.path("secondsPerEpochOfMillion").asDouble()),
                    String.format(Locale.ROOT, "%.2f", model.path("growth").asDouble()));
        }
        table.print(out);
    }
}
