package io.github.factorscope.data.reading;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines that could not be read: counts all, keeps the first {@value #KEPT}. */
final class Problems {
    private static final int KEPT = 1000;

    private final List<Problem> kept = new ArrayList<>();
    private long count;

    void add(long line, String text, Reason reason) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Problem(line, text, reason));
        }
    }

    /** Adds those of another file. */
    void addAll(String file, Problems others) {
        others.kept.forEach(
                problem -> add(problem.line(), problem.text(), problem.why().in(file)));
        count += others.count - others.kept.size();
    }

    /** Those that were kept of so many. */
    static Problems of(List<Problem> kept, long count) {
        Problems problems = new Problems();
        problems.kept.addAll(kept);
        problems.count = count;
        return problems;
    }

    /** Adds those of what follows so many lines. */
    void addAll(long linesBefore, Problems others) {
        others.kept.forEach(problem -> add(problem.line() + linesBefore, problem.text(), problem.why()));
        count += others.count - others.kept.size();
    }

    long count() {
        return count;
    }

    List<Problem> kept() {
        return List.copyOf(kept);
    }
}
