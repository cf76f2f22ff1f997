package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Writes and reads a layout. */
final class CachedLayout {
    private CachedLayout() {}

    static void write(Layout layout, CacheOutput out) throws IOException {
        Dialect dialect = layout.dialect();
        Columns columns = layout.columns();
        out.putText(layout.name());
        out.putText(layout.arrangement().name());
        out.putText(dialect.delimiter());
        out.putByte(dialect.quoting() ? 1 : 0);
        out.putByte(dialect.decimalComma() ? 1 : 0);
        out.putText(dialect.comment());
        out.putByte(layout.header() ? 1 : 0);
        out.putInt(columns.user());
        out.putInt(columns.item());
        out.putInt(columns.rating());
        out.putInt(columns.time());
        out.putInt(columns.count());
        out.putText(layout.timeFormat().name());
        out.putText(layout.charset().name());
        out.putByte(layout.knownScale().isPresent() ? 1 : 0);
        if (layout.knownScale().isPresent()) {
            RatingScale scale = layout.knownScale().get();
            out.putFloat(scale.min());
            out.putFloat(scale.max());
            out.putFloat(scale.step());
        }
        out.putByte(layout.noRating().isPresent() ? 1 : 0);
        if (layout.noRating().isPresent()) {
            out.putFloat(layout.noRating().get());
        }
    }

    /** @throws IllegalArgumentException where it is none */
    static Layout read(CacheInput in) throws IOException {
        return new Layout(
                in.getText(),
                Arrangement.valueOf(in.getText()),
                new Dialect(in.getText(), in.getByte() == 1, in.getByte() == 1, in.getText()),
                in.getByte() == 1,
                new Columns(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()),
                TimeFormat.valueOf(in.getText()),
                Charset.forName(in.getText()),
                in.getByte() == 1
                        ? Optional.of(new RatingScale(in.getFloat(), in.getFloat(), in.getFloat()))
                        : Optional.empty(),
                in.getByte() == 1 ? Optional.of(in.getFloat()) : Optional.empty());
    }
}
