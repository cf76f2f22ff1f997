package io.github.factorscope.model.parts;

import java.util.function.Supplier;

/** What is worked out when it is first asked for, and once. Safe on all threads. */
final class Lazy<T> {
    private final Supplier<T> work;
    private T value; // null until then

    Lazy(Supplier<T> work) {
        this.work = work;
    }

    /** What is known already. */
    static <T> Lazy<T> of(T known) {
        Lazy<T> lazy = new Lazy<>(() -> known);
        lazy.get();
        return lazy;
    }

    synchronized T get() {
        if (value == null) {
            value = work.get();
        }
        return value;
    }
}
