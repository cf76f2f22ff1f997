package io.github.factorscope.ui.tour;

import io.github.factorscope.ui.common.JavaFxLog;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The JavaFX toolkit without a display, driven from another thread. */
public final class Headless {
    private static final Map<String, String> PROPERTIES = Map.of(
            "glass.platform", "Monocle",
            "monocle.platform", "Headless",
            "headless.geometry", "1920x1200-32",
            "prism.order", "sw",
            "prism.text", "t2k",
            "java.awt.headless", "true");
    private static final long POLL_MILLIS = 20;
    private static final long LONGEST_WAIT_SECONDS = 300;

    private Headless() {}

    /** Starts the toolkit, once in a process. */
    public static void start() {
        JavaFxLog.leaveOutClassPathRemark();
        PROPERTIES.forEach(System::setProperty);
        Platform.setImplicitExit(false);
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
    }

    /** Does something on the FX thread and waits for it. */
    public static <T> T call(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the FX thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does something on the FX thread and waits for it. */
    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }

    /**
     * Waits until something holds on the FX thread.
     *
     * @throws IllegalStateException where it does not within minutes
     */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_WAIT_SECONDS * 1_000_000_000L;
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + what, e);
            }
        }
    }
}
