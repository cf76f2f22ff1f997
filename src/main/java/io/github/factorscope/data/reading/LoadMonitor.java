package io.github.factorscope.data.reading;

import java.util.function.Predicate;

/** Hears how far loading has come, and can end it. */
public interface LoadMonitor {
    /** Hears nothing, never ends anything. */
    LoadMonitor NONE = (rows, share) -> true;

    /**
     * Called every few thousand lines on the thread that loads.
     *
     * @param lines read so far
     * @param share of the file's bytes read so far, 0 to 1
     * @return whether to go on; otherwise loading ends with a {@link java.util.concurrent.CancellationException}
     */
    boolean progress(long lines, double share);

    /** One that wants all that is known. */
    static LoadMonitor of(Predicate<LoadProgress> whole) {
        return new LoadMonitor() {
            @Override
            public boolean progress(long lines, double share) {
                return progress(new LoadProgress(lines, 0, 0, 0));
            }

            @Override
            public boolean progress(LoadProgress reached) {
                return whole.test(reached);
            }
        };
    }

    /** The same with all that is known; whoever wants no more than lines and share leaves it as it is. */
    default boolean progress(LoadProgress reached) {
        return progress(reached.lines(), reached.share());
    }
}
