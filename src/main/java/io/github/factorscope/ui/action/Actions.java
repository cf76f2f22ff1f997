package io.github.factorscope.ui.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Scene;

/** All that the window can do, in one list: for keys, for the palette, and for the list of keys. */
public final class Actions {
    private final Map<String, Action> fixed = new LinkedHashMap<>();
    private final List<Supplier<List<Action>>> changing = new ArrayList<>();

    /** Adds one; its id must be new. */
    public void add(Action action) {
        if (fixed.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("there are two actions called " + action.id());
        }
    }

    /** Adds those that come and go, such as one for each run; they have no keys. */
    public void addChanging(Supplier<List<Action>> actions) {
        changing.add(actions);
    }

    /** Those that are always there, in the order in which they were added. */
    public List<Action> fixed() {
        return List.copyOf(fixed.values());
    }

    /** The one of this id, which is always there. */
    public Action of(String id) {
        Action action = fixed.get(id);
        if (action == null) {
            throw new IllegalArgumentException("there is no action called " + id);
        }
        return action;
    }

    /** All that can be done now. */
    public List<Action> possible() {
        return Stream.concat(fixed.values().stream(), changing.stream().flatMap(each -> each.get().stream()))
                .filter(action -> action.possible().getAsBoolean())
                .toList();
    }

    /**
     * Makes the keys work in a scene.
     *
     * @param before what is done first, such as closing what lies over the screen
     */
    public void install(Scene scene, Runnable before) {
        for (Action action : fixed.values()) {
            if (action.keys() != null) {
                scene.getAccelerators().put(action.keys(), () -> {
                    if (action.possible().getAsBoolean()) {
                        before.run();
                        action.work().run();
                    }
                });
            }
        }
    }
}
