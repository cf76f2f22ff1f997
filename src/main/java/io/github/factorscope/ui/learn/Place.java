package io.github.factorscope.ui.learn;

import io.github.factorscope.data.RatingMatrix;
import java.util.stream.IntStream;

/** Where one looks: a user and an item. */
record Place(int user, int item) {
    /** Where one was looking, where it is the same data; otherwise the first rating. */
    static Place first(Ground ground, Shown before) {
        if (before != null
                && before.ground().isToy() == ground.isToy()
                && before.ground().training().size() == ground.training().size()
                && before.ground().training().users() == ground.training().users()) {
            return new Place(before.user(), before.item());
        }
        if (ground.isToy()) {
            return new Place(ToyFilms.FIRST_USER, ToyFilms.FIRST_ITEM);
        }
        RatingMatrix training = ground.training();
        int user = IntStream.range(0, training.users())
                .filter(each -> training.byUser().length(each) > 0)
                .findFirst()
                .orElse(0);
        return new Place(user, training.byUser().column(training.byUser().start(user)));
    }
}
