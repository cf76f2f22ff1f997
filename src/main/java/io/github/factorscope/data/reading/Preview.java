package io.github.factorscope.data.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first lines of a rating file, and what a layout makes of them. Nothing is loaded. Immutable. */
public final class Preview {
    /** So many lines are shown. */
    public static final int LINES = 50;

    private final Path path;
    private final byte[] beginning;
    private final Layout layout;
    private final Optional<String> refusal;
    private final String shape;

    private Preview(Path path, byte[] beginning, LayoutRecogniser.Guess guess) {
        this.path = path;
        this.beginning = beginning;
        this.layout = guess.layout();
        this.refusal = guess.refusal();
        this.shape = shape(guess);
    }

    /** What one line is. */
    public enum Kind {
        HEADER,
        RATING,
        /** It says that there is no rating. */
        NOT_RATED,
        /** It names the item of the lines below. */
        BLOCK,
        COMMENT,
        BLANK,
        /** It would be left out. */
        PROBLEM
    }

    /**
     * One line, or several where a quoted field holds line breaks.
     *
     * @param line counted from 1
     * @param fields empty for comments, blank lines and lines that cannot be cut
     * @param reason why it is no rating; empty for other kinds than problems
     */
    public record Row(long line, String text, List<String> fields, Kind kind, String reason) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Looks at the beginning of what {@link DatasetReader} would read. A file of text whose layout is not recognised is shown
     * with the best guess.
     *
     * @throws UnreadableDataException where there is no text to show, with a sentence for the user
     */
    public static Preview open(Path path) throws IOException {
        try (DataLocation location = DataLocation.find(path)) {
            Path file = location.ratings().get(0);
            try {
                byte[] beginning = TextFile.beginning(file);
                return new Preview(path, beginning, LayoutRecogniser.guess(file, location.name()));
            } catch (IOException e) {
                throw DatasetReader.sentence(file, e);
            }
        }
    }

    public Path path() {
        return path;
    }

    /** The layout that was recognised, or the best guess. */
    public Layout layout() {
        return layout;
    }

    /** Why the file would not be loaded without a correction. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Delimiter, number of columns and their names: files of one shape are corrected alike. */
    public String shape() {
        return shape;
    }

    /** The first lines in an encoding. */
    public List<String> lines(Charset charset) {
        return TextFile.lines(beginning, charset, LINES);
    }

    /** What a layout makes of the first lines. */
    public List<Row> rows(Layout chosen, ReadingPolicy policy) {
        return rows(lines(chosen.charset()), chosen, policy);
    }

    /** How many columns most of the first lines have in a dialect. */
    public int columnCount(Layout chosen) {
        return LayoutRecogniser.usualFieldCount(new RecordReader(chosen.dialect()).records(lines(chosen.charset())));
    }

    /** What a layout makes of lines. Without a role that is needed, lines are only cut into fields. */
    public static List<Row> rows(List<String> lines, Layout layout, ReadingPolicy policy) {
        Rows rows = new Rows(lines, layout, policy);
        new RecordReader(layout.dialect(), layout.columns().count()).read(lines, rows);
        rows.skipTo(lines.size() + 1L);
        return List.copyOf(rows.rows);
    }

    private static String shape(LayoutRecogniser.Guess guess) {
        Layout layout = guess.layout();
        return layout.arrangement().name().toLowerCase(Locale.ROOT) + " "
                + layout.dialect().delimiterName() + " " + layout.columns().count() + " "
                + String.join(",", guess.names());
    }

    private static final class Rows implements RecordReader.Handler {
        private final List<String> lines;
        private final Layout layout;
        private final RatingParser parser;
        private final List<Row> rows = new ArrayList<>();
        private boolean headerAhead;
        private long next = 1; // the first line that is in no row

        Rows(List<String> lines, Layout layout, ReadingPolicy policy) {
            this.lines = lines;
            this.layout = layout;
            this.parser = new RatingParser(layout, policy);
            this.headerAhead = layout.header();
        }

        /** Comments and blank lines are not handed over. */
        void skipTo(long line) {
            for (; next < line; next++) {
                String text = lines.get((int) next - 1);
                rows.add(new Row(next, text, List.of(), text.isBlank() ? Kind.BLANK : Kind.COMMENT, ""));
            }
        }

        @Override
        public void onRecord(long line, String text, List<String> fields) {
            Kind kind = Kind.RATING;
            if (headerAhead) {
                headerAhead = false;
                kind = Kind.HEADER;
            } else if (layout.arrangement() == Arrangement.MATRIX) {
                kind = fields.size() == layout.columns().count() ? Kind.RATING : Kind.PROBLEM;
            } else if (layout.complaint().isEmpty()) {
                kind = kind(parser.parse(fields));
            }
            add(line, text, fields, kind, kind == Kind.PROBLEM ? reason(fields) : "");
        }

        private String reason(List<String> fields) {
            return layout.arrangement() == Arrangement.MATRIX
                    ? Reason.of("columns-expected", layout.columns().count(), fields.size())
                            .words()
                    : parser.reason().words();
        }

        private static Kind kind(RatingParser.Kind parsed) {
            return switch (parsed) {
                case RATING -> Kind.RATING;
                case NOT_RATED -> Kind.NOT_RATED;
                case BLOCK -> Kind.BLOCK;
                case PROBLEM -> Kind.PROBLEM;
            };
        }

        @Override
        public void onMalformed(long line, String text, Reason reason) {
            add(line, text, List.of(), Kind.PROBLEM, reason.words());
        }

        private void add(long line, String text, List<String> fields, Kind kind, String reason) {
            skipTo(line);
            rows.add(new Row(line, text, fields, kind, reason));
            next = line + 1 + text.chars().filter(c -> c == '\n').count();
        }
    }
}
