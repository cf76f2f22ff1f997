package io.github.factorscope.data.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts text into records: mostly lines, more where a quoted field holds line breaks. Comments and blank lines are left out. */
final class RecordReader {
    private static final int BATCH = 4096;

    private final FieldCutter cutter;
    private final String comment;
    private final int expected;

    /** @param expected fields in a record, or 0 where the number is not known */
    RecordReader(Dialect dialect, int expected) {
        this.cutter = new FieldCutter(dialect);
        this.comment = dialect.comment();
        this.expected = expected;
    }

    RecordReader(Dialect dialect) {
        this(dialect, 0);
    }

    /** Takes the records in their order. */
    interface Handler {
        /** @param line at which the record begins, counted from 1 */
        void onRecord(long line, String text, List<String> fields);

        void onMalformed(long line, String text, Reason reason);

        /** Every few thousand lines, and at the end; returns whether to go on. */
        default boolean onProgress(long lines) {
            return true;
        }
    }

    /** Reads to the end, or until the handler wants no more. */
    void read(Reader reader, Handler handler) throws IOException {
        read(new LineReader(reader)::readLine, handler);
    }

    /** The same for lines in memory. */
    void read(List<String> lines, Handler handler) {
        Iterator<String> next = lines.iterator();
        try {
            read(() -> next.hasNext() ? next.next() : null, handler);
        } catch (IOException e) {
            throw new IllegalStateException("lines in memory can be read", e);
        }
    }

    private void read(Lines lines, Handler handler) throws IOException {
        Window window = new Window(lines);
        long reported = 0;
        for (String line = window.take(); line != null; line = window.take()) {
            int consumed = readOne(line, window.taken, window::peek, handler);
            window.drop(consumed - 1);
            if (window.taken - reported >= BATCH) {
                reported = window.taken;
                if (!handler.onProgress(reported)) {
                    return;
                }
            }
        }
        if (window.taken > reported || reported == 0) {
            handler.onProgress(window.taken);
        }
    }

    /**
     * Reads one record.
     *
     * @param line in which it begins
     * @param number of this line
     * @return how many lines it took
     */
    int readOne(String line, long number, FieldCutter.Following following, Handler handler) throws IOException {
        if (LineReader.isTooLong(line)) {
            handler.onMalformed(number, line, Reason.of("too-long", LineReader.LONGEST));
        } else if (line.isBlank() || isComment(line)) {
            return 1;
        } else if (!cutter.mayBeQuoted(line)) {
            handler.onRecord(number, line, cutter.cutPlain(line));
        } else {
            FieldCutter.Cut cut = cutter.cutQuoted(line, following, expected);
            if (cut.isMalformed()) {
                handler.onMalformed(number, line, Reason.of("quotes"));
            } else {
                handler.onRecord(number, cut.text(), cut.fields());
                return cut.lines();
            }
        }
        return 1;
    }

    private boolean isComment(String line) {
        return !comment.isEmpty() && line.stripLeading().startsWith(comment);
    }

    /** @param malformed lines that could not be cut */
    record Sample(List<List<String>> records, int malformed) {}

    /** The records of lines in memory. */
    List<List<String>> records(List<String> lines) {
        return sample(lines).records();
    }

    /** The same, with the number of lines that could not be cut. */
    Sample sample(List<String> lines) {
        List<List<String>> records = new ArrayList<>();
        int[] malformed = new int[1];
        read(lines, new Handler() {
            @Override
            public void onRecord(long line, String text, List<String> fields) {
                records.add(fields);
            }

            @Override
            public void onMalformed(long line, String text, Reason reason) {
                malformed[0]++;
            }
        });
        return new Sample(records, malformed[0]);
    }

    private interface Lines {
        /** Null where there are no more. */
        String next() throws IOException;
    }

    /** The lines from the one that was taken last. */
    private static final class Window {
        private final Lines lines;
        private final List<String> ahead = new ArrayList<>();
        private long taken;

        Window(Lines lines) {
            this.lines = lines;
        }

        String take() throws IOException {
            String line = ahead.isEmpty() ? lines.next() : ahead.remove(0);
            taken += line == null ? 0 : 1;
            return line;
        }

        String peek(int distance) throws IOException {
            while (ahead.size() < distance) {
                String line = lines.next();
                if (line == null) {
                    return null;
                }
                ahead.add(line);
            }
            return ahead.get(distance - 1);
        }

        void drop(int count) throws IOException {
            for (int k = 0; k < count; k++) {
                take();
            }
        }
    }
}
