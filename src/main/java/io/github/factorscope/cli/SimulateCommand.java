package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.data.simulation.DatasetFacts;
import io.github.factorscope.data.simulation.DemoFilms;
import io.github.factorscope.storage.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the bundled data anew. */
@Command(name = "simulate", description = "Write the simulated demo films: the same files for the same seed.")
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed gives other people (default ${DEFAULT-VALUE}).")
    private long seed = DemoFilms.DEFAULT_SEED;

    @Override
    public Integer call() throws IOException {
        Path readme = out.resolve("README.md");
        boolean ours = Files.isRegularFile(readme) && Files.readString(readme).startsWith("# Demo films");
        if (!ours) {
            AtomicFiles.requireFree(out); // only what was simulated is written anew
        }
        DatasetFacts facts = DemoFilms.writeTo(out, seed).facts();
        if (output.json()) {
            output.print(new ObjectMapper()
                    .createObjectNode()
                    .put("folder", out.toString())
                    .put("seed", seed)
                    .put("users", facts.users())
                    .put("items", facts.films())
                    .put("ratings", facts.ratings())
                    .put("mean", facts.meanStars())
                    .put("noiseFloor", facts.noiseFloor()));
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d ratings of %,d films by %,d users, noise floor %.4f%n",
                            out,
                            facts.ratings(),
                            facts.films(),
                            facts.users(),
                            facts.noiseFloor());
        }
        return 0;
    }
}
