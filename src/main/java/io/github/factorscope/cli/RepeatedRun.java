package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.experiment.Repetition;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code train --run}: carries a saved run out again and says whether its numbers are the same. */
final class RepeatedRun {
    private static final Set<String> ALLOWED = Set.of("--run", "--out", "--json", "--help");

    private final Repetition repetition;
    private final Path folder;

    private RepeatedRun(Repetition repetition, Path folder) {
        this.repetition = repetition;
        this.folder = folder;
    }

    /** Refuses options that would make it another run. */
    static void requireNothingElse(CommandSpec spec) {
        requireOnly(spec, ALLOWED, "--run repeats a run as it was");
    }

    /** Refuses options that do not go with one that brings all the others. */
    static void requireOnly(CommandSpec spec, Set<String> allowed, String reason) {
        for (ArgSpec given : spec.commandLine().getParseResult().matchedArgs()) {
            if (given instanceof OptionSpec option && !allowed.contains(option.longestName())) {
                throw new InvalidSettingException(
                        reason + ", so " + option.longestName() + " cannot go with it. Leave one of them out.");
            }
        }
    }

    /** Without a run to repeat, ratings and a model are needed. */
    static void requireRatings(CommandSpec spec, Path ratings) {
        if (ratings == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required option: '--ratings=PATH', or '--run=DIR' to repeat a run, or '--resume=DIR' to go on");
        }
    }

    static RepeatedRun of(Path folder, TrainingListener listener) throws IOException {
        Run first = RunStore.open(folder);
        try {
            return new RepeatedRun(Repetition.of(first, listener), folder);
        } catch (InvalidSettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UserException("The run in " + folder + " cannot be repeated. " + e.getMessage());
        }
    }

    Run run() {
        return repetition.again();
    }

    void describe(ObjectNode node) {
        ObjectNode repeats =
                node.putObject("repeats").put("run", folder.toString()).put("same", repetition.same());
        if (Double.isFinite(repetition.largestDifference())) {
            repeats.put("largestDifference", repetition.largestDifference());
        } else {
            repeats.putNull("largestDifference"); // one has numbers that the other has not
        }
        repeats.put("where", repetition.where());
        ArrayNode others = repeats.putArray("otherCircumstances");
        repetition.otherCircumstances().forEach(others::add);
    }

    void print(TextTable table) {
        table.row("Repeats", folder + ": " + verdict());
        for (String other : repetition.otherCircumstances()) {
            table.row("With", other);
        }
    }

    private String verdict() {
        if (repetition.same()) {
            return "the same numbers, bit for bit";
        }
        if (repetition.where().isEmpty()) {
            return "the same numbers, but it was "
                    + repetition.first().outcome().stopReason().words() + " before and "
                    + repetition.again().outcome().stopReason().words() + " now";
        }
        return Double.isInfinite(repetition.largestDifference())
                ? "other numbers: only one of them has a " + repetition.where()
                : String.format(
                        Locale.ROOT,
                        "other numbers: the largest difference is %.3g, in the %s",
                        repetition.largestDifference(),
                        repetition.where());
    }
}
