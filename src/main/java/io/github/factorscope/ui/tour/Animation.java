package io.github.factorscope.ui.tour;

import io.github.factorscope.storage.AtomicFiles;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures of one size that follow one another, as an animated GIF that begins anew for ever. Of each picture only what has
 * changed is written.
 */
final class Animation {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final List<BufferedImage> pictures = new ArrayList<>();
    private final List<Integer> hundredths = new ArrayList<>(); // of a second that each picture is shown

    /** @param shown how long, to a hundredth of a second */
    void add(BufferedImage picture, Duration shown) {
        pictures.add(picture);
        hundredths.add((int) (shown.toMillis() / 10));
    }

    int size() {
        return pictures.size();
    }

    /** One part of the screen that changes, and for how long it then stays. */
    private record Frame(BufferedImage image, int left, int top, int hundredths) {}

    void write(Path file) throws IOException {
        List<Frame> frames = frames();
        AtomicFiles.writeFile(file, target -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (Frame frame : frames) {
                    writer.writeToSequence(new IIOImage(frame.image(), null, metadata(writer, frame)), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
        });
    }

    private List<Frame> frames() {
        GifColours colours = GifColours.of(pictures);
        int width = pictures.get(0).getWidth();
        byte[] before = null;
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < pictures.size(); k++) {
            byte[] now = colours.indices(pictures.get(k));
            Rectangle changed = before == null ? whole() : changed(before, now, width);
            if (changed.isEmpty()) {
                Frame last = frames.remove(frames.size() - 1);
                frames.add(new Frame(last.image(), last.left(), last.top(), last.hundredths() + hundredths.get(k)));
            } else {
                BufferedImage image = part(before, now, width, changed, colours);
                frames.add(new Frame(image, changed.x, changed.y, hundredths.get(k)));
            }
            before = now;
        }
        return frames;
    }

    private Rectangle whole() {
        return new Rectangle(pictures.get(0).getWidth(), pictures.get(0).getHeight());
    }

    /** The smallest rectangle that has all changed pixels; empty where there are none. */
    private static Rectangle changed(byte[] before, byte[] now, int width) {
        int left = width;
        int right = -1;
        int top = now.length;
        int bottom = -1;
        for (int at = 0; at < now.length; at++) {
            if (before[at] != now[at]) {
                left = Math.min(left, at % width);
                right = Math.max(right, at % width);
                top = Math.min(top, at / width);
                bottom = at / width;
            }
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /** @param before null where nothing was there */
    private static BufferedImage part(byte[] before, byte[] now, int width, Rectangle changed, GifColours colours) {
        BufferedImage part =
                new BufferedImage(changed.width, changed.height, BufferedImage.TYPE_BYTE_INDEXED, colours.model());
        byte[] pixels = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();
        for (int k = 0; k < pixels.length; k++) {
            int at = (changed.y + k / changed.width) * width + changed.x + k % changed.width;
            pixels[k] = before != null && before[at] == now[at] ? (byte) GifColours.AS_BEFORE : now[at];
        }
        return part;
    }

    private static IIOMetadata metadata(ImageWriter writer, Frame frame) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                new ImageTypeSpecifier(frame.image()), null); // createFromRenderedImage forgets the image's own colours
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", String.valueOf(frame.left()));
        descriptor.setAttribute("imageTopPosition", String.valueOf(frame.top()));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("delayTime", String.valueOf(frame.hundredths()));
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(FOR_EVER);
        child(root, "ApplicationExtensions").appendChild(loop);
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).getLength() == 0) {
            root.appendChild(new IIOMetadataNode(name));
        }
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
