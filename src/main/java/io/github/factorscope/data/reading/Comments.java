package io.github.factorscope.data.reading;

import java.util.List;
import java.util.Optional;

/** Lines that are remarks: they begin with a sign, and behind it comes a word, a blank or a rule. */
final class Comments {
    private Comments() {}

    /** What comments begin with; empty where there are none. */
    static String prefix(List<String> lines) {
        for (String prefix : Dialect.COMMENTS) {
            List<String> marked = lines.stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(prefix))
                    .toList();
            long others = lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith(prefix))
                    .count();
            if (!marked.isEmpty()
                    && others > marked.size() / 2
                    && marked.stream().allMatch(line -> isRemark(line, prefix))) {
                return prefix;
            }
        }
        return "";
    }

    private static boolean isRemark(String line, String prefix) {
        if (line.length() == prefix.length()) {
            return true;
        }
        char behind = line.charAt(prefix.length());
        return Character.isLetter(behind)
                || Character.isWhitespace(behind)
                || behind == '"'
                || behind == '='
                || behind == '-'
                || behind == '*'
                || behind == prefix.charAt(0);
    }

    /** The last remark before the first line that is none, without its sign: it may name the columns. */
    static Optional<String> beforeData(List<String> lines, String prefix) {
        String last = null;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith(prefix)) {
                last = text.substring(prefix.length()).strip();
            } else if (!text.isEmpty()) {
                break;
            }
        }
        return Optional.ofNullable(last);
    }
}
