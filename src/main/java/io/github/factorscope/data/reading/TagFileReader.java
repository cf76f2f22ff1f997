package io.github.factorscope.data.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the words that users have given to items: user, item, tag and time in each line. */
enum TagFileReader {
    /** 10M. */
    TAGS_DAT("tags.dat", new Dialect("::", false)),
    /** Latest, with quotes and a header. */
    TAGS_CSV("tags.csv", new Dialect(",", true));

    private static final int ITEM = 1;
    private static final int TAG = 2;

    private final String fileName;
    private final Dialect dialect;

    TagFileReader(String fileName, Dialect dialect) {
        this.fileName = fileName;
        this.dialect = dialect;
    }

    /** The tags by item id, in lower case; empty where no tag file lies beside the ratings. */
    static Map<String, List<String>> readBeside(Path ratings) throws IOException {
        for (TagFileReader reader : values()) {
            Path file = ratings.resolveSibling(reader.fileName);
            if (Files.isRegularFile(file) && !file.equals(ratings)) {
                return reader.read(file);
            }
        }
        return Map.of();
    }

    private Map<String, List<String>> read(Path file) throws IOException {
        try {
            return read(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return read(file, StandardCharsets.ISO_8859_1);
        }
    }

    private Map<String, List<String>> read(Path file, Charset charset) throws IOException {
        Map<String, List<String>> tags = new HashMap<>();
        try (InputStream in = SourceStream.open(file);
                BufferedReader reader = TextFile.reader(in, charset)) {
            new RecordReader(dialect).read(reader, new RecordReader.Handler() {
                @Override
                public void onRecord(long line, String text, List<String> record) {
                    tag(record).ifPresent(tag -> tags.computeIfAbsent(
                                    record.get(ITEM).strip(), id -> new ArrayList<>())
                            .add(tag));
                }

                @Override
                public void onMalformed(long line, String text, Reason reason) {
                    // one word less
                }
            });
        }
        return tags;
    }

    private static Optional<String> tag(List<String> record) {
        if (record.size() <= TAG) {
            return Optional.empty();
        }
        String tag = record.get(TAG).strip().toLowerCase(Locale.ROOT);
        return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
    }
}
