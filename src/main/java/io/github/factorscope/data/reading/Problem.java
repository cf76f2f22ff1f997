package io.github.factorscope.data.reading;

/**
 * A line that could not be read.
 *
 * @param line counted from 1
 * @param text as in the file, at most {@value #LONGEST_TEXT} characters
 */
public record Problem(long line, String text, Reason why) {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_IN_SENTENCE = 80;

    public Problem {
        text = shortened(text);
    }

    /** Why it could not be read, for people. */
    public String reason() {
        return why.words();
    }

    /** Shortened, and without characters that a terminal would obey. */
    static String printable(String text) {
        String shown = shortened(text);
        StringBuilder printable = new StringBuilder(shown.length());
        shown.codePoints().forEach(c -> printable.appendCodePoint(c == '\t' ? ' ' : isPrintable(c) ? c : '·'));
        return printable.toString();
    }

    /** Short enough to be a part of a sentence. */
    static String brief(String text) {
        String printable = printable(text);
        return printable.codePointCount(0, printable.length()) <= LONGEST_IN_SENTENCE
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_IN_SENTENCE)) + "…";
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
