package io.github.factorscope.ui.common;

import java.util.function.Supplier;

/** Something that is made when it is first asked for. On one thread only. */
public final class Late<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private T made;

    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
