package io.github.factorscope.inspection;

import java.util.ArrayList;
import java.util.List;

/** What there was at first, and all changes since then, which can be taken back one by one. Immutable. */
public final class History<T> {
    /** How many changes can be taken back. */
    public static final int MOST_STEPS = 1000;

    private record Step<T>(T before, T after, String what) {}

    private final T start;
    private final T now;
    private final List<Step<T>> done; // the last one is taken back first
    private final List<Step<T>> undone; // the last one is done again first

    private History(T start, T now, List<Step<T>> done, List<Step<T>> undone) {
        this.start = start;
        this.now = now;
        this.done = List.copyOf(done);
        this.undone = List.copyOf(undone);
    }

    /** Without a change. */
    public static <T> History<T> of(T start) {
        return new History<>(start, start, List.of(), List.of());
    }

    /** What there was at first, whatever was changed since. */
    public T start() {
        return start;
    }

    public T now() {
        return now;
    }

    /**
     * With one more change; what had been taken back cannot be done again from here. The same as this where nothing
     * changes.
     *
     * @param what the change does, for people
     */
    public History<T> with(T next, String what) {
        if (next.equals(now)) {
            return this;
        }
        List<Step<T>> steps = new ArrayList<>(done);
        steps.add(new Step<>(now, next, what));
        return new History<>(
                start, next, steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size()), List.of());
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /** What the change did that is taken back next; empty where there is none. */
    public String nextUndo() {
        return canUndo() ? last(done).what() : "";
    }

    /** What the change did that is done again next; empty where there is none. */
    public String nextRedo() {
        return canRedo() ? last(undone).what() : "";
    }

    /** Takes the last change back; the same as this where there is none. */
    public History<T> undo() {
        return canUndo()
                ? new History<>(start, last(done).before(), withoutLast(done), with(undone, last(done)))
                : this;
    }

    /** Does again what was taken back last; the same as this where nothing was. */
    public History<T> redo() {
        return canRedo()
                ? new History<>(start, last(undone).after(), with(done, last(undone)), withoutLast(undone))
                : this;
    }

    private static <S> S last(List<S> steps) {
        return steps.get(steps.size() - 1);
    }

    private static <S> List<S> withoutLast(List<S> steps) {
        return steps.subList(0, steps.size() - 1);
    }

    private static <S> List<S> with(List<S> steps, S another) {
        List<S> more = new ArrayList<>(steps);
        more.add(another);
        return more;
    }
}
