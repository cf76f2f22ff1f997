package io.github.factorscope.download;

import java.net.URI;

/**
 * A data set of MovieLens that can be fetched.
 *
 * @param name of the data set, and of its folder
 * @param content in a few words
 * @param bytes of the packed file, about
 * @param terms under which it may be used, in a sentence; the full text is in the file at {@link #readme}
 */
public record MovieLensSet(String name, String content, long bytes, String terms, String readmeFile) {
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

    /** Such as "4.9 MB". */
    public String size() {
        return ByteText.of(bytes);
    }
}
