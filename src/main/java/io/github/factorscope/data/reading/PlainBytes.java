package io.github.factorscope.data.reading;

import java.util.Arrays;

/** What a byte means in a line of text whose usual characters are ASCII. */
final class PlainBytes {
    static final byte USUAL = 0;
    static final byte DELIMITER = 1; // or the first of two that are one
    static final byte LINE_END = 2;
    static final byte QUOTE = 3;
    static final byte ODD = 4; // to be looked at as text

    private final byte[] kinds = new byte[256];
    private final byte delimiter;
    private final int delimiterLength;
    private final int comment; // the first byte of what begins a comment; −1 where there are none

    PlainBytes(Dialect dialect) {
        delimiter = (byte) dialect.delimiter().charAt(0);
        delimiterLength = dialect.delimiter().length();
        comment = dialect.comment().isEmpty() ? -1 : dialect.comment().charAt(0);
        Arrays.fill(kinds, ODD);
        Arrays.fill(kinds, ' ', 127, USUAL);
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        if (dialect.quoting()) {
            kinds['"'] = QUOTE;
            kinds['\\'] = ODD; // may stand before a quote
        }
        kinds[delimiter] = DELIMITER;
    }

    /** Whether lines can be cut so: one ASCII character between fields, or two that are the same. */
    static boolean fits(Dialect dialect) {
        String delimiter = dialect.delimiter();
        char first = delimiter.charAt(0);
        boolean length = delimiter.length() == 1 || (delimiter.length() == 2 && delimiter.charAt(1) == first);
        return length
                && first < 127
                && first != '\n'
                && first != '\r'
                && first != '\\'
                && first != '"'
                && !dialect.isBlanks()
                && !dialect.decimalComma();
    }

    byte of(byte b) {
        return kinds[b & 0xff];
    }

    /** Whether a line that begins so may be a comment, or be blank. */
    boolean beginsOddly(byte b) {
        return (b >= 0 && b <= ' ') || b == comment;
    }

    int delimiterLength() {
        return delimiterLength;
    }

    /** Whether the delimiter stands here, all of it. */
    boolean isDelimiter(byte[] bytes, int at, int to) {
        return bytes[at] == delimiter && (delimiterLength == 1 || (at + 1 < to && bytes[at + 1] == delimiter));
    }

    /** Where the second of two quotes stands, between which nothing is special and behind which the field ends; or −1. */
    int endOfQuoted(byte[] bytes, int quote, int to) {
        int k = quote + 1;
        while (k < to && kinds[bytes[k] & 0xff] <= DELIMITER) {
            k++;
        }
        if (k == to || bytes[k] != '"') {
            return -1;
        }
        int behind = k + 1;
        boolean ends = behind == to || kinds[bytes[behind] & 0xff] == LINE_END || isDelimiter(bytes, behind, to);
        return ends ? k : -1;
    }
}
