package io.github.factorscope.data.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file as somebody may bring it, and what must come out of it.
 *
 * @param name tells what is odd about it
 * @param file what it is called on disk
 * @param ratings as {@link SampleFiles#ratings} shows them, in order
 */
record MessyFile(String name, String file, byte[] bytes, List<String> ratings) {

    /** One rating of the sample that all files hold. */
    record Given(String user, String item, double stars, long time) {}

    /** Sixty ratings in half stars of nine users and items whose ids are larger than ratings are. */
    static List<Given> sample() {
        List<Given> sample = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            sample.add(new Given(
                    String.valueOf(101 + k % 9),
                    String.valueOf(1000 + 37 * (k / 3 % 20) + k % 3),
                    0.5 + (k * 7 % 10) / 2.0,
                    1_100_000_000L + 86_400L * k));
        }
        return sample;
    }

    static MessyFile of(String name, String file, byte[] bytes, List<String> ratings) {
        return new MessyFile(name, file, bytes, ratings);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Writes the sample in one of many ways; starts as a plain CSV file with a header. */
    static final class Writer {
        private List<Given> given = sample();
        private String delimiter = ",";
        private List<String> header = List.of("userId", "movieId", "rating", "timestamp");
        private List<Role> order = List.of(Role.USER, Role.ITEM, Role.RATING, Role.TIME);
        private boolean quotes;
        private boolean decimalComma;
        private String lineEnd = "\n";
        private boolean lastEnd = true;
        private String comment = "";
        private boolean blankLines;
        private TimeWriter times = String::valueOf;
        private Charset charset = StandardCharsets.UTF_8;
        private String mark = "";

        interface TimeWriter {
            String write(long seconds);
        }

        Writer given(List<Given> other) {
            given = other;
            return this;
        }

        Writer delimiter(String other) {
            delimiter = other;
            return this;
        }

        /** Names with commas between, written with the delimiter; empty for none. */
        Writer header(String names) {
            header = names.isEmpty() ? List.of() : List.of(names.split(",", -1));
            return this;
        }

        Writer order(Role... columns) {
            order = List.of(columns);
            return this;
        }

        Writer quotes() {
            quotes = true;
            return this;
        }

        Writer decimalComma() {
            decimalComma = true;
            return this;
        }

        Writer lineEnd(String other) {
            lineEnd = other;
            return this;
        }

        Writer noLastEnd() {
            lastEnd = false;
            return this;
        }

        Writer comment(String prefix) {
            comment = prefix;
            return this;
        }

        Writer blankLines() {
            blankLines = true;
            return this;
        }

        Writer times(TimeWriter other) {
            times = other;
            return this;
        }

        Writer charset(Charset other, boolean withMark) {
            charset = other;
            mark = withMark ? "\uFEFF" : "";
            return this;
        }

        private String field(Given rating, Role role, int k) {
            String text =
                    switch (role) {
                        case USER -> rating.user();
                        case ITEM -> rating.item();
                        case RATING -> stars(rating.stars());
                        case TIME -> times.write(rating.time());
                        case IGNORED -> "note " + k % 4;
                    };
            return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        private String stars(double stars) {
            String text = stars == Math.rint(stars) ? String.valueOf((long) stars) : String.valueOf(stars);
            return decimalComma ? String.format(Locale.ROOT, "%.1f", stars).replace('.', ',') : text;
        }

        private String text() {
            List<String> lines = new ArrayList<>();
            if (!comment.isEmpty()) {
                lines.add(comment + " ratings of a small shop");
                lines.add(comment);
            }
            if (!header.isEmpty()) {
                lines.add(String.join(delimiter, header));
            }
            for (int k = 0; k < given.size(); k++) {
                Given rating = given.get(k);
                List<String> fields = new ArrayList<>();
                for (Role role : order) {
                    fields.add(field(rating, role, k));
                }
                lines.add(String.join(delimiter, fields));
                if (blankLines && k % 5 == 0) {
                    lines.add(k % 10 == 0 ? "" : "   ");
                }
                if (!comment.isEmpty() && k % 20 == 7) {
                    lines.add(comment + " another day");
                }
            }
            return mark + String.join(lineEnd, lines) + (lastEnd ? lineEnd : "");
        }

        byte[] bytes() {
            return text().getBytes(charset);
        }

        /** What must be read: with times where the file has them. */
        List<String> expected() {
            return given.stream()
                    .map(rating -> rating.user().strip() + " " + rating.item().strip() + " " + (float) rating.stars()
                            + (order.contains(Role.TIME) ? " " + rating.time() : ""))
                    .toList();
        }

        MessyFile as(String name) {
            return as(name, "some.txt");
        }

        MessyFile as(String name, String file) {
            return of(name, file, bytes(), expected());
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] zip(String entry, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(bytes);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
