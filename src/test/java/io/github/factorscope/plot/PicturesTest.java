package io.github.factorscope.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Ink INK = new Ink("#123456");
    private final NotedPen pen = new NotedPen();

    private static Curve curve(String name, double... ys) {
        return new Curve(
                name,
                INK,
                Curve.Stroke.SOLID,
                IntStream.rangeClosed(1, ys.length).asDoubleStream().toArray(),
                ys);
    }

    private static CurvePicture picture(Curve... curves) {
        return new CurvePicture(List.of(curves), Axis.of("x", Axis.Scale.WHOLE), Axis.of("y"), "nothing here");
    }

    @Test
    void curvesRunThroughTheirPointsWithinTheFrame() {
        CurvePicture picture = picture(curve("a", 3, 2, 1));
        picture.draw(pen, 400, 300);
        Frame frame = picture.frame(pen, 400, 300);
        NotedPen.Path drawn = pen.paths.stream()
                .filter(path -> path.line().ink().equals(INK))
                .findFirst()
                .orElseThrow();
        assertThat(drawn.xs()).containsExactly(frame.px(1), frame.px(2), frame.px(3));
        assertThat(drawn.ys()).containsExactly(frame.py(3), frame.py(2), frame.py(1));
        assertThat(drawn.ys()[0]).isLessThan(drawn.ys()[2]).isGreaterThan(frame.top());
        assertThat(drawn.ys()[2]).isLessThan(frame.bottom());
    }

    @Test
    void namesThatWouldCoverOneAnotherAreMovedApart() {
        Curve[] curves = IntStream.range(0, 9)
                .mapToObj(k -> curve("curve " + k, 1, 0.5 + 1e-4 * k))
                .toArray(Curve[]::new);
        picture(curves).draw(pen, 500, 300);
        List<Double> heights = new ArrayList<>();
        for (Curve curve : curves) {
            heights.add(pen.named(curve.name()).y());
        }
        heights.sort(null);
        for (int k = 1; k < heights.size(); k++) {
            assertThat(heights.get(k) - heights.get(k - 1)).isGreaterThanOrEqualTo(16 - 1e-9);
        }
    }

    @Test
    void namesStandBesideTheAxesWithALineToTheirCurves() {
        CurvePicture picture = picture(curve("a", 1, 0.5), curve("b", 1, 0.5001), curve("c", 1, 0.9));
        picture.draw(pen, 500, 300);
        Frame frame = picture.frame(pen, 500, 300);
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(name -> assertThat(pen.named(name).left()).isGreaterThan(frame.right()));
        assertThat(pen.named("c").y()).isCloseTo(frame.py(0.9), within(1e-9));
        assertThat((pen.named("a").y() + pen.named("b").y()) / 2).isCloseTo(frame.py(0.50005), within(9.0));
        assertThat(pen.paths.stream()
                        .filter(path ->
                                path.line().ink().equals(INK) && path.line().width() == 1))
                .hasSize(2);
    }

    @Test
    void typeOfManyNamesIsSmallerAndWhatDoesNotFitIsCounted() {
        Curve[] curves = IntStream.range(0, 12)
                .mapToObj(k -> curve("curve " + k, 1, 0.5 + 1e-4 * k))
                .toArray(Curve[]::new);
        picture(curves).draw(pen, 500, 168);
        assertThat(pen.texts.stream().filter(text -> text.text().startsWith("curve")))
                .hasSize(12)
                .allSatisfy(text -> assertThat(text.size()).isBetween(10.0, 11.99));
        pen.texts.clear();
        picture(curves).draw(pen, 500, 110);
        long shown = pen.texts.stream()
                .filter(text -> text.text().startsWith("curve"))
                .count();
        assertThat(shown).isBetween(3L, 9L);
        assertThat(pen.named("+ " + (12 - shown) + " more").y()).isLessThanOrEqualTo(104);
        assertThat(pen.texts).allSatisfy(text -> assertThat(text.y()).isBetween(4.0, 104.0));
    }

    @Test
    void namesStayInThePicture() {
        picture(curve("a curve with quite a long name", 2, 1)).draw(pen, 300, 200);
        assertThat(pen.texts).allSatisfy(text -> assertThat(text.right()).isLessThanOrEqualTo(300));
    }

    @Test
    void theRangeIncludesTheBand() {
        CurvePicture picture = picture(curve("a", 2, 1).withBand(new double[] {1.5, -4}, new double[] {9, 2}));
        picture.draw(pen, 400, 300);
        Frame frame = picture.frame(pen, 400, 300);
        assertThat(pen.areas).hasSize(1);
        assertThat(Arrays.stream(pen.areas.get(0)).boxed())
                .allSatisfy(y -> assertThat(y).isBetween(frame.top(), frame.bottom()));
        assertThat(pen.areas.get(0)[0]).isCloseTo(frame.py(9), within(1e-9));
    }

    @Test
    void aBandIsAsLongAsItsCurve() {
        assertThatThrownBy(() -> curve("a", 1, 2).withBand(new double[1], new double[2]))
                .hasMessageContaining("as long as its curve");
    }

    @Test
    void categoriesStandAtTheirPlaces() {
        Axis axis = Axis.ofCategories("Ratings", List.of("none", "few", "many"));
        Curve curve = new Curve("a", INK, Curve.Stroke.SOLID, new double[] {0, 1, 2}, new double[] {1, 2, 3});
        CurvePicture picture = new CurvePicture(List.of(curve), axis, Axis.of("y"), "").withDots();
        picture.draw(pen, 400, 300);
        Frame frame = picture.frame(pen, 400, 300);
        assertThat(pen.named("few").x()).isCloseTo(frame.px(1), within(1.0));
        assertThat(pen.dots).hasSize(3);
    }

    @Test
    void anEmptyPictureSaysSo() {
        picture().draw(pen, 400, 300);
        assertThat(pen.texts).extracting(NotedPen.Text::text).containsExactly("nothing here");
    }

    @Test
    void labelsOfPointsDoNotCoverOneAnother() {
        List<PointPicture.Point> points = IntStream.range(0, 12)
                .mapToObj(k -> new PointPicture.Point("model " + k, 10 + 0.01 * k, 0.8 + 0.0001 * k, INK))
                .toList();
        new PointPicture(points, Axis.of("Seconds", Axis.Scale.LOGARITHMIC), Axis.of("RMSE"), "").draw(pen, 600, 400);
        List<NotedPen.Text> names = pen.texts.stream()
                .filter(text -> text.text().startsWith("model"))
                .toList();
        assertThat(names).hasSize(12);
        for (NotedPen.Text one : names) {
            for (NotedPen.Text other : names) {
                boolean apart = one.equals(other)
                        || one.right() <= other.left()
                        || other.right() <= one.left()
                        || Math.abs(one.y() - other.y()) >= 14;
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
        assertThat(pen.dots).hasSize(12);
    }

    @Test
    void intervalsReachFromLowToHigh() {
        IntervalPicture picture = new IntervalPicture(
                List.of(
                        new IntervalPicture.Row("a", 0.80, 0.81, 0.83, "0.81", INK),
                        new IntervalPicture.Row("b", 0.85, 0.86, 0.87, "0.86", INK)),
                "RMSE",
                "");
        picture.draw(pen, 500, picture.usualHeight());
        List<NotedPen.Path> whiskers = pen.paths.stream()
                .filter(path -> path.line().ink().equals(INK) && path.ys()[0] == path.ys()[1])
                .toList();
        assertThat(whiskers).hasSize(2);
        assertThat(whiskers.get(0).xs()[1]).isLessThan(whiskers.get(1).xs()[0]);
        assertThat(pen.dots.get(0)[0])
                .isBetween(whiskers.get(0).xs()[0], whiskers.get(0).xs()[1]);
    }

    @Test
    void rowsOfIntervalsDoNotPrintOverOneAnother() {
        List<IntervalPicture.Row> rows = IntStream.range(0, 11)
                .mapToObj(k -> new IntervalPicture.Row("run " + k, 0.8, 0.81, 0.82, "0.81", INK))
                .toList();
        IntervalPicture picture = new IntervalPicture(rows, "RMSE", "");
        picture.draw(pen, 500, 60);
        assertThat(pen.named("run 1").y() - pen.named("run 0").y()).isGreaterThanOrEqualTo(12 - 1e-9);
        assertThat(pen.named("run 0").size()).isEqualTo(10);
        assertThat(picture.leastHeight()).isGreaterThan(11 * 12);
    }

    @Test
    void shadesKeepTheHue() {
        assertThat(new Ink("#804020").shade(0.5)).isEqualTo(new Ink("#402010"));
        assertThat(new Ink("#804020").shade(9)).isEqualTo(new Ink("#ff8040"));
        assertThatThrownBy(() -> new Ink("red")).hasMessageContaining("red");
    }
}
