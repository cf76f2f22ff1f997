package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.List;

/**
 * Reads whole lines from bytes. What is usual, one short line of ASCII with a rating, is read without making texts of it;
 * every other line goes the way that all lines of other files go.
 */
final class PlainBlock implements RecordReader.Handler {
    /** Bytes; a block with a longer line is not plain. */
    static final int LONGEST_LINE = 1 << 16;

    private static final int USUAL_LINE = 24;

    private final Columns columns;
    private final PlainBytes kinds;
    private final RatingScale scale; // null where it is learned from the ratings
    private final float noRating; // NaN where there is none
    private final boolean millis;
    private final RecordReader records;
    private final RatingParser parser;
    private final CharsetDecoder decoder;
    private final int[] starts; // of the fields of the line
    private final int[] ends;

    private final ByteIds users = new ByteIds();
    private final ByteIds items = new ByteIds();
    private final Problems problems = new Problems();
    private Ratings.Builder ratings;
    private boolean headerAhead;
    private boolean last;
    private byte[] bytes = new byte[0];
    private int to;
    private long lines;
    private long outside;
    private long unrated;

    /** @param first whether the block is the beginning of the file, with the header where there is one */
    PlainBlock(Layout layout, ReadingPolicy policy, boolean first) {
        this.columns = layout.columns();
        this.kinds = new PlainBytes(layout.dialect());
        this.scale = layout.knownScale().orElse(null);
        this.noRating = layout.noRating().orElse(Float.NaN);
        this.millis = layout.timeFormat() == TimeFormat.MILLISECONDS;
        this.records = new RecordReader(layout.dialect(), columns.count());
        this.parser = new RatingParser(layout, policy);
        this.decoder = TextFile.decoder(layout.charset());
        this.starts = new int[columns.count()];
        this.ends = new int[columns.count()];
        this.headerAhead = first && layout.header();
    }

    /**
     * Reads all lines.
     *
     * @param from after the mark that may begin a file
     * @param to behind a line end, or the end of the file
     * @param last whether it is the end of the file
     * @throws CharacterCodingException where the layout's encoding does not fit
     * @throws NotPlainException where these lines cannot be read for themselves
     */
    void read(byte[] source, int from, int to, boolean last) throws IOException {
        this.bytes = source;
        this.to = to;
        this.last = last;
        ratings = new Ratings.Builder(columns.hasTime(), (to - from) / USUAL_LINE + 16);
        int at = from;
        while (at < to) {
            at = readLine(at);
        }
        if (headerAhead && !last) {
            throw new NotPlainException();
        }
        bytes = new byte[0];
    }

    /** Returns where the next line begins. */
    private int readLine(int line) throws IOException {
        boolean odd = headerAhead || kinds.beginsOddly(bytes[line]);
        int column = 0;
        int start = line;
        int quotedEnd = -1; // of the field that begins at start, where it stands in quotes
        int k = line;
        while (k < to) {
            byte kind = kinds.of(bytes[k]);
            if (kind == PlainBytes.USUAL) {
                k++;
            } else if (kind == PlainBytes.DELIMITER) {
                if (!kinds.isDelimiter(bytes, k, to)) {
                    k++;
                    continue;
                }
                if (column < starts.length) {
                    starts[column] = start;
                    ends[column] = quotedEnd < 0 ? k : quotedEnd;
                }
                column++;
                k += kinds.delimiterLength();
                start = k;
                quotedEnd = -1;
            } else if (kind == PlainBytes.LINE_END) {
                break;
            } else if (kind == PlainBytes.QUOTE && k == start && kinds.endOfQuoted(bytes, k, to) > 0) {
                quotedEnd = kinds.endOfQuoted(bytes, k, to);
                start = k + 1;
                k = quotedEnd + 1;
            } else {
                odd = true;
                k++;
            }
        }
        if (k - line > LONGEST_LINE) {
            throw new NotPlainException();
        }
        int next = behindLineEnd(k);
        lines++;
        if (column < starts.length) {
            starts[column] = start;
            ends[column] = quotedEnd < 0 ? k : quotedEnd;
        }
        if (k == line) {
            return next;
        }
        return !odd && column + 1 == starts.length && take() ? next : readOddly(line, k, next);
    }

