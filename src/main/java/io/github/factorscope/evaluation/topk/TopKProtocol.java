package io.github.factorscope.evaluation.topk;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where would a film that the user loves have stood in a long list? Every test rating at the top of the scale is ranked among
 * other items drawn at random, most of which the user would not care for (Koren 2008, section 6).
 */
public final class TopKProtocol {
    private static final int BLOCK = 16; // users that share a thread's memory

    private final FittedModel model;
    private final RatingMatrix training;
    private final TopKSettings settings;

    /** @param training the ratings that the model learned from */
    public TopKProtocol(FittedModel model, RatingMatrix training, TopKSettings settings) {
        this.model = model;
        this.training = training;
        this.settings = settings;
    }

    /**
     * What stood before a case.
     *
     * @param prediction of the case
     * @param above the drawn items that are predicted more, best first
     * @param equal the drawn items that are predicted the same, by index
     */
    public record Outranking(double prediction, List<RankedItem> above, List<RankedItem> equal) {
        public Outranking {
            above = List.copyOf(above);
            equal = List.copyOf(equal);
        }
    }

    /** Ranks all test ratings at the top of their scale, on all cores; the result does not depend on their number. */
    public TopKResult run(RatingMatrix test) {
        SparseRows given = test.byUser();
        float top = test.scale().max();
        List<Optional<TopKCase>> cases = IntStream.range(0, (given.rows() + BLOCK - 1) / BLOCK)
                .parallel()
                .mapToObj(block -> {
                    Ranker ranker = new Ranker();
                    List<Optional<TopKCase>> ranked = new ArrayList<>();
                    for (int user = block * BLOCK; user < Math.min(given.rows(), (block + 1) * BLOCK); user++) {
                        for (int k = given.start(user); k < given.end(user); k++) {
                            if (given.value(k) >= top) {
                                ranked.add(ranker.rank(user, given.column(k)));
                            }
                        }
                    }
                    return ranked;
                })
                .flatMap(List::stream)
                .toList();
        List<TopKCase> ranked = cases.stream().flatMap(Optional::stream).toList();
        return new TopKResult(settings, ranked, cases.size() - ranked.size());
    }

    /** Draws the same items for the case again, and tells which of them stood before it. */
    public Outranking outranking(TopKCase each) {
        UserPredictor predictor = model.forUser(each.user());
        double prediction = number(predictor.predict(each.item()));
        List<RankedItem> above = new ArrayList<>();
        List<RankedItem> equal = new ArrayList<>();
        for (int item : new Draws(settings, training.byUser(), training.items()).of(each.user(), each.item())) {
            RankedItem other = new RankedItem(item, number(predictor.predict(item)));
            if (other.prediction() > prediction) {
                above.add(other);
            } else if (other.prediction() == prediction) {
                equal.add(other);
            }
        }
        Comparator<RankedItem> byIndex = Comparator.comparingInt(RankedItem::item);
        above.sort(Comparator.comparingDouble((RankedItem other) -> -other.prediction())
                .thenComparing(byIndex));
        equal.sort(byIndex);
        return new Outranking(prediction, above, equal);
    }

    /** What is no number is ranked last. */
    private static double number(double prediction) {
        return Double.isNaN(prediction) ? Double.NEGATIVE_INFINITY : prediction;
    }

    /** Ranks case after case; predicts no item twice while the user stays the same. */
    private final class Ranker {
        private final Draws draws = new Draws(settings, training.byUser(), training.items());
        private final double[] predictions = new double[training.items()]; // where predictedFor says so
        private final int[] predictedFor = new int[training.items()]; // user
        private UserPredictor predictor = item -> Double.NaN;
        private int user = -1;

        Ranker() {
            Arrays.fill(predictedFor, -1);
        }

        /** Empty where there is no other item. */
        Optional<TopKCase> rank(int ofUser, int item) {
            int[] drawn = draws.of(ofUser, item);
            if (drawn.length == 0) {
                return Optional.empty();
            }
            if (user != ofUser) {
                user = ofUser;
                predictor = model.forUser(ofUser);
            }
            double own = predict(item);
            int above = 0;
            int equal = 0;
            for (int other : drawn) {
                double prediction = predict(other);
                if (prediction > own) {
                    above++;
                } else if (prediction == own) {
                    equal++;
                }
            }
            return Optional.of(new TopKCase(ofUser, item, drawn.length, above, equal));
        }

        private double predict(int item) {
            if (predictedFor[item] != user) {
                predictedFor[item] = user;
                predictions[item] = number(predictor.predict(item));
            }
            return predictions[item];
        }
    }
}
