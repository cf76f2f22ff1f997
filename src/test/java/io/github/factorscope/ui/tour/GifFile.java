package io.github.factorscope.ui.tour;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

/**
 * An animated GIF as it was written.
 *
 * @param frames the parts that change
 * @param shown the whole picture after each of them
 * @param hundredths of a second that each is shown
 * @param repeats whether it begins anew for ever
 */
record GifFile(List<BufferedImage> frames, List<BufferedImage> shown, List<Integer> hundredths, boolean repeats) {
    static GifFile read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<BufferedImage> frames = new ArrayList<>();
        List<BufferedImage> shown = new ArrayList<>();
        List<Integer> hundredths = new ArrayList<>();
        boolean repeats = false;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            BufferedImage canvas = null;
            for (int k = 0; k < reader.getNumImages(true); k++) {
                BufferedImage frame = reader.read(k);
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(k).getAsTree("javax_imageio_gif_image_1.0");
                if (canvas == null) {
                    canvas = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
                }
                BufferedImage next =
                        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = next.createGraphics();
                graphics.drawImage(canvas, 0, 0, null);
                graphics.drawImage(
                        frame,
                        number(root, "ImageDescriptor", "imageLeftPosition"),
                        number(root, "ImageDescriptor", "imageTopPosition"),
                        null);
                graphics.dispose();
                canvas = next;
                frames.add(frame);
                shown.add(next);
                hundredths.add(number(root, "GraphicControlExtension", "delayTime"));
                repeats |= child(root, "ApplicationExtension") != null
                        && child(root, "ApplicationExtension")
                                .getAttribute("applicationID")
                                .equals("NETSCAPE");
            }
        } finally {
            reader.dispose();
        }
        return new GifFile(frames, shown, hundredths, repeats);
    }

    private static int number(IIOMetadataNode root, String child, String attribute) {
        return Integer.parseInt(child(root, child).getAttribute(attribute));
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
