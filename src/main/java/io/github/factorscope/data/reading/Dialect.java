package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.util.List;

/**
 * How a line is cut into fields.
 *
 * @param delimiter between fields, one or more characters; a space stands for any run of blanks and tabs
 * @param quoting whether a field may stand in double quotes
 * @param decimalComma whether "4,5" is four and a half
 * @param comment what a line begins with that says nothing; empty where there is no such thing
 */
public record Dialect(String delimiter, boolean quoting, boolean decimalComma, String comment) {
    private static final Texts TEXTS = Texts.of(Dialect.class);

    /** Those that files use. */
    public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", "::", " ");

    /** What comments begin with in files that have them. */
    public static final List<String> COMMENTS = List.of("#", "%", "//");

    public Dialect {
        if (delimiter.isEmpty() || delimiter.indexOf('"') >= 0 || delimiter.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "a delimiter is neither empty nor a quote nor a line end, was \"" + delimiter + "\"");
        }
    }

    /** Without comments and decimal commas. */
    public Dialect(String delimiter, boolean quoting) {
        this(delimiter, quoting, false, "");
    }

    public Dialect withDelimiter(String other) {
        return new Dialect(other, quoting, decimalComma, comment);
    }

    public Dialect withQuoting(boolean other) {
        return new Dialect(delimiter, other, decimalComma, comment);
    }

    public Dialect withDecimalComma(boolean other) {
        return new Dialect(delimiter, quoting, other, comment);
    }

    public Dialect withComment(String other) {
        return new Dialect(delimiter, quoting, decimalComma, other);
    }

    /** Whether any run of blanks parts two fields. */
    public boolean isBlanks() {
        return delimiter.equals(" ");
    }

    /** The delimiter in a word that is the same in every language, as in files. */
    public String delimiterName() {
        return switch (delimiter) {
            case "\t" -> "tab";
            case "," -> "comma";
            case ";" -> "semicolon";
            case "|" -> "bar";
            case "::" -> "double colon";
            case " " -> "space";
            default -> delimiter;
        };
    }

    /** The delimiter in words for people. */
    public String delimiterWords() {
        return switch (delimiter) {
            case "\t" -> TEXTS.get("tab");
            case "," -> TEXTS.get("comma");
            case ";" -> TEXTS.get("semicolon");
            case "|" -> TEXTS.get("bar");
            case "::" -> TEXTS.get("double-colon");
            case " " -> TEXTS.get("space");
            default -> delimiter;
        };
    }
}
