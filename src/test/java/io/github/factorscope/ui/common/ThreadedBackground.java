package io.github.factorscope.ui.common;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A thread for each piece of work; the thread of the test stands in for the FX thread while it awaits something. */
public final class ThreadedBackground implements Background {
    private static final long BETWEEN_TICKS_MILLIS = 2;

    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();
    private final List<Runnable> tickers = new CopyOnWriteArrayList<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Thread thread = new Thread(() -> {
            try {
                T result = work.call();
                actions.add(() -> done.accept(result));
            } catch (Exception | AssertionError e) {
                actions.add(() -> failed.accept(e));
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onFxThread(Runnable action) {
        actions.add(action);
    }

    @Override
    public Ticker every100Millis(Runnable action) {
        tickers.add(action);
        return () -> tickers.remove(action);
    }

    /** Does what is to be done on the FX thread until the condition holds, however long that takes. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable action = actions.poll(BETWEEN_TICKS_MILLIS, TimeUnit.MILLISECONDS);
            if (action != null) {
                action.run();
            } else {
                tickers.forEach(Runnable::run);
            }
        }
    }
}
