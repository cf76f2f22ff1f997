package io.github.factorscope.ui.plot;

import io.github.factorscope.plot.Picture;
import io.github.factorscope.plot.SvgPen;
import io.github.factorscope.storage.AtomicFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Pictures of the window as files: PNG as they look, SVG for print. */
public final class PictureFiles {
    private static final double SHARPNESS = 2; // pixels of the file for one of the window

    private PictureFiles() {}

    /**
     * Prepares the writing of a picture as it is shown; on the FX thread.
     *
     * @param file whose ending decides: .svg, or else PNG
     * @return writes it, on any thread
     */
    public static Callable<Path> writer(PicturePlot plot, Path file) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            Picture picture = plot.picture();
            double width = plot.getWidth();
            double height = plot.getHeight();
            String title = String.valueOf(plot.getAccessibleText());
            return () -> write(
                    file,
                    target -> Files.writeString(
                            target, SvgPen.draw(picture, width, height, title), StandardCharsets.UTF_8));
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(SHARPNESS, SHARPNESS));
        parameters.setFill(plot.ground());
        WritableImage image = plot.snapshot(parameters, null);
        BufferedImage withAlpha = SwingFXUtils.fromFXImage(image, null);
        return () -> write(file, target -> ImageIO.write(withAlpha, "png", target.toFile()));
    }

    private static Path write(Path file, AtomicFiles.Writer writer) throws IOException {
        AtomicFiles.writeFile(file, writer);
        return file;
    }
}
