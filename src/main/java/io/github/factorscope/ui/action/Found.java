package io.github.factorscope.ui.action;

import java.util.List;
import java.util.concurrent.Callable;

/** Finds what is too much for a list of actions, such as users and items. */
@FunctionalInterface
public interface Found {
    /** Prepared on the FX thread, what finds in the background what fits to the text. */
    Callable<List<Action>> search(String typed, int most);
}
