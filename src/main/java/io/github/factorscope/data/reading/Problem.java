package io.github.factorscope.data.reading;

/**
 * A line that could not be read.
 *
 * @param line counted from 1
 * @param text as in the file, at most {@value #LONGEST_TEXT} characters
 */
public record Problem(long line, String text, String reason) {
    private static final int LONGEST_TEXT = 200;

    public Problem {
        text = shortened(text);
    }

    /** Shortened, and without characters that cannot be shown. */
    static String printable(String text) {
        return shortened(text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "·"));
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
