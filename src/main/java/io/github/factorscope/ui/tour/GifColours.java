package io.github.factorscope.ui.tour;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The colours that several pictures have in common: the most frequent ones, as many as a GIF can hold, and one for "as before". */
final class GifColours {
    /** Leaves a pixel as it was in the picture before. */
    static final int AS_BEFORE = 255;

    private static final int BITS = 5; // of each channel that tell two groups of colours apart
    private static final int GROUPS = 1 << (3 * BITS);

    private final int[] palette; // RGB, at most as many as there are indices before AS_BEFORE
    private final byte[] indices = new byte[GROUPS]; // of each group of colours

    private GifColours(int[] palette) {
        this.palette = palette;
    }

    static GifColours of(List<BufferedImage> pictures) {
        long[][] sums = new long[4][GROUPS]; // red, green, blue, how many
        for (BufferedImage picture : pictures) {
            for (int rgb : pixels(picture)) {
                int group = group(rgb);
                sums[0][group] += channel(rgb, 16);
                sums[1][group] += channel(rgb, 8);
                sums[2][group] += channel(rgb, 0);
                sums[3][group]++;
            }
        }
        int[] used = IntStream.range(0, GROUPS)
                .filter(group -> sums[3][group] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(group -> -sums[3][group]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] means = Arrays.stream(used).map(group -> mean(sums, group)).toArray();
        GifColours colours = new GifColours(Arrays.copyOf(means, Math.min(AS_BEFORE, means.length)));
        for (int k = 0; k < used.length; k++) {
            colours.indices[used[k]] = (byte) (k < colours.palette.length ? k : colours.nearest(means[k]));
        }
        return colours;
    }

    private static int mean(long[][] sums, int group) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            rgb = (rgb << 8) | (int) Math.round(sums[channel][group] / (double) sums[3][group]);
        }
        return rgb;
    }

    private static int group(int rgb) {
        int group = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            group = (group << BITS) | (channel(rgb, shift) >> (8 - BITS));
        }
        return group;
    }

    private static int channel(int rgb, int shift) {
        return (rgb >> shift) & 0xff;
    }

    private int nearest(int rgb) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(k -> distance(palette[k], rgb)))
                .orElseThrow();
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = channel(a, shift) - channel(b, shift);
            sum += difference * difference;
        }
        return sum;
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    /** The index of the colour of each pixel, row by row. */
    byte[] indices(BufferedImage picture) {
        int[] pixels = pixels(picture);
        byte[] mapped = new byte[pixels.length];
        for (int k = 0; k < pixels.length; k++) {
            mapped[k] = indices[group(pixels[k])];
        }
        return mapped;
    }

    IndexColorModel model() {
        int[] all = Arrays.copyOf(palette, AS_BEFORE + 1);
        return new IndexColorModel(8, all.length, all, 0, false, AS_BEFORE, DataBuffer.TYPE_BYTE);
    }
}
