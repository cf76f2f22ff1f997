package io.github.factorscope.ui.learn;

import io.github.factorscope.ui.common.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work on one thing that goes on in the background, piece by piece in the order in which it was asked for. Of changes that
 * replace one another only the newest is begun. On the FX thread only.
 */
final class LabQueue<T> {
    private final Background background;
    private final Consumer<T> done;
    private final Consumer<Throwable> failed;
    private final Deque<Piece<T>> waiting = new ArrayDeque<>();
    private boolean busy;
    private long generation;

    private record Piece<T>(Callable<T> work, boolean replaceable) {}

    /** @param done hears of what is newest when a piece has ended */
    LabQueue(Background background, Consumer<T> done, Consumer<Throwable> failed) {
        this.background = background;
        this.done = done;
        this.failed = failed;
    }

    void add(Callable<T> work) {
        add(new Piece<>(work, false));
    }

    /** Takes the place of the last piece where that came this way too. */
    void addNewest(Callable<T> work) {
        if (!waiting.isEmpty() && waiting.getLast().replaceable()) {
            waiting.removeLast();
        }
        add(new Piece<>(work, true));
    }

    /** What is waiting is never begun, and what is going on ends unheard. */
    void forget() {
        generation++;
        waiting.clear();
    }

    /** Whether more is asked for than has been heard of. */
    boolean hasMore() {
        return busy || !waiting.isEmpty();
    }

    private void add(Piece<T> piece) {
        waiting.add(piece);
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        long mine = generation;
        background.run(
                waiting.removeFirst().work(),
                result -> end(mine, () -> done.accept(result)),
                error -> end(mine, () -> failed.accept(error)));
    }

    private void end(long mine, Runnable heard) {
        busy = false;
        try {
            if (mine == generation) {
                heard.run();
            }
        } finally {
            next();
        }
    }
}
