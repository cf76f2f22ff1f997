package io.github.factorscope.data.reading;

import io.github.factorscope.data.NamedRating;
import io.github.factorscope.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The ratings of one person as comma-separated text: {@code item,title,rating}. The heading may be missing; with a heading
 * the columns may stand in any order, and either item or title may be left out.
 *
 * @param lines where each rating stands, counted from 1
 * @param ratings in the order of the file
 * @param problems lines that could not be read
 */
public record RatingList(List<Long> lines, List<NamedRating> ratings, List<Problem> problems) {
    private static final Texts TEXTS = Texts.of(RatingList.class);

    /** Nobody has rated more. */
    static final long MOST_BYTES = 16L << 20;

    private static final String ITEM = "item";
    private static final String TITLE = "title";
    private static final String RATING = "rating";
    private static final List<String> HEADING = List.of(ITEM, TITLE, RATING);
    private static final List<String> SHORT_HEADING = List.of(ITEM, RATING);

    public RatingList {
        lines = List.copyOf(lines);
        ratings = List.copyOf(ratings);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDataException where it is no such list, with a sentence for the user
     */
    public static RatingList read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableDataException(TEXTS.get("large-for-one-person", file.getFileName()));
        }
        Charset charset = TextFile.sample(file, 1).charset();
        Lines read = new Lines();
        try (BufferedReader reader = TextFile.reader(Files.newInputStream(file), charset)) {
            new RecordReader(new Dialect(",", true)).read(reader, read);
        }
        return new RatingList(read.numbers, read.ratings, read.problems.kept());
    }

    /** Writes with a heading. */
    public static void write(List<NamedRating> ratings, Writer target) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(HEADING.toArray(new String[0]))
                .setRecordSeparator('\n')
                .get();
        CSVPrinter printer = new CSVPrinter(target, format);
        for (NamedRating rating : ratings) {
            printer.printRecord(rating.item(), rating.title(), plain(rating.stars()));
        }
        printer.flush();
    }

    private static String plain(float stars) {
        return stars == Math.rint(stars) && Math.abs(stars) < 1e6 ? "" + (int) stars : "" + stars;
    }

    private static final class Lines implements RecordReader.Handler {
        private final List<Long> numbers = new ArrayList<>();
        private final List<NamedRating> ratings = new ArrayList<>();
        private final Problems problems = new Problems();
        private List<String> columns = List.of(); // before the first line

        @Override
        public void onRecord(long line, String text, List<String> record) {
            List<String> fields = record.stream().map(String::strip).toList();
            if (columns.isEmpty()) {
                List<String> names = fields.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                if (names.contains(RATING) && (names.contains(ITEM) || names.contains(TITLE))) {
                    columns = names;
                    return;
                }
                columns = fields.size() == SHORT_HEADING.size() ? SHORT_HEADING : HEADING;
            }
            if (fields.size() != columns.size()) {
                problems.add(line, text, Reason.of("columns-expected", columns.size(), fields.size()));
                return;
            }
            String item = field(fields, ITEM);
            String title = field(fields, TITLE);
            String written = field(fields, RATING);
            float stars = Decimals.parse(written);
            if (item.isEmpty() && title.isEmpty()) {
                problems.add(line, text, Reason.of("item-missing"));
            } else if (Float.isNaN(stars)) {
                problems.add(line, text, Reason.of("no-number", Problem.printable(written)));
            } else {
                numbers.add(line);
                ratings.add(new NamedRating(item, title, stars));
            }
        }

        private String field(List<String> fields, String column) {
            int at = columns.indexOf(column);
            return at < 0 ? "" : fields.get(at);
        }

        @Override
        public void onMalformed(long line, String text, Reason reason) {
            problems.add(line, text, reason);
        }
    }
}
