package io.github.factorscope.ui.lesson;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/** The screens of the window by the names that lessons call them, such as "train". */
public interface LessonScreens {
    Set<String> names();

    /** How a screen is called in the window. */
    String title(String name);

    /** The name of the screen that is shown; empty while parts of it are still to appear. */
    String shown();

    void show(String name);

    /** The control of this id that is in sight; empty where there is none. */
    Optional<Node> find(String id);
}
