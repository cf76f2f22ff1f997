package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeCatalogueTest {
    private final Dataset made = LargeCatalogue.of(3000, 400, 60, 5);
    private final RatingMatrix ratings = made.matrix(made.ratings());

    @Test
    void isTheSameForTheSameNumbers() {
        Dataset again = LargeCatalogue.of(3000, 400, 60, 5);
        RatingMatrix same = again.matrix(again.ratings());
        RatingMatrix other = LargeCatalogue.of(3000, 400, 60, 6)
                .matrix(LargeCatalogue.of(3000, 400, 60, 6).ratings());

        assertThat(same.size()).isEqualTo(ratings.size());
        assertThat(same.mean()).isEqualTo(ratings.mean()).isNotEqualTo(other.mean());
        assertThat(again.items().items()).isEqualTo(made.items().items());
    }

    @Test
    void fewItemsAndFewUsersHaveMostRatings() {
        int[] byItem = IntStream.range(0, 3000)
                .map(item -> -ratings.byItem().length(item))
                .sorted()
                .map(count -> -count)
                .toArray();
        int top = IntStream.range(0, 300).map(k -> byItem[k]).sum();
        int[] byUser = IntStream.range(0, 400)
                .map(user -> ratings.byUser().length(user))
                .sorted()
                .toArray();

        assertThat(top).isGreaterThan(ratings.size() / 4);
        assertThat(byUser[0]).isGreaterThanOrEqualTo(20);
        assertThat(byUser[200]).isBetween(45, 80);
        assertThat(byUser[399]).isGreaterThan(4 * byUser[200]);
        assertThat(ratings.mean()).isBetween(3.2, 3.8);
    }

    @Test
    void refusesWhatIsTooSmall() {
        assertThatThrownBy(() -> LargeCatalogue.of(10, 5, 5, 1)).hasMessageContaining("10 items");
    }
}
