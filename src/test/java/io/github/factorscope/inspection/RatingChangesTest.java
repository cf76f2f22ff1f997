package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.inspection.RatingChanges.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingChangesTest {
    private final RatedItems before = RatedItems.none().with(3, 4).with(7, 2.5f);

    private static RatingChanges changes(Change... changes) {
        return new RatingChanges(List.of(changes));
    }

    @Test
    void changesAddsAndRemoves() {
        RatedItems after = changes(new Change(3, 1), new Change(5, 4.5f), Change.removing(7))
                .appliedTo(before);

        assertThat(after).isEqualTo(RatedItems.none().with(3, 1).with(5, 4.5f));
        assertThat(before).isEqualTo(RatedItems.none().with(3, 4).with(7, 2.5f));
    }

    @Test
    void removedAndPutBackIsAsBefore() {
        RatedItems without = changes(Change.removing(3)).appliedTo(before);

        assertThat(without.size()).isEqualTo(1);
        assertThat(changes(new Change(3, 4)).appliedTo(without)).isEqualTo(before);
        assertThat(changes().appliedTo(before)).isSameAs(before);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> changes(new Change(3, 1), new Change(3, 2))).hasMessageContaining("twice");
        assertThatThrownBy(() -> changes(Change.removing(4)).appliedTo(before)).hasMessageContaining("item 4");
        assertThatThrownBy(() -> new Change(-1, 3)).hasMessageContaining("-1");
    }
}
