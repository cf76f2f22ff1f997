package io.github.factorscope.data.reading;

import io.github.factorscope.data.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads titles, years and genres from the files that MovieLens puts beside its ratings. */
enum ItemFileReader {
    /** 100K: {@code id|title (year)|date|…|url|19 flags}, one flag a genre. */
    U_ITEM("u.item", new Dialect("|", false), 6) {
        @Override
        List<String> genres(List<String> record) {
            List<String> genres = new ArrayList<>();
            for (int g = 0; g < FLAGGED_GENRES.size() && FIRST_FLAG + g < record.size(); g++) {
                if (record.get(FIRST_FLAG + g).equals("1")) {
                    genres.add(FLAGGED_GENRES.get(g));
                }
            }
            return genres;
        }
    },

    /** 1M and 10M: {@code id::title (year)::genre|genre}. */
    MOVIES_DAT("movies.dat", new Dialect("::", false), 3) {
        @Override
        List<String> genres(List<String> record) {
            return barSeparated(record.get(2));
        }
    };

    private static final int FIRST_FLAG = 6; // behind "unknown", which says nothing
    private static final List<String> FLAGGED_GENRES = List.of(
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    private final String fileName;
    private final Dialect dialect;
    private final int leastFields;

    ItemFileReader(String fileName, Dialect dialect, int leastFields) {
        this.fileName = fileName;
        this.dialect = dialect;
        this.leastFields = leastFields;
    }

    abstract List<String> genres(List<String> record);

    String fileName() {
        return fileName;
    }

    /** Whether the file is written so, and not called so by chance. */
    boolean fits(Path file) throws IOException {
        List<List<String>> records =
                new RecordReader(dialect).records(TextFile.sample(file, 20).lines());
        return !records.isEmpty()
                && records.stream()
                                .filter(record -> record.size() >= leastFields)
                                .count()
                        > records.size() / 2;
    }

    /** What is known of the items, by id. A line that cannot be read leaves its item without a title. */
    Map<String, Item> read(Path file) throws IOException {
        try {
            return read(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return read(file, StandardCharsets.ISO_8859_1);
        }
    }

    private Map<String, Item> read(Path file, Charset charset) throws IOException {
        Map<String, Item> items = new HashMap<>();
        try (InputStream in = SourceStream.open(file);
                BufferedReader reader = TextFile.reader(in, charset)) {
            new RecordReader(dialect).read(reader, new RecordReader.Handler() {
                @Override
                public void onRecord(long line, String text, List<String> record) {
                    if (record.size() >= leastFields) {
                        Titles.Title title = Titles.parse(record.get(1));
                        String id = record.get(0).strip();
                        items.put(id, new Item(id, title.text(), title.year(), genres(record)));
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

    private static List<String> barSeparated(String genres) {
        return Arrays.stream(genres.split("\\|", -1))
                .map(String::strip)
                .filter(genre -> !genre.isEmpty() && !genre.startsWith("("))
                .toList();
    }
}
