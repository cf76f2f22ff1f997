package io.github.factorscope.download;

import io.github.factorscope.text.Texts;
import java.util.OptionalDouble;

/**
 * How far a download is.
 *
 * @param bytes that are here, or checked, or unpacked
 * @param total of them; −1 where nobody said
 * @param bytesPerSecond of late; 0 while unknown
 */
public record Progress(Phase phase, long bytes, long total, double bytesPerSecond) {
    private static final Texts TEXTS = Texts.of(Progress.class);

    /** What is being done. */
    public enum Phase {
        CONNECTING,
        DOWNLOADING,
        WAITING_TO_RETRY,
        CHECKING,
        UNPACKING
    }

    /** 0 to 1; −1 while unknown. */
    public double share() {
        return total > 0 && phase != Phase.CONNECTING ? Math.min(1, bytes / (double) total) : -1;
    }

    /** Seconds until all bytes are here, at the rate of late. */
    public OptionalDouble remainingSeconds() {
        return total >= bytes && bytesPerSecond > 0
                ? OptionalDouble.of((total - bytes) / bytesPerSecond)
                : OptionalDouble.empty();
    }

    /** Such as "2.0 of 5.9 MB · 1.3 MB/s · 3 s left". */
    public String words() {
        return switch (phase) {
            case CONNECTING -> TEXTS.get("connecting");
            case WAITING_TO_RETRY -> TEXTS.get("trying-again") + " · " + amount();
            case CHECKING -> TEXTS.get("checking") + " · " + amount();
            case UNPACKING -> TEXTS.get("unpacking") + " · " + amount();
            case DOWNLOADING -> amount() + rate();
        };
    }

    private String amount() {
        return total < 0 ? ByteText.of(bytes) : ByteText.of(bytes, total);
    }

    private String rate() {
        if (bytesPerSecond <= 0) {
            return "";
        }
        String left = remainingSeconds().stream()
                .mapToObj(seconds -> " · " + TEXTS.get("left", ByteText.seconds(seconds)))
                .findFirst()
                .orElse("");
        return " · " + TEXTS.get("a-second", ByteText.of(Math.round(bytesPerSecond))) + left;
    }
}
