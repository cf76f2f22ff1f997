package io.github.factorscope.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does all work at once on the calling thread, so that view models can be tested without a toolkit. */
public final class ImmediateBackground implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }

    @Override
    public Ticker every100Millis(Runnable action) {
        return () -> {};
    }
}
