package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads one rating file, or several parts of one; ids get indices in the order in which they occur. */
final class RatingFileReader implements RecordReader.Handler {
    private final Layout layout;
    private final IdIndex.Builder users;
    private final IdIndex.Builder items;
    private final Problems problems;
    private final LoadMonitor monitor;
    private final Ratings.Builder ratings;
    private final RatingParser parser;
    private ReadingClock clock;
    private SourceStream bytes;
    private boolean headerAhead;
    private long rows;
    private long outside;
    private long unrated;
    private int parts = 1;
    private int partsDone;
    private long linesBefore;
    private long linesOfPart;

    RatingFileReader(
            Layout layout,
            ReadingPolicy policy,
            IdIndex.Builder users,
            IdIndex.Builder items,
            Problems problems,
            LoadMonitor monitor) {
        this.layout = layout;
        this.users = users;
        this.items = items;
        this.problems = problems;
        this.monitor = monitor;
        this.ratings = new Ratings.Builder(layout.columns().hasTime());
        this.parser = new RatingParser(layout, policy);
    }

    /** @throws java.nio.charset.CharacterCodingException where the layout's encoding does not fit all files */
    Ratings read(List<Path> files) throws IOException {
        parts = files.size();
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        clock = new ReadingClock(monitor, size);
        for (Path file : files) {
            read(file);
            partsDone++;
            linesBefore += linesOfPart;
        }
        return ratings.build();
    }

    private void read(Path file) throws IOException {
        headerAhead = layout.header();
        try (SourceStream in = SourceStream.open(file);
                Reader reader = TextFile.reader(in, layout.charset())) {
            bytes = in;
            int expected =
                    layout.arrangement() == Arrangement.LINES ? layout.columns().count() : 0;
            new RecordReader(layout.dialect(), expected).read(reader, this);
        }
    }

    /** Ratings that lay outside the known scale. */
    long outside() {
        return outside;
    }

    /** Lines, or places of a matrix, that say "not rated". */
    long unrated() {
        return unrated;
    }

    @Override
    public void onRecord(long line, String text, List<String> fields) {
        if (headerAhead) {
            headerAhead = false;
        } else if (layout.arrangement() == Arrangement.MATRIX) {
            onRow(line, text, fields);
        } else {
            take(parser.parse(fields), line, text);
        }
    }

    private void onRow(long line, String text, List<String> fields) {
        if (fields.size() != layout.columns().count()) {
            problems.add(
                    line, text, Reason.of("columns-expected", layout.columns().count(), fields.size()));
            return;
        }
        rows++;
        int first = layout.columns().rating();
        for (int column = first; column < fields.size(); column++) {
            take(parser.parseCell(rows, column - first + 1, fields.get(column)), line, text);
        }
    }

    private void take(RatingParser.Kind kind, long line, String text) {
        outside += parser.isOutside() ? 1 : 0;
        switch (kind) {
            case RATING ->
                ratings.add(users.indexOf(parser.user()), items.indexOf(parser.item()), parser.value(), parser.time());
            case NOT_RATED -> unrated++;
            case PROBLEM -> problems.add(line, text, parser.reason());
            case BLOCK -> {
                // the item of what follows
            }
        }
    }

    @Override
    public void onMalformed(long line, String text, Reason reason) {
        problems.add(line, text, reason);
    }

    @Override
    public boolean onProgress(long lines) {
        linesOfPart = lines;
        clock.reached(linesBefore + lines, (partsDone + bytes.share()) / parts);
        return true;
    }
}
