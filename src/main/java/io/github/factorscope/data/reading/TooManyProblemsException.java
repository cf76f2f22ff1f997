package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** More lines of a file are no ratings than the policy bears; a larger share can be allowed. */
public final class TooManyProblemsException extends UnreadableDataException {
    private static final Texts TEXTS = Texts.of(TooManyProblemsException.class);
    private static final long serialVersionUID = 1L;

    private final long problemCount;
    private final long lineCount;
    private final transient List<Problem> problems;

    TooManyProblemsException(
            String file, List<Problem> first, long problemCount, long lineCount, ReadingPolicy policy) {
        super(text(file, first.get(0), problemCount, lineCount, policy));
        this.problemCount = problemCount;
        this.lineCount = lineCount;
        this.problems = List.copyOf(first);
    }

    private static String text(String file, Problem first, long problemCount, long lineCount, ReadingPolicy policy) {
        double share = problemCount / (double) lineCount;
        return TEXTS.get(
                "too-many-problems",
                file,
                String.valueOf(problemCount),
                String.valueOf(lineCount),
                percent(policy.mostProblems()),
                String.valueOf(first.line()),
                Problem.brief(first.text()),
                first.reason(),
                String.format(Locale.ROOT, "%.2f", Math.min(1, Math.ceil(100 * share) / 100))); // as it is typed
    }

    private static String percent(double share) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Texts.locale())).format(100 * share);
    }

    /** How many lines are no ratings. */
    public long problemCount() {
        return problemCount;
    }

    /** How many lines there are, without header, comments and blank lines. */
    public long lineCount() {
        return lineCount;
    }

    /** The first of them. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** The share that has to be allowed, 0 to 1. */
    public double share() {
        return problemCount / (double) lineCount;
    }
}
