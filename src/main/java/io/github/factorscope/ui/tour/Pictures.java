package io.github.factorscope.ui.tour;

import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.ui.common.InTurn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Pictures of a scene as PNG files in one folder. */
final class Pictures {
    private final Scene scene;
    private final Path folder;
    private final double scale;
    private final List<Path> files = new ArrayList<>();

    /** @param scale pixels of the picture for one of the scene */
    Pictures(Scene scene, Path folder, double scale) {
        this.scene = scene;
        this.folder = folder;
        this.scale = scale;
    }

    /** Takes a picture once layout has come to rest. */
    void take(String name) throws IOException {
        BufferedImage taken = snapshotAtRest(scene, scale);
        Path file = folder.resolve(name + ".png");
        AtomicFiles.writeFile(file, target -> ImageIO.write(taken, "png", target.toFile()));
        files.add(file);
    }

    /** Writes an animated picture. */
    void write(String name, Animation animation) throws IOException {
        Path file = folder.resolve(name + ".gif");
        animation.write(file);
        files.add(file);
    }

    /** Once layout has come to rest. */
    static BufferedImage snapshotAtRest(Scene scene, double scale) {
        Headless.await("all parts of the screen", InTurn::isOver);
        BufferedImage image = null;
        for (int pass = 0; pass < 3; pass++) { // tables lay out their cells one pulse after they get them
            image = Headless.call(() -> snapshot(scene, scale));
        }
        return image;
    }

    /** As it is now; on the FX thread. */
    static BufferedImage snapshot(Scene scene, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        WritableImage image = new WritableImage(
                (int) Math.round(scene.getWidth() * scale), (int) Math.round(scene.getHeight() * scale));
        scene.getRoot().snapshot(parameters, image);
        BufferedImage withAlpha = SwingFXUtils.fromFXImage(image, null);
        BufferedImage opaque =
                new BufferedImage(withAlpha.getWidth(), withAlpha.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.getGraphics().drawImage(withAlpha, 0, 0, null);
        return opaque;
    }

    List<Path> files() {
        return List.copyOf(files);
    }
}
