package io.github.factorscope.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.numeric.Randoms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacerTest {
    private static final int DOTS = 600;

    private final LabelPlacer placer = new LabelPlacer();

    /** Dots at random places of a screen that is enlarged. */
    private record Made(double[] xs, double[] ys, double scale) implements LabelPlacer.Layout {
        static Made of(double scale) {
            SplittableRandom random = Randoms.stream(7, "made dots");
            double[] xs = random.doubles(DOTS, 0, 900).toArray();
            double[] ys = random.doubles(DOTS, 0, 600).toArray();
            return new Made(xs, ys, scale);
        }

        @Override
        public double x(int dot) {
            return scale * xs[dot];
        }

        @Override
        public double y(int dot) {
            return scale * ys[dot];
        }

        @Override
        public double radius(int dot) {
            return 2 + 6.0 / (1 + dot);
        }

        @Override
        public double width(int dot) {
            return 40 + dot * 37 % 90;
        }

        @Override
        public boolean wantsLabel(int dot) {
            return dot % 5 != 4;
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean covers(Box other) {
            return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
        }
    }

    private List<Box> boxes(Made layout) {
        List<Box> boxes = new ArrayList<>();
        for (int label = 0; label < placer.count(); label++) {
            int dot = placer.dot(label);
            double left = layout.x(dot) + placer.dx(label);
            double top = layout.y(dot) + placer.dy(label);
            boxes.add(new Box(left, top, left + layout.width(dot), top + LabelPlacer.height()));
        }
        return boxes;
    }

    private List<Integer> labelled() {
        return IntStream.range(0, placer.count()).mapToObj(placer::dot).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 8})
    void noLabelCoversAnotherNorADotThatHasOne(double zoom) {
        Made layout = Made.of(zoom);
        placer.place(layout, DOTS, new int[] {17, 300}, zoom);

        List<Box> boxes = boxes(layout);
        assertThat(boxes).hasSizeGreaterThan(20);
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = 0; b < boxes.size(); b++) {
                int dot = placer.dot(b);
                double x = layout.x(dot);
                double y = layout.y(dot);
                assertThat(a != b && boxes.get(a).covers(boxes.get(b))).isFalse();
                assertThat(boxes.get(a).covers(new Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5)))
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsLookedAtHasItsLabelFirstAndOnce() {
        placer.place(Made.of(1), DOTS, new int[] {404, 2}, 1); // 404 wants none

        assertThat(labelled()).startsWith(404, 2, 0, 1).doesNotHaveDuplicates();
    }

    @Test
    void onlyDotsThatWantOneHaveALabel() {
        placer.place(Made.of(4), DOTS, new int[0], 4);

        assertThat(labelled()).isNotEmpty().allMatch(dot -> dot % 5 != 4);
    }

    @Test
    void theLargerTheMapTheMoreLabelsAndTheFirstOnesStay() {
        placer.place(Made.of(1), DOTS, new int[0], 1);
        List<Integer> before = labelled();
        placer.place(Made.of(6), DOTS, new int[0], 6);

        assertThat(labelled()).hasSizeGreaterThan(3 * before.size()).contains(before.get(0), before.get(1));
    }

    @Test
    void aLabelGoesWhereItHidesTheFewestDots() {
        LabelPlacer.Layout layout = new Made(new double[] {0, 30, 50, -40}, new double[] {0, 0, 0, 2}, 1);
        placer.place(layout, 4, new int[0], 1);

        // To the right of the first lie two dots, to the left one, above none.
        assertThat(placer.dot(0)).isZero();
        assertThat(placer.dy(0)).isLessThan(-LabelPlacer.height());
    }

    @Test
    void noLabelStandsOverAMarkedDotButThatOfTheOneLookedAt() {
        int[] marked = {404, 17, 300, 2, 33};
        Made layout = Made.of(1);
        placer.place(layout, DOTS, marked, 1);

        List<Box> boxes = boxes(layout);
        assertThat(labelled()).startsWith(404);
        for (Box box : boxes.subList(1, boxes.size())) {
            assertThat(Arrays.stream(marked)).noneMatch(dot -> box.covers(disc(layout, dot)));
        }
    }

    private static Box disc(Made layout, int dot) {
        double reach = layout.radius(dot);
        double x = layout.x(dot);
        double y = layout.y(dot);
        return new Box(x - reach, y - reach, x + reach, y + reach);
    }

    @Test
    void aLabelWithoutAPlaceOfItsOwnIsLeftOut() {
        double[] xs = new double[40];
        double[] ys = new double[40];
        for (int dot = 1; dot < xs.length; dot++) {
            double angle = 2 * Math.PI * dot / (xs.length - 1);
            xs[dot] = 20 * Math.cos(angle);
            ys[dot] = 15 * Math.sin(angle);
        }
        placer.place(new Made(xs, ys, 1), xs.length, new int[0], 1);

        assertThat(labelled()).doesNotContain(0).isNotEmpty();
    }

    @Test
    void sameDotsSamePlaces() {
        placer.place(Made.of(3), DOTS, new int[0], 3);
        List<Box> before = boxes(Made.of(3));
        placer.place(Made.of(1), DOTS, new int[0], 1);
        placer.place(Made.of(3), DOTS, new int[0], 3);

        assertThat(boxes(Made.of(3))).isEqualTo(before);
    }
}
