package io.github.factorscope.ui.tour;

import com.sun.management.OperatingSystemMXBean;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.map.MapViewModel;
import io.github.factorscope.ui.tour.WindowBench.Waits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/**
 * Measures a whole visit to the window: how long the FX thread keeps others waiting from opening data to learning, what the
 * window costs while nothing happens, and what memory other data leaves behind. No display needed.
 */
public final class JourneyBench {
    private static final int PEOPLE = 5;
    private static final int ITEMS = 5;
    private static final int STEPS = 10; // of learning
    private static final int DATA_SETS = 10;
    private static final long IDLE_MILLIS = 10_000;
    private static final int COLLECTIONS = 3;

    private final MainWindow window;
    private final Path data;
    private final Consumer<String> progress;
    private final List<Waits> parts = new ArrayList<>();
    private final FxWatch whole = FxWatch.start();

    private JourneyBench(MainWindow window, Path data, Consumer<String> progress) {
        this.window = window;
        this.data = data;
        this.progress = progress;
    }

    /**
     * What was measured.
     *
     * @param parts of the visit, the whole last
     * @param idleShare of one processor, while nothing happens
     * @param emptyShare the same for a window in which there is nothing: what the toolkit itself takes
     * @param bytesBefore that are in use with the data open
     * @param bytesAfter the same, after {@value #DATA_SETS} data sets were opened in turn and the first once more
     */
    public record Result(List<Waits> parts, double idleShare, double emptyShare, long bytesBefore, long bytesAfter) {}

    /**
     * Starts the toolkit, so only once in a process.
     *
     * @param data to visit with
     * @param others opened in turn to see what stays in memory
     */
    public static Result run(Path data, List<Path> others, Consumer<String> progress) throws IOException {
        Headless.start();
        Path folder = Files.createTempDirectory("factorscope");
        try {
            MainWindow window = WindowBench.open(folder);
            JourneyBench visit = new JourneyBench(window, data, progress);
            visit.go();
            double idle = idleShare();
            progress.accept("Opening " + DATA_SETS + " data sets in turn");
            visit.open(data);
            long before = bytesInUse();
            for (int k = 0; k < DATA_SETS; k++) {
                visit.open(others.get(k % others.size()));
            }
            visit.open(data);
            long after = bytesInUse();
            window.library().finishSaving();
            progress.accept("Measuring: an empty window");
            Headless.run(() -> showEmpty((Stage) window.scene().getWindow()));
            return new Result(visit.parts, idle, idleShare(), before, after);
        } finally {
            Platform.exit();
            AtomicFiles.deleteTree(folder);
        }
    }

    private void go() {
        part("open", () -> open(data));
        part("train", () -> {
            train("baseline");
            train("svd");
        });
        part("compare", () -> {
            show(Screen.COMPARE);
            Headless.await(
                    "the comparison", () -> window.compare().firstVerdict().isPresent());
        });
        part("explore", this::explore);
        part("map", () -> {
            show(Screen.MAP);
            Headless.await("the map", () -> window.map().stateProperty().get() == MapViewModel.State.READY);
        });
        part("learn", this::learn);
        part("all screens again", () -> List.of(Screen.values()).forEach(this::show));
        whole.close();
        parts.add(waits("whole journey", whole));
    }

    private void part(String name, Runnable visit) {
        progress.accept("Measuring: " + name);
        FxWatch watch = FxWatch.start();
        visit.run();
        settle();
        watch.close();
        parts.add(waits(name, watch));
    }

    private static Waits waits(String name, FxWatch watch) {
        return new Waits(name, watch.quantileMillis(0.5), watch.quantileMillis(0.99), watch.quantileMillis(1));
    }

    private void open(Path path) {
        show(Screen.DATA);
        Headless.run(() -> window.data().open(path));
        Headless.await("the data", () -> !window.data().loadingProperty().get());
        String message = Headless.call(() -> window.errors().messageProperty().get());
        if (!message.isEmpty()) {
            throw new UserException(message);
        }
        settle();
    }

    private void train(String id) {
        show(Screen.TRAIN);
        Headless.run(() -> {
            window.train().familyProperty().set(ModelCatalogue.find(id));
            window.train().train();
        });
        Headless.await("training", () -> window.train().watchedProperty().get().isOver());
    }

    private void explore() {
        show(Screen.EXPLORE);
        for (int person = 0; person < PEOPLE; person++) {
            int user = person;
            Headless.run(() -> window.explore().choose(user));
            Headless.await("the explanation", () -> {
                Explanation shown = window.explore().explanationProperty().get();
                return shown != null && shown.user() == user;
            });
            for (int each = 0; each < ITEMS; each++) {
                int item = each;
                Headless.run(() -> window.explore().itemProperty().set(item));
                Headless.await("the item", () -> {
                    Explanation shown = window.explore().explanationProperty().get();
                    return shown != null && shown.item() == item;
                });
            }
            settle();
        }
    }

    private void learn() {
        show(Screen.LEARN);
        awaitLab();
        Headless.run(() -> window.learn().step(1));
        awaitLab();
        Headless.run(() -> window.learn().epoch());
        awaitLab();
        Headless.run(() -> window.learn().useData());
        awaitLab();
        Headless.run(() -> window.learn().step(STEPS));
        awaitLab();
        Headless.run(() -> window.learn().familyProperty().set(ModelCatalogue.find("svdpp")));
        awaitLab();
    }

    private void awaitLab() {
        Headless.await(
                "learning",
                () -> !window.learn().workingProperty().get()
                        && window.learn().shownProperty().get() != null);
        settle();
    }

    private void show(Screen screen) {
        Headless.run(() -> window.show(screen));
        settle();
    }

    private static void settle() {
        Headless.await("what is shown to be laid out", new WindowBench.Settled());
    }

    private static void showEmpty(Stage before) {
        Stage empty = new Stage();
        empty.setScene(new Scene(
                new Pane(), before.getScene().getWidth(), before.getScene().getHeight()));
        before.hide();
        empty.show();
    }

    private static double idleShare() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        pause(IDLE_MILLIS);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        pause(IDLE_MILLIS);
        return (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
    }

    private static long bytesInUse() {
        for (int k = 0; k < COLLECTIONS; k++) {
            System.gc();
            pause(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
