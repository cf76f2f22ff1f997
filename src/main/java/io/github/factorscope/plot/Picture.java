package io.github.factorscope.plot;

/** Something that can be drawn at any size. Immutable. */
@FunctionalInterface
public interface Picture {
    void draw(Pen pen, double width, double height);
}
