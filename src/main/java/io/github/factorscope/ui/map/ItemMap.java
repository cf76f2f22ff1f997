package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.model.parts.Similarity;
import io.github.factorscope.model.parts.SimilarityRows;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.projection.AxisEnds;
import io.github.factorscope.projection.Cosines;
import io.github.factorscope.projection.PrincipalComponents;
import io.github.factorscope.ui.map.Neighbours.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What is known of the items of one run: their places, how they were rated, and their neighbours. Safe on all threads. */
final class ItemMap {
    private static final int FEWEST_WELL_KNOWN = 100;
    private static final int ITEMS_AT_AN_END = 3;
    private static final int NEIGHBOURS = 8;
    private static final int ENOUGH_RATINGS = 50; // of a neighbour: with few, factors are as chance had them

    private final Dataset dataset;
    private final RatingMatrix training;
    private final FactorMatrix factors;
    private final int[] support; // training ratings, by item
    private final double[] means; // in stars, by item; NaN where there is no rating
    private final int[] rated; // items with a training rating, the most rated first
    private final int fewestOfNeighbours;
    private final PrincipalComponents components;
    private final List<MapAxis> axes;
    private final Cosines cosines;
    private final ShrunkCorrelation correlation;
    private final SimilarityRows similarities;

    /** Takes some tenths of a second for some thousand items. */
    ItemMap(Run run, FactorMatrix factors) {
        dataset = run.experiment().dataset();
        training = run.experiment().split().training();
        this.factors = factors;
        SparseRows byItem = training.byItem();
        support = IntStream.range(0, training.items()).map(byItem::length).toArray();
        means = IntStream.range(0, support.length).mapToDouble(this::mean).toArray();
        rated = IntStream.range(0, support.length)
                .filter(item -> support[item] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(item -> -support[item]))
                .mapToInt(item -> item)
                .toArray();
        fewestOfNeighbours = enoughRatings();
        components = PrincipalComponents.of(factors, item -> PrincipalComponents.weight(support[item]));
        axes = describeAxes();
        cosines = new Cosines(factors);
        correlation = new ShrunkCorrelation(training, Biases.shrunkMeans(training), ShrunkCorrelation.USUAL_SHRINKAGE);
        similarities = correlation.rows();
    }

    private double mean(int item) {
        SparseRows byItem = training.byItem();
        double sum = 0;
        for (int k = byItem.start(item); k < byItem.end(item); k++) {
            sum += byItem.value(k);
        }
        return sum / byItem.length(item);
    }

    /** The most rated quarter, and the most rated hundred, always have enough. */
    private int enoughRatings() {
        int last = Math.min(rated.length - 1, Math.max(FEWEST_WELL_KNOWN, rated.length / 4));
        return last < 0 ? 0 : Math.min(ENOUGH_RATINGS, support[rated[last]]);
    }

    private List<MapAxis> describeAxes() {
        int[] wellKnown = Arrays.copyOf(rated, Math.min(rated.length, Math.max(FEWEST_WELL_KNOWN, rated.length / 10)));
        List<MapAxis> described = new ArrayList<>();
        for (int component = 0; component < components.count(); component++) {
            AxisEnds ends = AxisEnds.of(places(component), wellKnown, ITEMS_AT_AN_END);
            described.add(new MapAxis(component, components.share(component), ends, dataset));
        }
        return List.copyOf(described);
    }

    Dataset dataset() {
        return dataset;
    }

    RatingMatrix training() {
        return training;
    }

    /** All components, the widest first. */
    List<MapAxis> axes() {
        return axes;
    }

    /** Where each item lies along a component. */
    double[] places(int component) {
        return components.places(factors, component);
    }

    /** The items with a training rating, the most rated first. */
    int[] rated() {
        return rated.clone();
    }

    /** Training ratings of the item. */
    int support(int item) {
        return support[item];
    }

    /** Of the training ratings of the item, in stars; NaN where there is none. */
    double meanRating(int item) {
        return means[item];
    }

    /** How many ratings an item needs to be found as a neighbour. */
    int fewestOfNeighbours() {
        return fewestOfNeighbours;
    }

    /** Walks over all ratings of all who rated the item: for the background. */
    Neighbours neighbours(int item) {
        float[] row = new float[support.length];
        similarities.fill(item, row);
        return new Neighbours(
                item, nearest(item, other -> cosines.of(item, other)), nearest(item, other -> row[other]));
    }

    private List<Near> nearest(int item, IntToDoubleFunction closeness) {
        IntFunction<Similarity> similarity = correlation.of(item);
        record Candidate(int item, double closeness) {}
        return Arrays.stream(rated)
                .filter(other -> other != item && support[other] >= fewestOfNeighbours)
                .mapToObj(other -> new Candidate(other, closeness.applyAsDouble(other)))
                .sorted(Comparator.comparingDouble(Candidate::closeness).reversed())
                .limit(NEIGHBOURS)
                .map(near -> new Near(
                        near.item(),
                        dataset.items().item(near.item()).label(),
                        near.closeness(),
                        similarity.apply(near.item()).support()))
                .toList();
    }

    /**
     * The dots of the items with enough ratings.
     *
     * @param up null where there is but one component
     */
    Dots dots(MapAxis across, MapAxis up, int fewestRatings) {
        double[] xs = places(across.component());
        double[] ys = up == null ? new double[xs.length] : places(up.component());
        int[] items = Arrays.stream(rated())
                .filter(each -> support(each) >= fewestRatings)
                .toArray();
        return new Dots(
                items,
                Arrays.stream(items).mapToDouble(each -> xs[each]).toArray(),
                Arrays.stream(items).mapToDouble(each -> ys[each]).toArray(),
                Arrays.stream(items).map(this::support).toArray(),
                Arrays.stream(items)
                        .mapToObj(each ->
                                MapAxis.shortened(dataset().items().item(each).title()))
                        .toArray(String[]::new));
    }
}
