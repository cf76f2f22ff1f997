package io.github.factorscope.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connect until a connection stands
 * @param stall without a single byte
 * @param pause before the second try; doubled before each further one
 * @param tries for each file, the first one included
 */
public record DownloadOptions(Duration connect, Duration stall, Duration pause, int tries) {
    public static final DownloadOptions USUAL =
            new DownloadOptions(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(1), 4);

    public DownloadOptions {
        if (connect.isNegative() || connect.isZero() || stall.isNegative() || stall.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "connect and stall must be positive, was " + connect + ", " + stall + ", pause " + pause);
        }
        if (tries < 1 || tries > 10) {
            throw new IllegalArgumentException("tries must lie in 1..10, was " + tries);
        }
    }
}
