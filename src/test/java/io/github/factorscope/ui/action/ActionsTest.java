package io.github.factorscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** One list of all that can be done. */
class ActionsTest {
    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();
    private boolean possible;

    @Test
    void whatIsNotPossibleIsNeitherListedNorDone() {
        Action train = Action.of("train", Kind.TRAINING, "Train", () -> done.add("train"))
                .when(() -> possible);
        actions.add(train);

        assertThat(actions.possible()).isEmpty();
        train.run();
        assertThat(done).isEmpty();

        possible = true;
        assertThat(actions.possible()).containsExactly(train);
        train.run();
        assertThat(done).containsExactly("train");
    }

    @Test
    void idsAreOfOneActionEach() {
        actions.add(Action.of("train", Kind.TRAINING, "Train", () -> {}));

        assertThatThrownBy(() -> actions.add(Action.of("train", Kind.VIEW, "Other", () -> {})))
                .hasMessageContaining("train");
    }

    @Test
    void thoseThatComeAndGoAreAskedForEveryTime() {
        List<Action> runs = new ArrayList<>();
        actions.addChanging(() -> List.copyOf(runs));
        runs.add(Action.of("run-1", Kind.RUNS, "1 · SVD", () -> {}));

        assertThat(actions.possible()).hasSize(1);
    }

    @Test
    void theListOfKeysHasAllThatHaveKeys() {
        actions.add(Action.of("find", Kind.VIEW, "Find", () -> {}).withKeys(KeyCode.K, KeyCombination.SHORTCUT_DOWN));
        actions.add(Action.of("about", Kind.VIEW, "About", () -> {}));

        KeyList.Section first = KeyList.of(actions).get(0);
        assertThat(first.title()).isEqualTo("View");
        assertThat(first.lines()).extracting(KeyList.Line::words).containsExactly("Find");
        assertThat(first.lines().get(0).keys()).contains("K");
    }
}
