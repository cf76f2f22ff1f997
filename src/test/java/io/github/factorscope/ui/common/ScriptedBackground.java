package io.github.factorscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Keeps work until the test says that it is done, in any order, on the calling thread. */
public final class ScriptedBackground implements Background {
    private final List<Work<?>> begun = new ArrayList<>();
    private final List<Runnable> tickers = new ArrayList<>();

    private record Work<T>(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        void finish() {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        }
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        begun.add(new Work<>(work, done, failed));
    }

    /** How many pieces of work have been begun, whether they are done or not. */
    public int begun() {
        return begun.size();
    }

    /** Does a piece of work, counted from 0 in the order in which they were begun. */
    public void finish(int number) {
        begun.get(number).finish();
    }

    /** A piece of work ends by an error. */
    public void fail(int number, Throwable error) {
        begun.get(number).failed().accept(error);
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }

    @Override
    public Ticker every100Millis(Runnable action) {
        tickers.add(action);
        return () -> tickers.remove(action);
    }

    /** How many want to be called again and again. */
    public int tickers() {
        return tickers.size();
    }
}
