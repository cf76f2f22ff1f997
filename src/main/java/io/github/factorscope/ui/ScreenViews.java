package io.github.factorscope.ui;

import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.Stepwise;
import io.github.factorscope.ui.common.Views;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.Parent;

/**
 * The screens of a window, each made when it is first needed: a window that makes only what it shows opens sooner. On the FX
 * thread only.
 */
final class ScreenViews {
    private final Map<Screen, Object> controllers;
    private final Map<Screen, Parent> made = new EnumMap<>(Screen.class);
    private final BiConsumer<String, Parent> whenMade;

    /**
     * @param controllers of all screens, whose views are not loaded yet
     * @param whenMade is given each screen once, by its name in small letters
     */
    ScreenViews(Map<Screen, Object> controllers, BiConsumer<String, Parent> whenMade) {
        this.controllers = new EnumMap<>(controllers);
        this.whenMade = whenMade;
    }

    Parent of(Screen screen) {
        Parent view = made.get(screen);
        if (view == null) {
            view = Views.load(controllers.get(screen));
            made.put(screen, view);
            whenMade.accept(screen.name().toLowerCase(Locale.ROOT), view);
        }
        return view;
    }

    /** Those that are made. */
    Set<Screen> made() {
        return Set.copyOf(made.keySet());
    }

    /** Makes those that nobody has asked for yet, piece by piece, whenever nothing else is about to appear. */
    void makeOthers() {
        controllers.forEach((screen, controller) -> {
            if (controller instanceof Stepwise stepwise) {
                stepwise.parts().forEach(part -> InTurn.whenIdle(part::get));
            }
            InTurn.whenIdle(() -> of(screen));
        });
    }
}
