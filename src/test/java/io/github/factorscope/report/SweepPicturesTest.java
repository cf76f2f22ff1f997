package io.github.factorscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.SearchSpace;
import io.github.factorscope.experiment.sweep.Strategy;
import io.github.factorscope.experiment.sweep.SweepListener;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.SweepResult;
import io.github.factorscope.experiment.sweep.SweepSession;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.PointPicture;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepPicturesTest {
    private final Dataset dataset = RandomRatings.dataset(30, 20, 0.5, 1);
    private final Split split = Split.of(dataset, new SplitPlan(0.1, 0.2, 1));

    private static Candidate base(String model) {
        return new Candidate(
                ModelCatalogue.find(model), ModelCatalogue.find(model).preset("quick"));
    }

    private SweepResult sweep(List<Candidate> bases, Strategy strategy, int repeats, String... variations) {
        SearchSpace space = new SearchSpace(
                bases, Stream.of(variations).map(Variation::parse).toList());
        SweepPlan plan = SweepPlan.of(space, strategy, repeats, 1, 0, false);
        return new SweepSession(dataset, split, plan, 2, SweepListener.NONE).run();
    }

    private static SweepPictures pictures(SweepResult result) {
        return new SweepPictures(result.plan(), result.trials());
    }

    @Test
    void oneCurveAModelThroughItsErrors() {
        SweepResult result = sweep(List.of(base("svd"), base("svdpp")), new Strategy.Grid(), 1, "factors=2,4,8,16");
        CurvePicture picture = (CurvePicture) pictures(result).errors();

        assertThat(picture.curves()).extracting(Curve::name).containsExactly("SVD", "SVD++");
        assertThat(picture.curves().get(0).xs()).containsExactly(2, 4, 8, 16);
        assertThat(picture.curves().get(0).ys())
                .containsExactly(result.trials().stream()
                        .limit(4)
                        .mapToDouble(Trial::error)
                        .toArray());
        assertThat(picture.x().scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
        CurvePicture seconds = (CurvePicture) pictures(result).seconds(false, true);
        assertThat(picture.x().divisions()).containsExactly(2.0, 4.0, 8.0, 16.0);
        assertThat(seconds.x()).isEqualTo(picture.x());
        assertThat(seconds.curves().get(1).ys())
                .containsExactly(result.trials().stream()
                        .skip(4)
                        .mapToDouble(Trial::seconds)
                        .toArray());
    }

    @Test
    void oneCurveAValueOfTheOtherSettingAlongTheNumbers() {
        SweepResult result = sweep(
                List.of(base("global-ngbr")), new Strategy.Grid(), 1, "implicitFeedback=on,off", "neighbours=3,5,7");
        CurvePicture picture = (CurvePicture) pictures(result).errors();

        assertThat(picture.curves())
                .extracting(Curve::name)
                .containsExactly("Implicit feedback on", "Implicit feedback off");
        assertThat(picture.curves().get(1).xs()).containsExactly(3, 5, 7);
        assertThat(picture.x().title()).contains("Neighbours");
        assertThat(picture.x().scale()).isEqualTo(Axis.Scale.WHOLE);
    }

    @Test
    void choicesStandSideBySide() {
        SweepResult result = sweep(List.of(base("svd")), new Strategy.Grid(), 1, "solver=als,sgd");
        CurvePicture picture = (CurvePicture) pictures(result).errors();

        assertThat(picture.x().categories()).containsExactly("sgd", "als");
        assertThat(picture.curves().get(0).xs()).containsExactly(0, 1);
        assertThat(picture.curves().get(0).ys()[0])
                .isEqualTo(result.trials().get(1).error());
    }

    @Test
    void severalSeedsHaveABandOfTheirDeviation() {
        SweepResult result = sweep(List.of(base("svd")), new Strategy.Grid(), 3, "factors=2,4");
        Curve curve = ((CurvePicture) pictures(result).errors()).curves().get(0);
        double spread = result.scores().get(0).spread().orElseThrow();

        assertThat(spread).isPositive();
        assertThat(curve.ys()).hasSize(2);
        assertThat(curve.band().orElseThrow().lows()[0]).isEqualTo(curve.ys()[0] - spread);
        assertThat(curve.band().orElseThrow().highs()[0]).isEqualTo(curve.ys()[0] + spread);
    }

    @Test
    void whatWasEliminatedHasACurveOfItsOwn() {
        SweepResult result =
                sweep(List.of(base("svd")), new Strategy.Halving(OptionalInt.empty(), 2), 1, "factors=1,2,4,8");
        CurvePicture picture = (CurvePicture) pictures(result).errors();

        assertThat(picture.curves()).extracting(Curve::name).containsExactlyInAnyOrder("SVD", "SVD, fewer epochs");
        assertThat(picture.curves().stream().mapToInt(Curve::size).sum()).isEqualTo(4);
    }

    @Test
    void manyDifferentCombinationsArePoints() {
        SweepResult result = sweep(
                List.of(base("svd")), new Strategy.RandomDraws(12), 1, "factors=2..30", "regularization=0.01..1:log");
        PointPicture picture = (PointPicture) pictures(result).errors();

        assertThat(picture.points()).hasSize(12).allMatch(point -> point.name().startsWith("λ "));
        assertThat(picture.points().get(3).y()).isEqualTo(result.trials().get(3).error());
    }
}
