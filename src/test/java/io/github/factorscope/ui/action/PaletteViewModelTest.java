package io.github.factorscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.action.Choice.Entry;
import io.github.factorscope.ui.action.Choice.Heading;
import io.github.factorscope.ui.common.ImmediateBackground;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the palette lists, kind by kind. */
class PaletteViewModelTest {
    private static final Action DATA = Action.of("data", Kind.SCREENS, "Data", () -> {});
    private static final Action DARK = Action.of("dark", Kind.VIEW, "Dark theme", () -> {});
    private static final Action USER = Action.of("user-4", Kind.USERS, "user 4", () -> {});

    private final Actions actions = new Actions();

    private PaletteViewModel model(Found found) {
        actions.add(DARK);
        actions.add(DATA);
        PaletteViewModel model = new PaletteViewModel(actions, found, new ImmediateBackground(), error -> {
            throw new AssertionError(error);
        });
        model.begin();
        return model;
    }

    @Test
    void allActionsStandBelowTheirKindsBeforeAnythingIsTyped() {
        PaletteViewModel model = model((typed, most) -> List::of);

        assertThat(model.choices())
                .containsExactly(new Heading(Kind.SCREENS), new Entry(DATA), new Heading(Kind.VIEW), new Entry(DARK));
    }

    @Test
    void usersFollowTheActionsThatFit() {
        PaletteViewModel model = model((typed, most) -> () -> typed.equals("da") ? List.of(USER) : List.of());
        model.searchProperty().set("da");

        assertThat(model.choices())
                .containsExactly(
                        new Heading(Kind.VIEW),
                        new Entry(DARK),
                        new Heading(Kind.SCREENS),
                        new Entry(DATA),
                        new Heading(Kind.USERS),
                        new Entry(USER));
    }

    @Test
    void ofOneKindOnlyTheFirstAreListed() {
        List<Action> many = IntStream.range(0, 100)
                .mapToObj(k -> Action.of("item-" + k, Kind.ITEMS, "film " + k, () -> {}))
                .toList();
        PaletteViewModel model = model((typed, most) -> () -> many);
        model.searchProperty().set("film");

        assertThat(model.choices()).hasSize(1 + 8);
    }

    @Test
    void openedAgainNothingIsTyped() {
        PaletteViewModel model = model((typed, most) -> List::of);
        model.searchProperty().set("dark");
        assertThat(model.choices()).hasSize(2);

        model.begin();

        assertThat(model.searchProperty().get()).isEmpty();
        assertThat(model.choices()).hasSize(4);
    }
}
