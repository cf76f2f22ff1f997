package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out from a file's first lines how its ratings are written. */
final class LayoutRecogniser {
    private static final Texts TEXTS = Texts.of(LayoutRecogniser.class);
    private static final int SAMPLE_LINES = 1000;
    private static final double ENOUGH = 0.5;
    private static final double UNUSUAL_QUOTING = 0.2;

    private static final List<Dialect> DIALECTS = List.of(
            new Dialect("::", false),
            new Dialect("\t", true),
            new Dialect(";", true),
            new Dialect(",", true),
            new Dialect("|", false),
            new Dialect(" ", false));

    private LayoutRecogniser() {}

    /**
     * What a file's first lines show.
     *
     * @param names of the columns, empty without a header
     * @param refusal why the layout is only a guess
     */
    record Guess(Layout layout, List<String> names, Optional<String> refusal) {}

    /**
     * Recognises without being told.
     *
     * @param dataSet what the data set is called: its folder or archive
     * @throws UnreadableDataException where the first lines hold no ratings, with the reason
     */
    static Layout recognise(Path file, String dataSet) throws IOException {
        Guess guess = guess(file, dataSet);
        if (guess.refusal().isPresent()) {
            throw new UnreadableDataException(guess.refusal().get());
        }
        return guess.layout();
    }

    /** The best guess; {@link UnreadableDataException} where the file is no text. */
    static Guess guess(Path file, String dataSet) throws IOException {
        TextFile.Sample sample = TextFile.sample(file, SAMPLE_LINES);
        String name = String.valueOf(file.getFileName());
        List<String> lines = sample.lines();
        if (lines.stream().allMatch(String::isBlank)) {
            throw new UnreadableDataException(TEXTS.get("empty", name));
        }
        Candidate best = null;
        for (Dialect dialect : dialects(lines)) {
            Candidate candidate = Candidate.of(dialect, lines);
            if (candidate != null && (best == null || candidate.share() > best.share() + margin(dialect))) {
                best = candidate;
            }
        }
        if (best != null && best.share() >= ENOUGH) {
            Layout layout = KnownLayouts.layout(file, dataSet, best).withCharset(sample.charset());
            return new Guess(layout, best.names(), Optional.empty());
        }
        Layout layout = best == null ? fallback(lines) : KnownLayouts.layout(file, dataSet, best);
        return new Guess(layout.withCharset(sample.charset()), List.of(), Optional.of(refusal(name, lines)));
    }

    /** A few quotes that are never closed do not mean that quotes mean nothing. */
    private static double margin(Dialect dialect) {
        return DIALECTS.stream()
                        .anyMatch(usual ->
                                usual.delimiter().equals(dialect.delimiter()) && usual.quoting() == dialect.quoting())
                ? 0
                : UNUSUAL_QUOTING;
    }

    private static String refusal(String name, List<String> lines) {
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return TEXTS.get("nothing-recognised", name, String.valueOf(lines.indexOf(first) + 1), Problem.brief(first));
    }

    /** Where a field begins with a quote, quotes may mean something in any dialect, and may mean nothing in each. */
    private static List<Dialect> dialects(List<String> lines) {
        String comment = Comments.prefix(lines);
        List<Dialect> dialects = new ArrayList<>();
        DIALECTS.forEach(dialect -> dialects.add(dialect.withComment(comment)));
        if (lines.stream().anyMatch(line -> line.indexOf('"') >= 0)) {
            DIALECTS.forEach(
                    dialect -> dialects.add(dialect.withComment(comment).withQuoting(!dialect.quoting())));
        }
        return dialects;
    }

    /** For lines of which nothing is known: the delimiter that cuts most of them alike. */
    private static Layout fallback(List<String> lines) {
        Dialect best = DIALECTS.get(0);
        long most = -1;
        int fields = 0;
        for (Dialect dialect : DIALECTS) {
            List<List<String>> records = new RecordReader(dialect).records(lines);
            int usual = usualFieldCount(records);
            long alike = usual < 2
                    ? 0
                    : records.stream().filter(record -> record.size() == usual).count();
            if (alike > most) {
                best = dialect;
                most = alike;
                fields = usual;
            }
        }
        return Layout.of(best, false, new Columns(-1, -1, -1, -1, fields));
    }

    /** How many fields most records have. */
    static int usualFieldCount(List<List<String>> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> record : records) {
            counts.merge(record.size(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
