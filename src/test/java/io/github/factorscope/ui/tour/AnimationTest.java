package io.github.factorscope.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;
    private static final int NEARLY = 8; // of 255: how far a colour may be off

    @TempDir
    private Path folder;

    private final Animation animation = new Animation();

    @BeforeEach
    void threePictures() {
        animation.add(picture(10), Duration.ofMillis(150));
        animation.add(picture(40), Duration.ofMillis(150));
        animation.add(picture(70), Duration.ofSeconds(3));
    }

    /** A square that stands so far to the right, on a ground that runs from black to white. */
    private static BufferedImage picture(int left) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = 255 * x / WIDTH;
                picture.setRGB(x, y, new Color(grey, grey, grey).getRGB());
            }
        }
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(left, 20, 20, 20);
        graphics.dispose();
        return picture;
    }

    private GifFile written() throws IOException {
        Path file = folder.resolve("a.gif");
        animation.write(file);
        return GifFile.read(file);
    }

    @Test
    void everyPictureCanBeReadBack() throws IOException {
        List<BufferedImage> shown = written().shown();

        assertThat(shown).hasSize(3);
        for (int k = 0; k < 3; k++) {
            BufferedImage expected = picture(10 + 30 * k);
            for (int y = 0; y < HEIGHT; y += 3) {
                for (int x = 0; x < WIDTH; x += 3) {
                    Color now = new Color(shown.get(k).getRGB(x, y));
                    Color then = new Color(expected.getRGB(x, y));
                    assertThat(now.getRed()).isCloseTo(then.getRed(), within(NEARLY));
                    assertThat(now.getGreen()).isCloseTo(then.getGreen(), within(NEARLY));
                    assertThat(now.getBlue()).isCloseTo(then.getBlue(), within(NEARLY));
                }
            }
        }
    }

    @Test
    void everyPictureIsShownAsLongAsAsked() throws IOException {
        assertThat(written().hundredths()).containsExactly(15, 15, 300);
    }

    @Test
    void itBeginsAnewForEver() throws IOException {
        assertThat(written().repeats()).isTrue();
    }

    @Test
    void onlyWhatHasChangedIsWritten() throws IOException {
        BufferedImage second = written().frames().get(1);

        assertThat(second.getWidth()).isEqualTo(50); // from the square as it was to the square as it is
        assertThat(second.getHeight()).isEqualTo(20);
    }

    @Test
    void aPictureThatChangesNothingKeepsTheOneBeforeForLonger() throws IOException {
        animation.add(picture(70), Duration.ofSeconds(1));

        assertThat(written().hundredths()).containsExactly(15, 15, 400);
    }

    @Test
    void theSamePicturesGiveTheSameFile() throws IOException {
        Path first = folder.resolve("first.gif");
        Path second = folder.resolve("second.gif");
        animation.write(first);
        animation.write(second);

        assertThat(second).hasBinaryContent(Files.readAllBytes(first));
    }
}
