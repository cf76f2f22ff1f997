package io.github.factorscope.data.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a line into its fields. A field in double quotes may hold delimiters, quotes that are doubled or stand behind a
 * backslash, and line breaks.
 */
final class FieldCutter {
    /** So far is the end of a quote looked for: one that is never closed must not swallow the file. */
    static final int MOST_LINES = 20;

    private static final int MOST_CHARACTERS = 1 << 16;

    private final Dialect dialect;
    private final String delimiter;

    FieldCutter(Dialect dialect) {
        this.dialect = dialect;
        this.delimiter = dialect.delimiter();
    }

    /** Lines behind the one that is cut. */
    interface Following {
        /** The line so many behind the one that is cut, from 1; null where there is none. */
        String line(int ahead) throws IOException;
    }

    /** @param fields empty where a quote is not closed */
    record Cut(List<String> fields, String text, int lines) {
        static Cut malformed(String text) {
            return new Cut(List.of(), text, 1);
        }

        boolean isMalformed() {
            return fields.isEmpty();
        }
    }

    boolean mayBeQuoted(String line) {
        return dialect.quoting() && line.indexOf('"') >= 0;
    }

    /** The fields of a line in which quotes mean nothing. */
    List<String> cutPlain(String line) {
        if (dialect.isBlanks()) {
            return cutAtBlanks(line);
        }
        int count = 1;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + delimiter.length())) {
            count++;
        }
        String[] fields = new String[count];
        int from = 0;
        for (int k = 0; k < count - 1; k++) {
            int at = line.indexOf(delimiter, from);
            fields[k] = line.substring(from, at);
            from = at + delimiter.length();
        }
        fields[count - 1] = line.substring(from);
        return Arrays.asList(fields);
    }

    private static List<String> cutAtBlanks(String line) {
        List<String> fields = new ArrayList<>(4);
        int k = afterBlanks(line, 0);
        while (k < line.length()) {
            int stop = k;
            while (stop < line.length() && !isBlank(line.charAt(stop))) {
                stop++;
            }
            fields.add(line.substring(k, stop));
            k = afterBlanks(line, stop);
        }
        return fields;
    }

    /**
     * The fields of a line that holds quotes, with the lines into which a quoted field runs on.
     *
     * @param expected fields; a quote that runs over several lines and leads to another number is taken as not closed. 0
     *     where the number is not known
     */
    Cut cutQuoted(String line, Following following, int expected) throws IOException {
        QuotedLine quoted = new QuotedLine(line, following);
        List<String> fields = quoted.cut();
        if (fields.isEmpty() || (quoted.lines > 1 && expected > 0 && fields.size() != expected)) {
            return Cut.malformed(line);
        }
        return new Cut(fields, quoted.text, quoted.lines);
    }

    private final class QuotedLine {
        private final Following following;
        private String text;
        private int lines = 1;
        private int at;

        QuotedLine(String text, Following following) {
            this.text = text;
            this.following = following;
        }

        /** Empty where a quote is not closed, or closed within a field. */
        List<String> cut() throws IOException {
            List<String> fields = new ArrayList<>();
            while (true) {
                int start = skipBlanks(at);
                if (dialect.isBlanks() && start == text.length()) {
                    return fields;
                }
                if (start < text.length() && text.charAt(start) == '"') {
                    String field = quotedField(start + 1);
                    if (field == null) {
                        return List.of();
                    }
                    fields.add(field);
                } else {
                    int stop = delimiterFrom(at);
                    fields.add(text.substring(dialect.isBlanks() ? start : at, stop));
                    at = stop;
                }
                if (at == text.length()) {
                    return fields;
                }
                at += delimiter.length();
            }
        }

        private String quotedField(int from) throws IOException {
            StringBuilder field = new StringBuilder();
            int k = from;
            while (true) {
                if (k == text.length()) {
                    if (!readOn()) {
                        return null;
                    }
                    continue;
                }
                char c = text.charAt(k);
                boolean quoteNext = k + 1 < text.length() && text.charAt(k + 1) == '"';
                if (c == '\\' && quoteNext && !endsField(k + 2)) {
                    field.append('"');
                    k += 2;
                } else if (c != '"') {
                    field.append(c);
                    k++;
                } else if (quoteNext) {
                    field.append('"');
                    k += 2;
                } else {
                    at = skipBlanks(k + 1);
                    if (dialect.isBlanks() && at > k + 1) {
                        at--; // the blank that ends the field
                    }
                    return endsField(at) ? field.toString() : null;
                }
            }
        }

        private boolean readOn() throws IOException {
            String more = lines < MOST_LINES ? following.line(lines) : null;
            if (more == null || text.length() + more.length() > MOST_CHARACTERS) {
                return false;
            }
            text = text + "\n" + more;
            lines++;
            return true;
        }

        private boolean endsField(int position) {
            return position == text.length()
                    || (dialect.isBlanks() ? isBlank(text.charAt(position)) : text.startsWith(delimiter, position));
        }

        private int delimiterFrom(int position) {
            if (!dialect.isBlanks()) {
                int found = text.indexOf(delimiter, position);
                return found < 0 ? text.length() : found;
            }
            int k = skipBlanks(position);
            while (k < text.length() && !isBlank(text.charAt(k))) {
                k++;
            }
            return k;
        }

        private int skipBlanks(int position) {
            int k = position;
            while (k < text.length()
                    && isBlank(text.charAt(k))
                    && (dialect.isBlanks() || !text.startsWith(delimiter, k))) {
                k++;
            }
            return k;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int afterBlanks(String line, int from) {
        int k = from;
        while (k < line.length() && isBlank(line.charAt(k))) {
            k++;
        }
        return k;
    }
}
