package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void withoutAChangeThereIsNothingToTakeBack() {
        History<String> history = History.of("a");

        assertThat(history.now()).isEqualTo("a");
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo()).isSameAs(history);
        assertThat(history.redo()).isSameAs(history);
        assertThat(history.with("a", "nothing")).isSameAs(history);
    }

    @Test
    void saysWhatIsTakenBackAndDoneAgainNext() {
        History<String> history = History.of("a").with("b", "to b").with("c", "to c");

        assertThat(history.nextUndo()).isEqualTo("to c");
        assertThat(history.undo().nextUndo()).isEqualTo("to b");
        assertThat(history.undo().nextRedo()).isEqualTo("to c");
        assertThat(history.nextRedo()).isEmpty();
    }

    @Test
    void undoingAllAndRedoingAllPassesTheSameStatesInBothDirections() {
        SplittableRandom random = new SplittableRandom(1);
        History<Integer> history = History.of(0);
        for (int step = 1; step <= 50; step++) {
            history = history.with(random.nextInt(1_000_000) + step, "step " + step);
        }
        History<Integer> end = history;
        History<Integer> back = end;
        for (int step = 50; step > 0; step--) {
            assertThat(back.undo().redo().now()).isEqualTo(back.now());
            assertThat(back.nextUndo()).isEqualTo("step " + step);
            back = back.undo();
        }
        assertThat(back.now()).isEqualTo(back.start()).isEqualTo(0);
        assertThat(back.canUndo()).isFalse();
        while (back.canRedo()) {
            back = back.redo();
        }
        assertThat(back.now()).isEqualTo(end.now());
    }

    @Test
    void aNewChangeForgetsWhatWasTakenBack() {
        History<String> history = History.of("a").with("b", "to b").undo().with("c", "to c");

        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo().now()).isEqualTo("a");
    }

    @Test
    void theStartIsKeptHoweverManyChangesThereAre() {
        History<Integer> history = History.of(-1);
        for (int step = 0; step < History.MOST_STEPS + 10; step++) {
            history = history.with(step, "step " + step);
        }
        int undone = 0;
        History<Integer> back = history;
        while (back.canUndo()) {
            back = back.undo();
            undone++;
        }

        assertThat(undone).isEqualTo(History.MOST_STEPS);
        assertThat(history.start()).isEqualTo(-1);
    }
}
