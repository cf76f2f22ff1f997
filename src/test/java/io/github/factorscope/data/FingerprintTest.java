package io.github.factorscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;

    private final IdIndex users = RandomRatings.dataset(USERS, ITEMS, 0.1, 1).users();
    private final IdIndex items =
            RandomRatings.dataset(USERS, ITEMS, 0.1, 1).items().ids();
    private final Ratings ratings = RandomRatings.ratings(USERS, ITEMS, 0.5, 1);

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        String fingerprint = of(ratings, users, items);

        assertThat(fingerprint).matches("[0-9a-f]{64}");
        for (long seed = 0; seed < 5; seed++) {
            assertThat(of(RatingMatrixTest.shuffled(ratings, seed), users, items))
                    .isEqualTo(fingerprint);
        }
    }

    @Test
    void moreRatingsThanTheBufferHoldsAreAllSeen() {
        Ratings many = RandomRatings.ratings(120, 80, 1, 2); // 9,600 ratings
        IdIndex manyUsers = RandomRatings.dataset(120, 80, 0.1, 1).users();
        IdIndex manyItems = RandomRatings.dataset(120, 80, 0.1, 1).items().ids();
        RatingMatrix matrix = RatingMatrix.of(many, 120, 80, RatingScale.WHOLE_STARS);
        String fingerprint = Fingerprint.of(matrix, manyUsers, manyItems);
        for (int changed : new int[] {0, 4095, 4096, 9599}) {
            RatingMatrix other = RatingMatrix.of(withOneMoreStar(many, changed), 120, 80, RatingScale.WHOLE_STARS);
            assertThat(Fingerprint.of(other, manyUsers, manyItems)).isNotEqualTo(fingerprint);
        }
    }

    @Test
    void aRatingAnIdOrAPairThatDiffersShows() {
        String fingerprint = of(ratings, users, items);

        assertThat(of(withOneMoreStar(ratings, 17), users, items)).isNotEqualTo(fingerprint);
        assertThat(of(ratings, renamed(users), items)).isNotEqualTo(fingerprint);
        assertThat(of(ratings, users, renamed(items))).isNotEqualTo(fingerprint);
    }

    @Test
    void anIdThatMovesFromTheUsersToTheItemsShows() {
        Ratings one = RandomRatings.of(new double[] {0, 0, 4});
        RatingMatrix twoUsers = RatingMatrix.of(one, 2, 1, RatingScale.WHOLE_STARS);
        RatingMatrix twoItems = RatingMatrix.of(one, 1, 2, RatingScale.WHOLE_STARS);

        assertThat(Fingerprint.of(twoUsers, IdIndex.of(List.of("a", "b")), IdIndex.of(List.of("c"))))
                .isNotEqualTo(Fingerprint.of(twoItems, IdIndex.of(List.of("a")), IdIndex.of(List.of("b", "c"))));
    }

    private static String of(Ratings ratings, IdIndex users, IdIndex items) {
        return Fingerprint.of(
                RatingMatrix.of(ratings, users.size(), items.size(), RatingScale.WHOLE_STARS), users, items);
    }

    private static Ratings withOneMoreStar(Ratings ratings, int position) {
        Ratings.Builder changed = new Ratings.Builder(false);
        for (int k = 0; k < ratings.size(); k++) {
            changed.add(ratings.user(k), ratings.item(k), ratings.value(k) + (k == position ? 1 : 0), 0);
        }
        return changed.build();
    }

    private static IdIndex renamed(IdIndex ids) {
        return IdIndex.of(
                ids.ids().stream().map(id -> id.equals(ids.id(7)) ? "new" : id).toList());
    }
}
