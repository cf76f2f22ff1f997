package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.UserException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where the ratings to judge by come from: one way at most. */
final class SplitOptions {
    @Option(names = "--test", paramLabel = "PATH", description = "The test: a file of ratings.")
    private Path file;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "The test: this share of the ratings, drawn at random, such as 0.1.")
    private Double share;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "The test: one of K parts of the same size, drawn at random (cross-validation).")
    private Integer folds;

    @Option(
            names = "--fold",
            paramLabel = "F",
            description = "With --folds: which one, counted from 1. Without, train takes all in turn, sweep the first.")
    private Integer fold;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "The test: the last N ratings of each user, at random where the file has no times.")
    private Integer last;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The test: the ratings given on this day (UTC) or later, such as 2003-01-01.")
    private String from;

    Optional<Path> testFile() {
        return Optional.ofNullable(file);
    }

    /** How many folds there are where all of them are asked for: folds without a fold. */
    OptionalInt allFolds() {
        return folds != null && fold == null ? OptionalInt.of(folds) : OptionalInt.empty();
    }

    /**
     * What the options ask for; the first fold where all of them are.
     *
     * @param otherwise where they ask for nothing
     * @throws InvalidSettingException where an option is out of its range
     */
    SplitPlan plan(TestChoice otherwise, double validationShare, long seed) {
        try {
            return new SplitPlan(test(otherwise), validationShare, seed);
        } catch (IllegalArgumentException e) {
            throw e instanceof InvalidSettingException own ? own : new InvalidSettingException(e.getMessage() + ".", e);
        }
    }

    private TestChoice test(TestChoice otherwise) {
        requireOneWay();
        if (file != null) {
            return new TestChoice.GivenFile();
        }
        if (share != null) {
            return new TestChoice.RandomShare(share);
        }
        if (folds != null) {
            return new TestChoice.Fold(fold == null ? 1 : fold, folds);
        }
        if (last != null) {
            return new TestChoice.LastOfUser(last);
        }
        return from == null ? otherwise : TestChoice.FromDate.of(day(from));
    }

    private void requireOneWay() {
        List<String> given = new ArrayList<>();
        addGiven(given, "--test", file);
        addGiven(given, "--holdout", share);
        addGiven(given, "--folds", folds);
        addGiven(given, "--last", last);
        addGiven(given, "--from", from);
        if (given.size() > 1) {
            throw new InvalidSettingException(String.join(" and ", given) + " exclude one another. Give one of them.");
        }
        if (fold != null && folds == null) {
            throw new InvalidSettingException("--fold says which of the folds, so it needs --folds.");
        }
    }

    private static void addGiven(List<String> given, String name, Object value) {
        if (value != null) {
            given.add(name);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidSettingException("--from takes a day such as 2003-01-01, was \"" + text + "\".", e);
        }
    }

    /** Sets the ratings apart; what cannot be is told to the user. */
    static Split split(Dataset dataset, SplitPlan plan) {
        try {
            return Split.of(dataset, plan);
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage());
        }
    }

    /** What the user should know of a split: that "last" means nothing where the file has no times. */
    static Optional<String> remark(Dataset dataset, SplitPlan plan) {
        return plan.test() instanceof TestChoice.LastOfUser
                        && !dataset.ratings().hasTimes()
                ? Optional.of("The ratings of " + dataset.name()
                        + " have no times: those of each user are drawn at random instead of the last.")
                : Optional.empty();
    }
}
