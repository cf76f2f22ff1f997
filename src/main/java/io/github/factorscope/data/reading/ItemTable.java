package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads titles, years and genres of items from a table of any dialect, by the names of its columns or their content. */
final class ItemTable {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]|20)\\d\\d(?!\\d)");
    private static final Pattern LISTED_NAME = Pattern.compile("['\"]name['\"]:\\s*['\"]([^'\"]{1,60})['\"]");
    private static final List<String> NOTHING = List.of("", "null", "nan", "none", "n/a", "\\n");

    private final ItemColumns columns;
    private final IdIndex ids;

    private ItemTable(ItemColumns columns, IdIndex ids) {
        this.columns = columns;
        this.ids = ids;
    }

    /** What the file tells of these items, by id; nothing where it is no table of items. */
    static Optional<Map<String, Item>> read(Path file, IdIndex ids) throws IOException {
        TextFile.Sample sample = TextFile.sample(file, Integer.MAX_VALUE);
        Optional<ItemColumns> columns = ItemColumns.recognise(sample.lines(), ids);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        ItemTable table = new ItemTable(columns.get(), ids);
        try {
            return Optional.of(table.read(file, sample.charset()));
        } catch (CharacterCodingException e) {
            return Optional.of(table.read(file, TextFile.fallback()));
        }
    }

    private Map<String, Item> read(Path file, Charset charset) throws IOException {
        Map<String, Item> items = new HashMap<>();
        try (SourceStream in = SourceStream.open(file);
                Reader reader = TextFile.reader(in, charset)) {
            new RecordReader(columns.dialect(), columns.count()).read(reader, new RecordReader.Handler() {
                private boolean headerAhead = columns.header();

                @Override
                public void onRecord(long line, String text, List<String> fields) {
                    if (headerAhead) {
                        headerAhead = false;
                    } else {
                        item(fields).ifPresent(item -> items.putIfAbsent(item.id(), item));
                    }
                }

                @Override
                public void onMalformed(long line, String text, Reason reason) {
                    // the item keeps its id as its name
                }
            });
        }
        return items;
    }

    private Optional<Item> item(List<String> fields) {
        if (fields.size() < columns.count()) {
            return Optional.empty();
        }
        String id = fields.get(columns.id()).strip();
        String written = title(fields);
        if (ids.find(id) < 0 || isNothing(written)) {
            return Optional.empty();
        }
        Titles.Title title = Titles.parse(written);
        int year = title.year();
        if (year == 0 && columns.year() >= 0) {
            Matcher found = YEAR.matcher(Problem.shortened(fields.get(columns.year())));
            year = found.find() ? Integer.parseInt(found.group()) : 0;
        }
        List<String> genres = columns.genres() < 0 ? List.of() : genres(fields.get(columns.genres()));
        return Optional.of(new Item(id, title.text(), year, genres));
    }

    /** A title that stands last may hold the delimiter, as those of Netflix do. */
    private String title(List<String> fields) {
        return columns.title() == columns.count() - 1
                ? String.join(columns.dialect().delimiter(), fields.subList(columns.title(), fields.size()))
                : fields.get(columns.title());
    }

    private static boolean isNothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Genres with bars, semicolons or commas between, or as a list in brackets. */
    static List<String> genres(String written) {
        String text = written.length() <= 2000 ? written.strip() : written.substring(0, 2000);
        if (text.startsWith("[")) {
            Matcher names = LISTED_NAME.matcher(text);
            List<String> listed = names.results().map(result -> result.group(1)).toList();
            if (!listed.isEmpty()) {
                return listed;
            }
            text = text.replaceAll("[\\[\\]'\"]", "");
        }
        String separator = text.indexOf('|') >= 0 ? "\\|" : text.indexOf(';') >= 0 ? ";" : ",";
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(genre -> !isNothing(genre) && !genre.startsWith("("))
                .distinct()
                .toList();
    }
}
