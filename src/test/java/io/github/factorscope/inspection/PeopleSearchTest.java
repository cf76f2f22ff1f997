package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleSearchTest {
    private static final IdIndex USERS = IdIndex.of(List.of("12", "1", "31", "Bob", "212"));

    /** A row a user, a column an item, 0 for no rating; the ratings of the last column are held out. */
    private static PeopleSearch search(int[][] stars) {
        Ratings.Builder learned = new Ratings.Builder(false);
        Ratings.Builder heldOut = new Ratings.Builder(false);
        for (int user = 0; user < stars.length; user++) {
            for (int item = 0; item < stars[user].length; item++) {
                if (stars[user][item] > 0) {
                    (item == stars[user].length - 1 ? heldOut : learned).add(user, item, stars[user][item], 0);
                }
            }
        }
        Dataset dataset = new Dataset(
                "five",
                "",
                learned.build(),
                heldOut.build(),
                USERS,
                ItemCatalogue.of(IdIndex.of(List.of("a", "b", "c", "d")), Map.of()),
                RatingScale.WHOLE_STARS);
        return new PeopleSearch(USERS, Split.of(dataset, new SplitPlan(new TestChoice.GivenFile(), 0, 1)));
    }

    private static final PeopleSearch PEOPLE = search(new int[][] {
        {5, 4, 0, 5},
        {3, 0, 0, 0},
        {5, 1, 2, 2},
        {0, 0, 0, 5},
        {4, 1, 1, 0},
    });

    @Test
    void theIdItselfComesFirstThenBeginningsThenTheRest() {
        assertThat(PEOPLE.byId("1")).containsExactly(1, 0, 2, 4);
        assertThat(PEOPLE.byId("12")).containsExactly(0, 4);
        assertThat(PEOPLE.byId(" bO ")).containsExactly(3);
        assertThat(PEOPLE.byId("x")).isEmpty();
        assertThat(PEOPLE.byId("")).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void activityCountsWhatAModelMayLearnFrom() {
        assertThat(PEOPLE.mostActive("")).containsExactly(2, 4, 0, 1, 3);
        assertThat(PEOPLE.leastActive("")).containsExactly(1, 0, 2, 4);
        assertThat(PEOPLE.mostActive("2")).containsExactly(4, 0);
        assertThat(PEOPLE.ratings(2)).isEqualTo(3);
    }

    @Test
    void whoLovedAnItemComesFirstThenTheMostActive() {
        assertThat(PEOPLE.byTaste(0)).containsExactly(2, 0, 4, 1);
    }

    @Test
    void aRatingThatIsHeldOutTellsTasteToo() {
        assertThat(PEOPLE.byTaste(3)).containsExactly(0, 3, 2);
        assertThat(PEOPLE.rating(3, 3)).isEqualTo(5);
        assertThat(PEOPLE.rating(1, 3)).isNaN();
    }
}
