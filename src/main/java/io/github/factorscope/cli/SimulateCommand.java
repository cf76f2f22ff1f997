package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.data.simulation.DatasetFacts;
import io.github.factorscope.data.simulation.DemoFilms;
import io.github.factorscope.data.simulation.LargeRatingsFile;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.AtomicFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the bundled data anew, or a rating file of any size. */
@Command(
        name = "simulate",
        description = "Write the simulated demo films, or a rating file of any size: the same files for the same seed.")
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

    @Option(
            names = "--ratings",
            paramLabel = "N",
            description = "Instead of the demo films: ratings.csv with so many ratings, for measuring.")
    private int ratings;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "With --ratings: how many people rate (default: 162,000 for 25 million ratings).")
    private int users;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "With --ratings: how many items there are (default: 59,000 for 25 million ratings).")
    private int items;

    @Override
    public Integer call() throws IOException {
        if (ratings != 0) {
            return writeLarge();
        }
        if (users != 0 || items != 0) {
            throw new InvalidSettingException("--users and --items go with --ratings only.");
        }
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

    private int writeLarge() throws IOException {
        LargeRatingsFile made = large();
        Path file = out.resolve("ratings.csv");
        AtomicFiles.requireFree(out);
        AtomicFiles.writeFile(file, path -> {
            try (OutputStream target = Files.newOutputStream(path)) {
                made.writeTo(target, written -> true);
            }
        });
        if (output.json()) {
            output.print(new ObjectMapper()
                    .createObjectNode()
                    .put("folder", out.toString())
                    .put("seed", seed)
                    .put("users", made.users())
                    .put("items", made.items())
                    .put("ratings", ratings)
                    .put("bytes", Files.size(file)));
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d ratings of at most %,d items by %,d users, %,d bytes%n",
                            file,
                            ratings,
                            made.items(),
                            made.users(),
                            Files.size(file));
        }
        return 0;
    }

    private LargeRatingsFile large() {
        try {
            return new LargeRatingsFile(ratings, users, items, seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(e.getMessage());
        }
    }
}
