package io.github.factorscope.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentTest {
    /**
     * Two of the four items are comedies, two are of war, two of the eighties and one of the nineties: these features count
     * ln 2, ln 2, ln 2 and ln 4.
     */
    private static final ItemCatalogue ITEMS = catalogue(
            new Item("a", "A", 1984, List.of("Comedy", "Comedy")),
            new Item("b", "B", 1989, List.of("War", "Comedy")),
            new Item("c", "C", 1990, List.of("War")),
            Item.unknown("d"));

    private static final double A_AND_B = 2 / Math.sqrt(2 * 3); // (1, 1)/√2 and (1, 1, 1)/√3
    private static final double B_AND_C = 1 / Math.sqrt(3 * 5); // and (1, 2)/√5

    private static ItemCatalogue catalogue(Item... items) {
        Map<String, Item> byId = Arrays.stream(items).collect(Collectors.toMap(Item::id, Function.identity()));
        return ItemCatalogue.of(IdIndex.of(Arrays.stream(items).map(Item::id).toList()), byId);
    }

    @Test
    void cosinesAreThoseOfRareFeatures() {
        ItemProfiles profiles = new ItemProfiles(ITEMS);
        double[][] expected = {
            {1, A_AND_B, 0, 0},
            {A_AND_B, 1, B_AND_C, 0},
            {0, B_AND_C, 1, 0},
            {0, 0, 0, 0}
        };
        float[] row = new float[4];
        for (int i = 0; i < 4; i++) {
            profiles.cosines().fill(i, row);
            for (int j = 0; j < 4; j++) {
                assertThat(profiles.cosine(i, j)).as("%d %d", i, j).isCloseTo(expected[i][j], within(1e-6));
                assertThat((double) row[j]).as("%d %d", i, j).isCloseTo(expected[i][j], within(1e-6));
            }
        }
    }

    @Test
    void whatAllItemsShareDoesNotCount() {
        ItemProfiles profiles = new ItemProfiles(catalogue(
                new Item("a", "A", 0, List.of("Drama")),
                new Item("b", "B", 0, List.of("Drama", "War")),
                new Item("c", "C", 0, List.of("Drama", "War"))));

        assertThat(profiles.cosine(0, 1)).isZero();
        assertThat(profiles.cosine(1, 2)).isCloseTo(1, within(1e-6));
    }

    @Test
    void thePredictionIsTheMeanOfResidualsByCosine() {
        RatingMatrix ratings = RatingMatrix.of(
                RandomRatings.table(new double[][] {{5, 0, 2, 1}, {1, 3, 5, 4}, {0, 0, 4, 5}}),
                3,
                4,
                RatingScale.WHOLE_STARS);
        Biases baseline = Biases.shrunkMeans(ratings);
        double ofA = 5 - baseline.of(0, 0);
        double ofC = 2 - baseline.of(0, 2);
        FittedModel model = trained(ratings, ITEMS);

        assertThat(model.predict(0, 1))
                .isCloseTo(baseline.of(0, 1) + (A_AND_B * ofA + B_AND_C * ofC) / (A_AND_B + B_AND_C), within(1e-5));
        assertThat(model.predict(2, 0)).as("nothing alike was rated").isCloseTo(baseline.of(2, 0), within(1e-6));
        assertThat(model.predict(0, 3)).as("nothing is known").isCloseTo(baseline.of(0, 3), within(1e-6));
        Term first = model.explain(0, 1).terms().get(3);
        assertThat(first.item()).isZero();
        assertThat(first.evidence().orElseThrow().similarity()).isCloseTo(A_AND_B, within(1e-6));
        assertThat(first.evidence().orElseThrow().support()).isEqualTo(1);
    }

    private static FittedModel trained(RatingMatrix ratings, ItemCatalogue items) {
        ContentFamily family = new ContentFamily();
        Trainer trainer = family.newTrainer(new TrainingData(ratings, items), family.defaults(), 1);
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }

    @Test
    void dataWithoutGenresAndYearsAreRefused() {
        RatingMatrix ratings = RandomRatings.matrix(5, 4, 0.6, 1);

        assertThatThrownBy(() -> trained(ratings, catalogue(items(0, List.of()))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("genres", "years", "cor-ngbr")
                .hasMessageEndingWith(".");
        assertThat(trained(ratings, catalogue(items(1980, List.of()))).predict(0, 0))
                .isFinite();
        assertThat(trained(ratings, catalogue(items(0, List.of("War")))).predict(0, 0))
                .isFinite();
    }

    private static Item[] items(int year, List<String> genres) {
        return List.of("a", "b", "c", "d").stream()
                .map(id -> new Item(id, id, year, genres))
                .toArray(Item[]::new);
    }
}
