import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the icon of the application, a waterfall from the mean to a prediction, and writes it in the forms that Linux, Windows
 * and macOS ask for: {@code java src/packaging/MakeIcons.java}, in the project's folder.
 */
class MakeIcons {
    private static final Path PACKAGING = Path.of("src", "packaging");
    private static final Path WINDOW = Path.of("src", "main", "resources", "io", "github", "factorscope", "ui");
    private static final Color GROUND = new Color(0x1f2937);
    private static final Color LINE = new Color(0x9aa7b8);
    private static final Color MEAN = new Color(0xe5e9ef);
    private static final Color RAISES = new Color(0x4a9bf0);
    private static final Color LOWERS = new Color(0xf0913a);

    /** Left ends and widths of the bars of the waterfall, top to bottom, of a square of 16 by 16. */
    private static final double[][] BARS = {{3, 6}, {9, 4}, {10.5, 2.5}, {3, 7.5}};

    private static final Color[] COLOURS = {MEAN, RAISES, LOWERS, MEAN};

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.write(PACKAGING.resolve("factorscope.png"), png(512));
        Files.write(PACKAGING.resolve("factorscope.ico"), ico(16, 24, 32, 48, 64, 256));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("icp4", 16);
        sizes.put("icp5", 32);
        sizes.put("ic07", 128);
        sizes.put("ic08", 256);
        sizes.put("ic09", 512);
        Files.write(PACKAGING.resolve("factorscope.icns"), icns(sizes));
        for (int size : new int[] {16, 32, 64, 256}) {
            Files.write(WINDOW.resolve("icon-" + size + ".png"), png(size));
        }
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / 16.0, size / 16.0);
        pen.setColor(GROUND);
        pen.fill(new RoundRectangle2D.Double(0.5, 0.5, 15, 15, 4, 4));
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(0.4f));
        pen.draw(new Line2D.Double(3, 2.8, 3, 13.2));
        for (int k = 0; k < BARS.length; k++) {
            pen.setColor(COLOURS[k]);
            pen.fill(new RoundRectangle2D.Double(BARS[k][0], 3.2 + 2.6 * k, BARS[k][1], 1.8, 0.6, 0.6));
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Windows: a directory of PNG files. */
    private static byte[] ico(int... sizes) throws IOException {
        byte[][] pictures = new byte[sizes.length][];
        int length = 6 + 16 * sizes.length;
        for (int k = 0; k < sizes.length; k++) {
            pictures[k] = png(sizes[k]);
            length += pictures[k].length;
        }
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        int offset = 6 + 16 * sizes.length;
        for (int k = 0; k < sizes.length; k++) {
            file.put((byte) sizes[k]).put((byte) sizes[k]).putShort((short) 0); // 256 is written as 0
            file.putShort((short) 1).putShort((short) 32).putInt(pictures[k].length).putInt(offset);
            offset += pictures[k].length;
        }
        for (byte[] picture : pictures) {
            file.put(picture);
        }
        return file.array();
    }

    /** macOS: named chunks, each a PNG file. */
    private static byte[] icns(Map<String, Integer> sizes) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(chunks);
        for (Map.Entry<String, Integer> entry : sizes.entrySet()) {
            byte[] picture = png(entry.getValue());
            out.writeBytes(entry.getKey());
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(file);
        header.writeBytes("icns");
        header.writeInt(8 + chunks.size());
        chunks.writeTo(header);
        return file.toByteArray();
    }
}
