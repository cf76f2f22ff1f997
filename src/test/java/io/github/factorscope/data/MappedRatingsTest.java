package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedRatingsTest {
    private final Dataset dataset =
            RandomRatings.dataset(RandomRatings.of(new double[][] {{0, 0, 3}, {1, 1, 4}}), Ratings.none(), 3, 3);
    private final RatingMatrix training = dataset.matrix(RandomRatings.of(new double[] {0, 0, 3}));
    private final RatingMatrix validation = dataset.matrix(RandomRatings.of(new double[] {1, 1, 4}));

    /** Ids in another order than those of the data set. */
    private static Dataset other(Ratings ratings, List<String> users, List<String> items) {
        return new Dataset(
                "other",
                "made for a test",
                ratings,
                Ratings.none(),
                IdIndex.of(users),
                ItemCatalogue.of(IdIndex.of(items), Map.of()),
                RatingScale.HALF_STARS);
    }

    @Test
    void idsFindTheirIndexAndWhatCannotBeUsedIsCounted() {
        Ratings ratings = RandomRatings.of(
                new double[] {0, 0, 2}, // u2, i1
                new double[] {1, 1, 5}, // u0, i0: learned from
                new double[] {2, 0, 5}, // u1, i1: stopped by
                new double[] {2, 1, 0.5}, // u1, i0: below one star
                new double[] {3, 0, 4}, // an unknown user
                new double[] {3, 1, 4},
                new double[] {3, 2, 4}, // both unknown
                new double[] {1, 2, 4}, // an unknown item
                new double[] {1, 0, 4.5}); // u0, i1
        MappedRatings mapped = MappedRatings.of(
                dataset,
                training,
                validation,
                other(ratings, List.of("u2", "u0", "u1", "stranger"), List.of("i1", "i0", "new")));

        assertThat(mapped.ratings().size()).isEqualTo(2);
        assertThat(mapped.ratings().rating(2, 1)).isEqualTo(2);
        assertThat(mapped.ratings().rating(0, 1)).isEqualTo(4.5f);
        assertThat(mapped.read()).isEqualTo(9);
        assertThat(mapped.unknown()).isEqualTo(4);
        assertThat(mapped.unknownUsers()).isEqualTo(1);
        assertThat(mapped.unknownItems()).isEqualTo(1);
        assertThat(mapped.learnedFrom()).isEqualTo(1);
        assertThat(mapped.stoppedBy()).isEqualTo(1);
        assertThat(mapped.offScale()).isEqualTo(1);
        assertThat(mapped.leftOut()).isEqualTo(7);
    }

    @Test
    void whereNothingIsKnownNothingIsLeft() {
        MappedRatings mapped = MappedRatings.of(
                dataset,
                training,
                validation,
                other(RandomRatings.of(new double[] {0, 0, 2}), List.of("a"), List.of("b")));

        assertThat(mapped.ratings().size()).isZero();
        assertThat(mapped.ratings().users()).isEqualTo(3);
        assertThat(mapped.leftOut()).isEqualTo(1);
    }
}
