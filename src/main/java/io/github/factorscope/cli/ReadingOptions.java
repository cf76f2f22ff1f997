package io.github.factorscope.cli;

import io.github.factorscope.data.reading.ReadingPolicy;
import io.github.factorscope.data.reading.ReadingPolicy.Outside;
import io.github.factorscope.data.reading.ReadingPolicy.Repeated;
import io.github.factorscope.data.reading.ReadingRequest;
import io.github.factorscope.model.InvalidSettingException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How ratings are read where they are given: what is known of the items, and what is done with doubtful lines. */
final class ReadingOptions {
    @Option(
            names = "--items",
            paramLabel = "PATH",
            description = "Titles, years and genres of the items, where they do not lie beside the ratings.")
    private Path items;

    @Option(
            names = "--duplicates",
            paramLabel = "last|first|mean",
            defaultValue = "last",
            description = "Which of several ratings of one item by one user counts (default last).")
    private String duplicates;

    @Option(
            names = "--outside-scale",
            paramLabel = "leave-out|clip|keep",
            defaultValue = "leave-out",
            description = "What becomes of ratings outside a known scale (default leave-out).")
    private String outsideScale;

    @Option(
            names = "--allow-bad",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "Load although up to this share of the lines are no ratings (default 0.05).")
    private double allowBad;

    ReadingRequest request(Path ratings) {
        if (!(allowBad >= 0 && allowBad <= 1)) {
            throw new InvalidSettingException("--allow-bad must lie in 0..1, was " + allowBad + ".");
        }
        ReadingPolicy policy = new ReadingPolicy(
                choice("--duplicates", duplicates, Repeated.values()),
                choice("--outside-scale", outsideScale, Outside.values()),
                allowBad);
        return ReadingRequest.of(ratings).withItems(Optional.ofNullable(items)).withPolicy(policy);
    }

    /** As it is typed: "leave-out". */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E choice(String option, String typed, E[] choices) {
        return Stream.of(choices)
                .filter(choice -> word(choice).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(option + " must be one of "
                        + Stream.of(choices).map(ReadingOptions::word).collect(Collectors.joining(", ")) + ", was "
                        + typed
                        + "."));
    }
}
