package io.github.factorscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The best comes first; words may be begun, in any order. */
class ActionSearchTest {
    private static final List<Action> ACTIONS = List.of(
            action("Open a folder…"),
            action("Train the chosen model"),
            action("Data"),
            action("Open the demo films"),
            action("Où est l'été"),
            action("모델 학습"),
            action("SVD++"));

    private static Action action(String title) {
        return Action.of(title, Kind.VIEW, title, () -> {});
    }

    private static List<String> found(String typed) {
        return ActionSearch.find(ACTIONS, typed).stream().map(Action::title).toList();
    }

    @Test
    void nothingTypedFindsAllInTheirOrder() {
        assertThat(ActionSearch.find(ACTIONS, "  ")).isEqualTo(ACTIONS);
    }

    @Test
    void wordsMayBeBegunInAnyOrder() {
        assertThat(found("dem op")).containsExactly("Open the demo films");
        assertThat(found("mod tr")).containsExactly("Train the chosen model");
    }

    @Test
    void titlesThatBeginSoComeFirst() {
        assertThat(found("da")).first().isEqualTo("Data");
        assertThat(found("open")).containsExactly("Open a folder…", "Open the demo films");
    }

    @Test
    void lettersMayBeLeftOut() {
        assertThat(found("otdf")).containsExactly("Open the demo films");
        assertThat(found("xq")).isEmpty();
    }

    @Test
    void caseAccentsAndHangulAreUnderstood() {
        assertThat(found("OU ETE")).containsExactly("Où est l'été");
        assertThat(found("학습")).containsExactly("모델 학습");
        assertThat(found("svd+")).containsExactly("SVD++");
    }

    @Test
    void theKindIsAWordToo() {
        Action run = Action.of("r", Kind.RUNS, "7 · SVD", () -> {});

        assertThat(ActionSearch.find(List.of(run), "runs svd")).containsExactly(run);
    }
}
