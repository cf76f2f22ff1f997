package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.download.DataShelf;
import io.github.factorscope.download.DataShelf.Arrival;
import io.github.factorscope.download.DataShelf.Holding;
import io.github.factorscope.download.DownloadOptions;
import io.github.factorscope.download.DownloadSettings;
import io.github.factorscope.download.MovieLens;
import io.github.factorscope.download.MovieLensSet;
import io.github.factorscope.download.Progress;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches data of MovieLens into the cache folder of the user. */
@Command(
        name = "fetch",
        description = "Fetch a MovieLens data set, or list those that there are. A download that was broken off goes on"
                + " where it was.")
final class FetchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions output;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Such as ml-1m. Without it, the data sets are listed.")
    private String name;

    @Option(names = "--list", description = "List the data sets with their sizes and terms.")
    private boolean list;

    @Option(
            names = "--accept-terms",
            description = "You have read the terms of this data set and accept them. Needed once for each.")
    private boolean accept;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The folder on a server that has the files. Default: FACTORSCOPE_MOVIELENS in the environment,"
                            + " or files.grouplens.org.")
    private String baseUrl;

    @Override
    public Integer call() throws IOException {
        Path file = DownloadSettings.usualFile();
        DownloadSettings settings = DownloadSettings.load(file);
        MovieLensSet set = name == null ? null : orWrongUsage(() -> MovieLens.find(name));
        URI base = baseUrl == null ? settings.base() : orWrongUsage(() -> MovieLens.base(baseUrl));
        DataShelf shelf = new DataShelf(settings.dataFolder(), base, DownloadOptions.USUAL);
        if (list || set == null) {
            if (accept) {
                throw new ParameterException(spec.commandLine(), "--accept-terms needs the NAME of a data set.");
            }
            list(settings, shelf, base);
            return 0;
        }
        if (accept && !settings.isAccepted(set)) {
            settings = settings.withAccepted(set);
            settings.save(file);
        }
        if (!settings.isAccepted(set)) {
            throw new UserException(set.name() + " (" + set.size() + ") has terms. " + set.terms() + " In full: "
                    + set.readme(base) + ". To accept them and fetch it: factorscope fetch " + set.name()
                    + " --accept-terms.");
        }
        return fetch(set, shelf);
    }

    private <T> T orWrongUsage(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int fetch(MovieLensSet set, DataShelf shelf) throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        Lines lines = new Lines(set.name());
        Interruption interruption = new Interruption(() -> stopped.set(true));
        try {
            Arrival arrival = shelf.fetch(set, progress -> {
                lines.show(System.nanoTime(), progress);
                return !stopped.get();
            });
            print(arrival);
            return 0;
        } catch (CancellationException e) {
            output.progress("Stopped. What came of " + set.name() + " is kept; the same command goes on with it.");
            return spec.exitCodeOnExecutionException();
        } finally {
            interruption.close(); // the process may end from here on
        }
    }

    /** A line now and then, none for what is quick. */
    private final class Lines {
        private final String title;
        private long next = System.nanoTime() + NANOS_BETWEEN_LINES;

        Lines(String title) {
            this.title = title;
        }

        void show(long now, Progress progress) {
            if (now - next >= 0) {
                next = now + NANOS_BETWEEN_LINES;
                output.progress(title + ": " + progress.words());
            }
        }
    }

    private void print(Arrival arrival) {
        String path = arrival.path().toAbsolutePath().toString();
        String sum = arrival.checksum().map(found -> found.algorithm()).orElse("");
        boolean before = arrival.bytes() == 0;
        if (output.json()) {
            output.print(JSON.createObjectNode()
                    .put("name", arrival.set().name())
                    .put("path", path)
                    .put("bytes", arrival.bytes())
                    .put("resumed", arrival.resumed())
                    .put("wasHere", before)
                    .put("checksum", sum));
            return;
        }
        output.out().println(path);
        output.progress(
                before
                        ? arrival.set().name() + " was here already. To fetch it anew, delete its folder first."
                        : arrival.set().name() + " is here"
                                + (sum.isEmpty()
                                        ? "; no checksum is published for it."
                                        : ", its " + sum + " is right."));
    }

    private void list(DownloadSettings settings, DataShelf shelf, URI base) {
        ArrayNode sets = JSON.createArrayNode();
        TextTable table = new TextTable("lrll");
        table.row("Name", "Size", "Content", "Here");
        for (MovieLensSet set : MovieLens.all()) {
            Holding holding = shelf.holding(set);
            sets.add(describe(set, settings, holding, base));
            table.row(set.name(), set.size(), set.content(), here(holding));
        }
        if (output.json()) {
            output.print(JSON.createObjectNode().set("sets", sets));
            return;
        }
        table.print(output.out());
        MovieLens.all().stream().map(MovieLensSet::terms).distinct().forEach(terms -> {
            output.out().println();
            output.out()
                    .println(String.join(
                                    ", ",
                                    MovieLens.all().stream()
                                            .filter(set -> set.terms().equals(terms))
                                            .map(MovieLensSet::name)
                                            .toList())
                            + ":");
            output.out().println("  " + terms);
        });
        output.out().println();
        output.out().println("The terms in full: " + base + "NAME-README.html (ml-100k, ml-1m: .txt).");
        output.out().println("To accept them and fetch a data set: factorscope fetch NAME --accept-terms");
    }

    private static String here(Holding holding) {
        return holding.path().isPresent() ? "yes" : holding.keptBytes() > 0 ? "in part" : "";
    }

    private static ObjectNode describe(MovieLensSet set, DownloadSettings settings, Holding holding, URI base) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", set.name())
                .put("content", set.content())
                .put("bytes", set.bytes())
                .put("address", set.address(base).toString())
                .put("terms", set.terms())
                .put("termsInFull", set.readme(base).toString())
                .put("accepted", settings.isAccepted(set))
                .put("keptBytes", holding.keptBytes());
        holding.path().ifPresent(path -> node.put("path", path.toAbsolutePath().toString()));
        return node;
    }
}
