package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with a neighbour in a waterfall or a table. */
final class StepMenu {
    private static final Texts TEXTS = Texts.of(StepMenu.class);

    private StepMenu() {}

    /** @param selected the neighbour; null where something else is selected, or nothing */
    static ContextMenu of(Supplier<Step> selected, Consumer<Step> open, Consumer<Step> remove) {
        MenuItem opening = new MenuItem(TEXTS.get("step-behind"));
        opening.setOnAction(event -> open.accept(selected.get()));
        MenuItem removing = new MenuItem(TEXTS.get("step-unrated"));
        removing.setOnAction(event -> remove.accept(selected.get()));
        ContextMenu menu = new ContextMenu(opening, removing);
        menu.setOnShowing(event -> {
            Step step = selected.get();
            opening.setDisable(step == null);
            removing.setDisable(step == null || !step.term().hasItem());
        });
        return menu;
    }
}
