package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.Person;
import io.github.factorscope.storage.RunJson;
import io.github.factorscope.text.Language;
import io.github.factorscope.ui.tour.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The guided tour, without a display. */
@Command(
        name = "tour",
        description =
                "Open data, train every model, compare, explain, and take pictures of all screens; no display needed.")
final class TourCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @Mixin
    private OutputOptions output;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for the pictures (default: a new one).")
    private Path out;

    @Option(names = "--ratings", paramLabel = "PATH", description = "Other data than the demo films.")
    private Path ratings;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1440x900",
            description = "Of the window (default ${DEFAULT-VALUE}).")
    private String size;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "Pixels of the picture for one of the window, 1 to 3 (default ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--all-looks",
            description = "Also in every size, light, dark and for a projector, each in a folder.")
    private boolean allLooks;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Of the window: en or ko (default ${DEFAULT-VALUE}).")
    private String language;

    @Override
    public Integer call() throws IOException {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new InvalidSettingException("size is written like 1440x900, was " + size + ".");
        }
        if (!(scale >= 1 && scale <= 3)) {
            throw new InvalidSettingException("scale must lie in 1 to 3, was " + scale + ".");
        }
        Path folder = out == null ? Files.createTempDirectory("factorscope-tour-") : out;
        Tour.Result result = Tour.run(
                new Tour.Plan(
                        ratings,
                        folder,
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        scale,
                        allLooks,
                        Language.ofCode(language)
                                .orElseThrow(() ->
                                        new InvalidSettingException("language is en or ko, was " + language + "."))),
                output::progress);
        if (output.json()) {
            output.print(describe(result, folder));
        } else {
            print(result, folder);
        }
        return 0;
    }

    private static ObjectNode describe(Tour.Result result, Path folder) {
        ObjectNode node = new ObjectMapper().createObjectNode().put("folder", folder.toString());
        ArrayNode pictures = node.putArray("pictures");
        result.pictures()
                .forEach(picture ->
                        pictures.add(folder.relativize(picture).toString().replace('\\', '/')));
        ArrayNode runs = node.putArray("runs");
        result.runs().forEach(run -> runs.add(RunJson.summary(run)));
        node.set(
                "explanation",
                ExplanationOutput.describe(
                        result.explained().experiment().dataset(), result.explanation(), person(result)));
        return node;
    }

    private void print(Tour.Result result, Path folder) {
        TextTable table = new TextTable("lrrrr");
        table.row("Model", "Test RMSE", "Test MAE", "Epochs", "Seconds");
        for (Run run : result.runs()) {
            table.row(
                    run.experiment().family().title(),
                    run.test().map(test -> number(test.rmse(), 4)).orElse("–"),
                    run.test().map(test -> number(test.mae(), 4)).orElse("–"),
                    String.valueOf(run.outcome().history().size()),
                    number(run.outcome().seconds(), 2));
        }
        table.print(output.out());
        output.out().println();
        output.out().println(result.explained().experiment().family().title() + " explains:");
        ExplanationOutput.print(
                output.out(), result.explained().experiment().dataset(), result.explanation(), person(result));
        output.out().println();
        output.out()
                .println("Pictures of every screen: " + folder.toAbsolutePath().normalize());
    }

    private static Person person(Tour.Result result) {
        return Person.known(
                result.explained().experiment().split().training(),
                result.explanation().user());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