    private int behindLineEnd(int k) {
        if (k == to) {
            return k;
        }
        return bytes[k] == '\r' && k + 1 < to && bytes[k + 1] == '\n' ? k + 2 : k + 1;
    }

    /** Whether the line, whose fields are known, could be taken. */
    private boolean take() {
        int user = columns.user();
        int item = columns.item();
        if (!isId(user) || !isId(item)) {
            return false;
        }
        float value = PlainNumbers.decimal(bytes, starts[columns.rating()], ends[columns.rating()]);
        if (Float.isNaN(value) || value == noRating || (scale != null && !scale.contains(value))) {
            return false;
        }
        long time = 0;
        if (columns.hasTime()) {
            time = PlainNumbers.whole(bytes, starts[columns.time()], ends[columns.time()]);
            if (time == PlainNumbers.NONE) {
                return false;
            }
            time = millis ? Math.floorDiv(time, 1000L) : time;
        }
        ratings.add(
                users.indexOf(bytes, starts[user], ends[user]),
                items.indexOf(bytes, starts[item], ends[item]),
                value,
                time);
        return true;
    }

    private boolean isId(int column) {
        return starts[column] < ends[column] && bytes[starts[column]] > ' ' && bytes[ends[column] - 1] > ' ';
    }

    /** Reads a line, and those into which a quoted field runs on, as text; returns where the next one begins. */
    private int readOddly(int line, int end, int next) throws IOException {
        int consumed = records.readOne(text(line, end), lines, ahead -> following(next, ahead), this);
        lines += consumed - 1;
        return behindLines(next, consumed - 1);
    }

    private String following(int next, int ahead) throws IOException {
        int at = behindLines(next, ahead - 1);
        if (at < to) {
            return text(at, lineEnd(at));
        }
        if (!last) {
            throw new NotPlainException(); // it goes on in the next block
        }
        return null;
    }

    private int behindLines(int from, int count) {
        int at = from;
        for (int k = 0; k < count && at < to; k++) {
            at = behindLineEnd(lineEnd(at));
        }
        return at;
    }

    private int lineEnd(int from) {
        int k = from;
        while (k < to && bytes[k] != '\n' && bytes[k] != '\r') {
            k++;
        }
        return k;
    }

    private String text(int from, int end) throws CharacterCodingException {
        return decoder.decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
    }

    @Override
    public void onRecord(long line, String text, List<String> fields) {
        if (headerAhead) {
            headerAhead = false;
            return;
        }
        RatingParser.Kind kind = parser.parse(fields);
        outside += parser.isOutside() ? 1 : 0;
        switch (kind) {
            case RATING ->
                ratings.add(users.indexOf(parser.user()), items.indexOf(parser.item()), parser.value(), parser.time());
            case NOT_RATED -> unrated++;
            case PROBLEM -> problems.add(line, text, parser.reason());
            case BLOCK -> throw new IllegalStateException("blocks are not plain");
        }
    }

    @Override
    public void onMalformed(long line, String text, Reason reason) {
        problems.add(line, text, reason);
    }

    /** Ratings with indices that hold for this block only, see {@link #users()} and {@link #items()}. */
    Ratings.Builder ratings() {
        return ratings;
    }

    ByteIds users() {
        return users;
    }

    ByteIds items() {
        return items;
    }

    /** With lines counted from the block's first. */
    Problems problems() {
        return problems;
    }

    long lines() {
        return lines;
    }

    /** Ratings that lay outside the known scale. */
    long outside() {
        return outside;
    }

    /** Lines that say "not rated". */
    long unrated() {
        return unrated;
    }
}
