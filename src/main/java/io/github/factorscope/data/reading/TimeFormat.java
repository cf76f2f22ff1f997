package io.github.factorscope.data.reading;

/** How the times of a file are written. */
public enum TimeFormat {
    /** Whole seconds since 1970, UTC. */
    SECONDS,
    /** Whole milliseconds since 1970, UTC. */
    MILLISECONDS,
    /** A day, perhaps with a time of day and a zone, such as 2003-01-01 12:00:00 or 1.1.2003; UTC where no zone is given. */
    DATE
}
