package io.github.factorscope.download;

import io.github.factorscope.download.PartFile.Origin;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers of an answer say (RFC 9110). */
final class Answers {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern LENGTH = Pattern.compile("\\d+");
    private static final int SAFE_DIGITS = 18; // of a long

    private Answers() {}

    /** The version of the file that an answer begins. */
    static Origin version(URI address, Http.Answer answer) {
        return new Origin(
                address.toString(),
                strong(answer.header("ETag")),
                answer.header("Last-Modified"),
                length(answer.header("Content-Length")));
    }

    private static long length(String text) {
        if (!LENGTH.matcher(text).matches()) {
            return -1;
        }
        return text.length() > SAFE_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    }

    /** Tags that are weak do not say that every byte is the same. */
    private static String strong(String entityTag) {
        return entityTag.startsWith("\"") ? entityTag : "";
    }

    /** Whether an answer goes on with the same version, where the part ends. */
    static boolean continues(Http.Answer answer, Origin origin, long from) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range"));
        if (!range.matches() || Long.parseLong(range.group(1)) != from) {
            return false;
        }
        String tag = strong(answer.header("ETag"));
        boolean sameTag = tag.isEmpty() || origin.entityTag().isEmpty() || tag.equals(origin.entityTag());
        boolean sameLength =
                origin.total() < 0 || range.group(3).equals("*") || Long.parseLong(range.group(3)) == origin.total();
        return sameTag && sameLength;
    }
}
