package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.apache.commons.csv.CSVRecord;

/** Reads one rating file; ids get indices in the order in which they occur. */
final class RatingFileReader implements RecordReader.Handler {
    private final Layout layout;
    private final IdIndex.Builder users;
    private final IdIndex.Builder items;
    private final Problems problems;
    private final LoadMonitor monitor;
    private final Ratings.Builder ratings;
    private CountingStream bytes;
    private long totalBytes;
    private boolean headerAhead;

    RatingFileReader(
            Layout layout, IdIndex.Builder users, IdIndex.Builder items, Problems problems, LoadMonitor monitor) {
        this.layout = layout;
        this.users = users;
        this.items = items;
        this.problems = problems;
        this.monitor = monitor;
        this.headerAhead = layout.header();
        this.ratings = new Ratings.Builder(layout.columns().hasTime());
    }

    /** @throws java.nio.charset.CharacterCodingException where the layout's encoding does not fit the whole file */
    Ratings read(Path file) throws IOException {
        totalBytes = Math.max(1, Files.size(file));
        try (CountingStream in = new CountingStream(Files.newInputStream(file));
                BufferedReader reader = TextFile.reader(in, layout.charset())) {
            bytes = in;
            new RecordReader(layout.dialect()).read(reader, this);
        }
        return ratings.build();
    }

    @Override
    public void onRecord(long line, String text, CSVRecord record) {
        if (headerAhead) {
            headerAhead = false;
            return;
        }
        Columns columns = layout.columns();
        if (record.size() != columns.count()) {
            problems.add(line, text, "expected " + columns.count() + " columns, found " + record.size());
            return;
        }
        String user = record.get(columns.user()).strip();
        String item = record.get(columns.item()).strip();
        String written = record.get(columns.rating()).strip();
        float value = Decimals.parse(written);
        OptionalLong time = columns.hasTime()
                ? Decimals.parseWhole(record.get(columns.time()).strip())
                : OptionalLong.of(0);
        if (user.isEmpty() || item.isEmpty()) {
            problems.add(line, text, user.isEmpty() ? "the user is missing" : "the item is missing");
        } else if (Float.isNaN(value)) {
            problems.add(line, text, "the rating \"" + Problem.printable(written) + "\" is not a number");
        } else if (layout.knownScale().filter(scale -> !scale.contains(value)).isPresent()) {
            problems.add(line, text, "the rating " + written + " is outside the scale " + range(layout));
        } else if (time.isEmpty()) {
            problems.add(line, text, "the time is not a whole number of seconds");
        } else {
            ratings.add(users.indexOf(user), items.indexOf(item), value, time.getAsLong());
        }
    }

    private static String range(Layout layout) {
        return layout.knownScale()
                .map(scale -> scale.min() + " to " + scale.max())
                .orElse("");
    }

    @Override
    public void onMalformed(long line, String text, String reason) {
        problems.add(line, text, reason);
    }

    @Override
    public boolean onProgress(long lines) {
        if (!monitor.progress(lines, Math.min(1, bytes.count / (double) totalBytes))) {
            throw new CancellationException("loading was cancelled");
        }
        return true;
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
