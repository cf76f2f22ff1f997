package io.github.factorscope.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

/** Daemon threads for the work, the FX thread for its results. */
public final class FxBackground implements Background {
    private final ExecutorService threads = Executors.newCachedThreadPool(new Named());

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        threads.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Throwable e) { // also what runs out of memory: the window goes on
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    @Override
    public void onFxThread(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public Ticker every100Millis(Runnable action) {
        Timeline timeline = new Timeline(new KeyFrame(Duration.millis(100), event -> action.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }

    private static final class Named implements ThreadFactory {
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "background-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
