package io.github.factorscope.data.reading;

import org.apache.commons.csv.CSVFormat;

/**
 * How a line is cut into fields.
 *
 * @param delimiter between fields, one or more characters
 * @param quoting whether a field may stand in double quotes
 */
public record Dialect(String delimiter, boolean quoting) {

    /** The format for lines in which no quote occurs, or in which quotes mean nothing. */
    CSVFormat unquoted() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(null)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The format for a line in which a quote occurs; a doubled quote stands for itself. */
    CSVFormat quoted() {
        return unquoted().builder().setQuote('"').get();
    }

    /** The delimiter in words. */
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
}
