package io.github.factorscope.ui.map;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The dots and the rings around them, as one image in the pixels of the screen. */
final class DotLayer {
    private static final double OUTLINE = 0.8; // pixels of the ground around a dot, which part it from others
    private static final double RING_GAP = 1.5;
    private static final double RING_WIDTH = 1.8;

    private final ImageView view = new ImageView();
    private final DotPainter painter = new DotPainter();
    private PixelBuffer<IntBuffer> buffer;
    private int width; // in pixels of the screen
    private int height;

    /** What is drawn, and in which colours, all of them 0xrrggbb. */
    record Colours(int[] dots, int ground, int grid, int liked, int disliked) {}

    ImageView view() {
        return view;
    }

    /** @param sharpness pixels of the screen for one of the window */
    void resize(double windowWidth, double windowHeight, double sharpness) {
        int newWidth = Math.max(1, (int) Math.ceil(windowWidth * sharpness));
        int newHeight = Math.max(1, (int) Math.ceil(windowHeight * sharpness));
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            buffer = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth(width / sharpness);
        view.setFitHeight(height / sharpness);
    }

    void draw(MapFrame frame, MapMarks marks, Colours colours, double sharpness) {
        if (buffer == null) {
            return;
        }
        painter.begin(buffer.getBuffer().array(), width, height, colours.ground());
        Viewport viewport = frame.viewport();
        painter.vertical(sharpness * viewport.screenX(0), colours.grid());
        painter.horizontal(sharpness * viewport.screenY(0), colours.grid());
        drawDots(frame, colours, sharpness, true);
        drawDots(frame, colours, sharpness, false);
        drawRings(frame, marks.disliked(), colours.disliked(), sharpness);
        drawRings(frame, marks.liked(), colours.liked(), sharpness);
        buffer.updateBuffer(changed -> null); // all of it
    }

    private void drawDots(MapFrame frame, Colours colours, double sharpness, boolean quiet) {
        int count = Math.min(frame.dots().size(), colours.dots().length);
        double screenWidth = width / sharpness;
        double screenHeight = height / sharpness;
        for (int dot = count - 1; dot >= 0; dot--) { // the best known ones last, on top of the others
            double radius = frame.radius(dot);
            if (frame.isQuiet(dot) == quiet && frame.isSeen(dot, radius + 1, screenWidth, screenHeight)) {
                double x = sharpness * frame.px(dot);
                double y = sharpness * frame.py(dot);
                painter.disc(x, y, sharpness * (radius + OUTLINE), colours.ground());
                painter.disc(x, y, sharpness * radius, colours.dots()[dot]);
            }
        }
    }

    private void drawRings(MapFrame frame, int[] dots, int rgb, double sharpness) {
        for (int dot : dots) {
            double inner = frame.radius(dot) + RING_GAP;
            if (frame.isSeen(dot, inner + RING_WIDTH, width / sharpness, height / sharpness)) {
                painter.ring(
                        sharpness * frame.px(dot),
                        sharpness * frame.py(dot),
                        sharpness * inner,
                        sharpness * (inner + RING_WIDTH),
                        rgb);
            }
        }
    }
}
