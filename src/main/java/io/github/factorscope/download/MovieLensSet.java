package io.github.factorscope.download;

import io.github.factorscope.text.Texts;
import java.net.URI;

/**
 * A data set of MovieLens that can be fetched.
 *
 * @param name of the data set, and of its folder
 * @param bytes of the packed file, about
 * @param termsKey of the terms under which it may be used, in a sentence; the full text is in the file at {@link #readme}
 * @param readmeFile beside it
 */
public record MovieLensSet(String name, long bytes, String termsKey, String readmeFile) {
    private static final Texts TEXTS = Texts.of(MovieLensSet.class);
    private static final long LEAST_ROOM = 16L << 20;

    public MovieLensSet {
        if (!name.matches("ml-[a-z0-9-]+")) {
            throw new IllegalArgumentException("name must be such as ml-1m, was \"" + name + "\"");
        }
        if (bytes <= 0) {
            throw new IllegalArgumentException("bytes must be positive, was " + bytes);
        }
    }

    /** The packed file. */
    public String file() {
        return name + ".zip";
    }

    /** Where the packed file is. */
    public URI address(URI base) {
        return base.resolve(file());
    }

    /** Where the checksum of the packed file is. */
    public URI checksum(URI base) {
        return base.resolve(file() + ".md5");
    }

    /** Where the terms can be read in full. */
    public URI readme(URI base) {
        return base.resolve(readmeFile);
    }

    /** Bytes that the packed file has at most: sets grow, but what is many times as large is something else. */
    long mostBytes() {
        return LEAST_ROOM + 4 * bytes;
    }

    /** Such as "100,000 ratings, 943 users, 1,682 films, 1998". */
    public String content() {
        return TEXTS.get("content-" + name);
    }

    /** What whoever uses it agrees to, in short. */
    public String terms() {
        return TEXTS.get(termsKey);
    }

    /** Such as "4.9 MB". */
    public String size() {
        return ByteText.of(bytes);
    }
}
