package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.text.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How ratings are written in a file: everything that is needed to read it. Immutable; each part can be corrected.
 *
 * @param name for people, such as "MovieLens 1M"
 * @param header whether the first line names the columns
 * @param timeFormat means nothing where no column is the time
 * @param knownScale where the layout fixes it; otherwise it is learned from the ratings
 * @param noRating the number that stands for "not rated", such as 0 in Book-Crossing
 */
public record Layout(
        String name,
        Arrangement arrangement,
        Dialect dialect,
        boolean header,
        Columns columns,
        TimeFormat timeFormat,
        Charset charset,
        Optional<RatingScale> knownScale,
        Optional<Float> noRating) {
    private static final Texts TEXTS = Texts.of(Layout.class);

    private static final String UNKNOWN = "Text, ";
    static final String WITHOUT_TIMES = " without times";

    /** One rating a line in UTF-8, times in seconds, the scale learned from the ratings. */
    public static Layout of(Dialect dialect, boolean header, Columns columns) {
        return new Layout(
                nameOf(dialect),
                Arrangement.LINES,
                dialect,
                header,
                columns,
                TimeFormat.SECONDS,
                StandardCharsets.UTF_8,
                Optional.empty(),
                Optional.empty());
    }

    /** As files call the layout of no data set that is known; the same in every language. */
    static String nameOf(Dialect dialect) {
        return UNKNOWN + dialect.delimiterName() + " between columns";
    }

    /** Whether it is that of a data set that is known, after which it is called then. */
    public boolean isOfKnownData() {
        return !name.startsWith(UNKNOWN);
    }

    /** The name for people. */
    public String title() {
        if (!isOfKnownData()) {
            return TEXTS.get("text-with", dialect.delimiterWords());
        }
        return name.endsWith(WITHOUT_TIMES)
                ? TEXTS.get("without-times", name.substring(0, name.length() - WITHOUT_TIMES.length()))
                : name;
    }

    /** What is missing before this layout can be read, as a sentence for the user; nothing where it is complete. */
    public Optional<String> complaint() {
        if (arrangement == Arrangement.MATRIX) {
            return Optional.empty();
        }
        if (columns.rating() < 0) {
            return Optional.of(TEXTS.get("no-rating-column"));
        }
        if (columns.user() < 0) {
            return Optional.of(TEXTS.get("no-user-column"));
        }
        return arrangement == Arrangement.LINES && columns.item() < 0
                ? Optional.of(TEXTS.get("no-item-column"))
                : Optional.empty();
    }

    public Layout withName(String other) {
        return new Layout(other, arrangement, dialect, header, columns, timeFormat, charset, knownScale, noRating);
    }

    public Layout withArrangement(Arrangement other) {
        return new Layout(name, other, dialect, header, columns, timeFormat, charset, knownScale, noRating);
    }

    public Layout withDialect(Dialect other) {
        return new Layout(name, arrangement, other, header, columns, timeFormat, charset, knownScale, noRating);
    }

    public Layout withHeader(boolean other) {
        return new Layout(name, arrangement, dialect, other, columns, timeFormat, charset, knownScale, noRating);
    }

    public Layout withColumns(Columns other) {
        return new Layout(name, arrangement, dialect, header, other, timeFormat, charset, knownScale, noRating);
    }

    public Layout withTimeFormat(TimeFormat other) {
        return new Layout(name, arrangement, dialect, header, columns, other, charset, knownScale, noRating);
    }

    public Layout withCharset(Charset other) {
        return new Layout(name, arrangement, dialect, header, columns, timeFormat, other, knownScale, noRating);
    }

    public Layout withScale(Optional<RatingScale> other) {
        return new Layout(name, arrangement, dialect, header, columns, timeFormat, charset, other, noRating);
    }

    public Layout withNoRating(Optional<Float> other) {
        return new Layout(name, arrangement, dialect, header, columns, timeFormat, charset, knownScale, other);
    }
}
