package io.github.factorscope.ui.common;

import java.util.List;

/** The controller of a view that takes long to make, parts of which can be made before it, one at a time. */
public interface Stepwise {
    /** In any number, on the FX thread; what was not made before is made with the view. */
    List<? extends Late<?>> parts();
}
