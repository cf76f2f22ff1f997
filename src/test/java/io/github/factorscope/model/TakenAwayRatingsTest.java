package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether an explanation says what would happen: where the prediction rests on the ratings themselves, a rating is taken away
 * from what the trained model predicts from, and nothing is learned again.
 */
class TakenAwayRatingsTest {
    private static final int USERS = 250;
    private static final int ITEMS = 120;
    private static final int PAIRS = 80;
    private static final int STRONGEST = 3;
    private static final double STRONG = 0.02; // stars

    private static TrainingData data;

    @BeforeAll
    static void readTheBeginningOfTheBundledFilms() throws IOException {
        Dataset films = DatasetReader.read(Path.of("datasets", "demo-films")).dataset();
        List<Item> items = films.items().items().subList(0, ITEMS);
        Map<String, Item> byId = items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        data = new TrainingData(
                matrix(films.matrix(films.ratings()), -1, -1),
                ItemCatalogue.of(IdIndex.of(items.stream().map(Item::id).toList()), byId));
    }

    /** What the first users gave to the first items, without one of these ratings. */
    private static RatingMatrix matrix(RatingMatrix from, int user, int item) {
        SparseRows byUser = from.byUser();
        Ratings.Builder kept = new Ratings.Builder(false);
        for (int u = 0; u < USERS; u++) {
            for (int k = byUser.start(u); k < byUser.end(u); k++) {
                if (byUser.column(k) < ITEMS && (u != user || byUser.column(k) != item)) {
                    kept.add(u, byUser.column(k), byUser.value(k), 0);
                }
            }
        }
        return RatingMatrix.of(kept.build(), USERS, ITEMS, from.scale());
    }

    @ParameterizedTest
    @CsvSource({
        "content, neighbours=30",
        "cor-ngbr, neighbours=30",
        "user-ngbr, neighbours=40",
        "wgt-ngbr, productShrinkage=100",
        "nsvd, learningRate=0.03 epochs=60",
        "asvd, learningRate=0.01 epochs=30",
        "global-ngbr, weightLearningRate=0.02 neighbours=50",
        "global-ngbr, weightLearningRate=0.03 neighbours=1000"
    })
    void aPredictionMovesAgainstTheTermOfARatingThatIsTakenAway(String id, String changes) {
        ModelFamily family = ModelCatalogue.find(id);
        Settings settings = family.preset("quick");
        for (String change : changes.split(" ", -1)) {
            int equals = change.indexOf('=');
            settings = settings.with(change.substring(0, equals), change.substring(equals + 1));
        }
        FittedModel model = trained(family, settings);
        SplittableRandom random = new SplittableRandom(3);
        int asSaid = 0;
        int asked = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int user = random.nextInt(USERS);
            int item = random.nextInt(ITEMS);
            if (data.ratings().byUser().find(user, item) < 0) {
                for (Map.Entry<Rating, Double> term : strongest(model, user, item)) {
                    RatingMatrix fewer = matrix(
                            data.ratings(), term.getKey().user(), term.getKey().item());
                    double without = family.restore(new TrainingData(fewer, data.items()), settings, model.parameters())
                            .predict(user, item);
                    asSaid += (model.predict(user, item) - without) * term.getValue() > 0 ? 1 : 0;
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat((double) asSaid / asked).isGreaterThan(0.9);
    }

    private static FittedModel trained(ModelFamily family, Settings settings) {
        Trainer trainer = family.newTrainer(data, settings, 1);
        for (int epoch = 0; epoch < trainer.plannedEpochs(); epoch++) {
            trainer.runEpoch(() -> false);
        }
        return trainer.snapshot();
    }

    /** A rating that speaks for a prediction: another one of the same user, or that of another user for the same item. */
    private record Rating(int user, int item) {}

    /** What each rating contributes, how it was given and that it was given together; the strongest first. */
    private static List<Map.Entry<Rating, Double>> strongest(FittedModel model, int user, int item) {
        Map<Rating, Double> amounts = new LinkedHashMap<>();
        for (Term term : model.explain(user, item).terms()) {
            if (term.hasNeighbour()) {
                Rating rating = term.hasItem() ? new Rating(user, term.item()) : new Rating(term.neighbourUser(), item);
                amounts.merge(rating, term.amount(), Double::sum);
            }
        }
        return amounts.entrySet().stream()
                .filter(term -> Math.abs(term.getValue()) > STRONG)
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.getValue())))
                .limit(STRONGEST)
                .toList();
    }
}
