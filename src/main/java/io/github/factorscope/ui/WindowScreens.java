package io.github.factorscope.ui;

import io.github.factorscope.ui.lesson.LessonScreens;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/** The screens as lessons call them: by their names in small letters. */
final class WindowScreens implements LessonScreens {
    private final MainController window;

    WindowScreens(MainController window) {
        this.window = window;
    }

    private static String name(Screen screen) {
        return screen.name().toLowerCase(Locale.ROOT);
    }

    private static Screen screen(String name) {
        return Screen.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(Screen.values()).forEach(screen -> names.add(name(screen)));
        return names;
    }

    @Override
    public String title(String name) {
        return screen(name).title();
    }

    @Override
    public String shown() {
        Screen shown = window.shownProperty().get();
        return shown == window.settledProperty().get() ? name(shown) : "";
    }

    @Override
    public void show(String name) {
        window.show(screen(name));
    }

    @Override
    public Optional<Node> find(String id) {
        Optional<Node> found = look(id);
        if (found.isEmpty()) {
            window.root().applyCss(); // a screen that was shown just now gets its controls only then
            found = look(id);
        }
        return found;
    }

    private Optional<Node> look(String id) {
        return window.root().lookupAll("#" + id).stream()
                .filter(WindowScreens::isInSight)
                .findFirst();
    }

    private static boolean isInSight(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
