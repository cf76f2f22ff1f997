package io.github.factorscope.ui.tour;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.map.MapCanvas;
import io.github.factorscope.ui.map.MapViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Measures how smoothly the map moves. No display needed, and none used: a graphics card makes it faster. */
public final class MapBench {
    private static final int EPOCHS = 5;
    private static final int FRAMES = 400;
    private static final int FRAMES_BEFORE = 200; // which are not counted
    private static final double STEP = 4; // pixels a frame
    private static final double ZOOM = 1.01; // a frame
    private static final int TURN = 100; // frames after which the movement turns round

    private MapBench() {}

    /**
     * How the map moved.
     *
     * @param movement what was done to it
     * @param drawMillis median time that the FX thread takes to draw a frame
     * @param frameMillis median time from frame to frame: 16.7 where all 60 of a second are drawn
     * @param lateMillis the same, not exceeded by 99 of 100 frames
     */
    public record Smoothness(String movement, double drawMillis, double frameMillis, double lateMillis) {}

    /** Starts the toolkit, so only once in a process. */
    public static List<Smoothness> run(Dataset dataset) throws IOException {
        Run run = trained(dataset);
        Headless.start();
        Path folder = Files.createTempDirectory("factorscope");
        try {
            MainWindow window = WindowBench.open(folder);
            Headless.run(() -> {
                window.workspace().add(run, true);
                window.show(Screen.MAP);
            });
            Headless.await("the map", () -> window.map().stateProperty().get() == MapViewModel.State.READY);
            MapCanvas map = Headless.call(() -> (MapCanvas) window.scene().lookup("#canvas"));
            List<Smoothness> moved = new ArrayList<>();
            moved.add(measure("moved", map, frame -> map.pan(frame / TURN % 2 == 0 ? STEP : -STEP, 0)));
            moved.add(measure(
                    "zoomed",
                    map,
                    frame -> map.zoom(
                            frame / TURN % 2 == 0 ? ZOOM : 1 / ZOOM, map.getWidth() / 2, map.getHeight() / 2)));
            window.library().finishSaving();
            return moved;
        } finally {
            Platform.exit();
            AtomicFiles.deleteTree(folder);
        }
    }

    private static Run trained(Dataset dataset) {
        ModelFamily family = ModelCatalogue.find("svd");
        Split split = Split.of(dataset, new SplitPlan(0.1, 0, 1));
        Experiment experiment = new Experiment(
                dataset, split, family, family.defaults().with("epochs", Integer.toString(EPOCHS)), 1, 0);
        return Run.of(experiment, experiment.newSession(report -> {}).run());
    }

    private static Smoothness measure(String movement, MapCanvas map, IntConsumer move) {
        Mover mover = new Mover(map, move);
        Headless.run(mover::start);
        Headless.await("the frames", mover::isOver);
        return new Smoothness(
                movement, quantile(mover.drawing, 0.5), quantile(mover.between, 0.5), quantile(mover.between, 0.99));
    }

    private static double quantile(long[] nanos, double share) {
        long[] sorted = Arrays.copyOfRange(nanos, FRAMES_BEFORE, nanos.length);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    /** Moves the map with every frame, and takes the time. */
    private static final class Mover extends AnimationTimer {
        private final MapCanvas map;
        private final IntConsumer move;
        private final long[] drawing = new long[FRAMES_BEFORE + FRAMES];
        private final long[] between = new long[FRAMES_BEFORE + FRAMES];
        private int frame;
        private long previous = System.nanoTime();

        Mover(MapCanvas map, IntConsumer move) {
            this.map = map;
            this.move = move;
        }

        @Override
        public void handle(long now) {
            long begun = System.nanoTime();
            between[frame] = begun - previous;
            previous = begun;
            move.accept(frame);
            map.layout(); // which draws
            drawing[frame] = System.nanoTime() - begun;
            if (++frame == between.length) {
                stop();
            }
        }

        boolean isOver() {
            return frame == between.length;
        }
    }
}
