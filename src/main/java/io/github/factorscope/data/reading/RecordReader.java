package io.github.factorscope.data.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cuts lines into fields. A quote that is never closed spoils its own line only: lines with quotes are parsed one by
 * one, all others together.
 */
final class RecordReader {
    private static final int BATCH = 4096;

    private final Dialect dialect;
    private final CSVFormat unquoted;
    private final CSVFormat quoted;

    RecordReader(Dialect dialect) {
        this.dialect = dialect;
        this.unquoted = dialect.unquoted();
        this.quoted = dialect.quoted();
    }

    /** Takes the lines in their order. Blank lines are left out. */
    interface Handler {
        void onRecord(long line, String text, CSVRecord record);

        void onMalformed(long line, String text, String reason);

        /** After each batch; returns whether to go on. */
        boolean onProgress(long lines);
    }

    /** Reads to the end, or until the handler wants no more. */
    void read(BufferedReader reader, Handler handler) throws IOException {
        List<String> batch = new ArrayList<>(BATCH);
        long first = 1;
        String line = reader.readLine();
        while (line != null) {
            batch.add(line);
            line = reader.readLine();
            if (batch.size() == BATCH || line == null) {
                parse(batch, first, handler);
                first += batch.size();
                batch.clear();
                if (!handler.onProgress(first - 1)) {
                    return;
                }
            }
        }
    }

    /** The fields of these lines, for recognition; malformed and blank lines are left out. */
    List<CSVRecord> records(List<String> lines) throws IOException {
        List<CSVRecord> records = new ArrayList<>();
        parse(lines, 1, new Handler() {
            @Override
            public void onRecord(long line, String text, CSVRecord record) {
                records.add(record);
            }

            @Override
            public void onMalformed(long line, String text, String reason) {
                // recognition looks at whole lines only
            }

            @Override
            public boolean onProgress(long line) {
                return true;
            }
        });
        return records;
    }

    private void parse(List<String> lines, long firstLine, Handler handler) throws IOException {
        int from = 0;
        for (int k = 0; k < lines.size(); k++) {
            if (dialect.quoting() && lines.get(k).indexOf('"') >= 0) {
                parseTogether(lines.subList(from, k), firstLine + from, handler);
                parseAlone(lines.get(k), firstLine + k, handler);
                from = k + 1;
            }
        }
        parseTogether(lines.subList(from, lines.size()), firstLine + from, handler);
    }

    private void parseTogether(List<String> lines, long firstLine, Handler handler) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(String.join("\n", lines)), unquoted)) {
            int k = 0;
            for (CSVRecord record : parser) {
                String text = lines.get(k);
                if (!text.isBlank()) {
                    handler.onRecord(firstLine + k, text, record);
                }
                k++;
            }
        }
    }

    private void parseAlone(String text, long line, Handler handler) throws IOException {
        CSVRecord record;
        try (CSVParser parser = CSVParser.parse(text, quoted)) {
            Iterator<CSVRecord> records = parser.iterator();
            record = records.next();
        } catch (IOException | UncheckedIOException e) {
            handler.onMalformed(line, text, "a quote is opened but not closed, or closed within a field");
            return;
        }
        handler.onRecord(line, text, record);
    }
}
