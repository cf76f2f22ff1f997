package io.github.factorscope.plot;

/** Something that can be drawn at any size. Immutable. */
@FunctionalInterface
public interface Picture {
    void draw(Pen pen, double width, double height);

    /** The height below which its words would cover one another, in pixels. */
    default double leastHeight() {
        return 0;
    }
}
