package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What was recognised in a rating file.
 *
 * @param name for people, such as "MovieLens 1M (ratings.dat)"
 * @param header whether the first line names the columns
 * @param knownScale where the layout fixes it; otherwise it is learned from the ratings
 */
public record Layout(
        String name,
        Dialect dialect,
        boolean header,
        Columns columns,
        Charset charset,
        Optional<RatingScale> knownScale) {

    Layout withCharset(Charset other) {
        return new Layout(name, dialect, header, columns, other, knownScale);
    }
}
