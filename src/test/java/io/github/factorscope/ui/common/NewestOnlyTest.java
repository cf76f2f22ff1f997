package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestOnlyTest {
    private final ScriptedBackground background = new ScriptedBackground();
    private final NewestOnly work = new NewestOnly(background);
    private final List<String> heard = new ArrayList<>();

    private void ask(String question) {
        work.run(() -> question, heard::add, error -> heard.add("failed: " + error.getMessage()));
    }

    @Test
    void whatComesWhileSomethingIsWorkedOnDoesNotPileUp() {
        for (int question = 1; question <= 50; question++) {
            ask("question " + question);
        }
        assertThat(background.begun()).isEqualTo(1);
        background.finish(0);
        assertThat(background.begun()).isEqualTo(2);
        background.finish(1);

        assertThat(background.begun()).isEqualTo(2);
        assertThat(heard).containsExactly("question 50");
    }

    @Test
    void oneAfterTheOtherAreAllHeard() {
        ask("a");
        background.finish(0);
        ask("b");
        background.finish(1);

        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void anErrorIsHeardAndTheNextIsBegun() {
        ask("a");
        background.fail(0, new IllegalStateException("broken"));
        ask("b");
        background.finish(1);

        assertThat(heard).containsExactly("failed: broken", "b");
    }

    @Test
    void whatIsForgottenIsNotHeard() {
        ask("a");
        ask("b");
        work.forget();
        background.finish(0);
        assertThat(background.begun()).isEqualTo(1);
        ask("c");
        background.finish(1);

        assertThat(heard).containsExactly("c");
    }

    @Test
    void aListenerThatFailsDoesNotStopTheNext() {
        work.run(
                () -> "a",
                result -> {
                    throw new IllegalStateException("in the listener");
                },
                error -> heard.add("failed"));
        assertThatThrownBy(() -> background.finish(0)).hasMessage("in the listener");
        ask("b");
        background.finish(1);

        assertThat(heard).containsExactly("b");
    }

    @Test
    void aListenerMayAskAgain() {
        NewestOnly atOnce = new NewestOnly(new ImmediateBackground());
        atOnce.run(
                () -> 1,
                one -> {
                    heard.add("one");
                    atOnce.run(() -> 2, two -> heard.add("two"), error -> heard.add("failed"));
                },
                error -> heard.add("failed"));

        assertThat(heard).containsExactly("one", "two");
    }
}
