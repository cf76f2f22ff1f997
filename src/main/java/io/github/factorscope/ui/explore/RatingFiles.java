package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.reading.Problem;
import io.github.factorscope.data.reading.RatingList;
import io.github.factorscope.inspection.BroughtRatings;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ratings on the screen as a file, and those of a file on the screen. */
public final class RatingFiles {
    private static final Texts TEXTS = Texts.of(RatingFiles.class);
    private static final int TOLD = 3;

    private final ExploreViewModel explore;

    RatingFiles(ExploreViewModel explore) {
        this.explore = explore;
    }

    /** @param badLines reasons by line number */
    private record Read(BroughtRatings brought, SortedMap<Long, String> badLines) {}

    /** Puts the ratings of a file in place of those on the screen, in one step that can be taken back. */
    public void importFrom(Path file) {
        Visitor visitor = explore.whatIf().visitorProperty().get();
        if (visitor == null) {
            return;
        }
        Dataset dataset = explore.run().experiment().dataset();
        explore.background().run(() -> read(file, dataset), read -> show(read, file, visitor), explore.errors()::show);
    }

    private static Read read(Path file, Dataset dataset) throws IOException {
        RatingList list = RatingList.read(file);
        BroughtRatings brought = BroughtRatings.of(list.ratings(), false, dataset.items(), dataset.scale());
        SortedMap<Long, String> badLines = new TreeMap<>();
        for (Problem problem : list.problems()) {
            badLines.put(problem.line(), problem.reason());
        }
        brought.leftOut().forEach(left -> badLines.put(list.lines().get(left.place()), left.reason()));
        return new Read(brought, badLines);
    }

    private void show(Read read, Path file, Visitor visitor) {
        if (!visitor.equals(explore.whatIf().visitorProperty().get())) {
            return; // somebody else is looked at by now
        }
        int count = read.brought().ratings().size();
        String bad = badLines(read.badLines());
        if (count == 0) {
            explore.errors()
                    .say(TEXTS.get(
                            "no-rating-taken",
                            file.getFileName().toString(),
                            bad.isEmpty() ? TEXTS.get("file-empty") : bad));
            return;
        }
        explore.whatIf()
                .rate(
                        read.brought().ratings(),
                        TEXTS.get("import-of", file.getFileName().toString()));
        String told =
                TEXTS.get("imported", count, ratings(count), file.getFileName().toString());
        if (bad.isEmpty()) {
            explore.errors().tell(told);
        } else {
            explore.errors().say(told + " " + bad);
        }
    }

    private static String badLines(SortedMap<Long, String> badLines) {
        if (badLines.isEmpty()) {
            return "";
        }
        List<String> reasons = badLines.entrySet().stream()
                .map(line -> TEXTS.get("line-left-out", String.valueOf(line.getKey()), line.getValue()))
                .toList();
        return TEXTS.get("lines-left-out", badLines.size(), String.valueOf(badLines.size()), firstOf(reasons));
    }

    /** Such as "1 rating" or "1,234 ratings". */
    static String ratings(int count) {
        return TEXTS.get("ratings-count", count, Formats.count(count));
    }

    /** Such as "a; b; c; and 5 more". */
    static String firstOf(List<String> reasons) {
        String first = String.join("; ", reasons.subList(0, Math.min(TOLD, reasons.size())));
        return reasons.size() <= TOLD
                ? first
                : TEXTS.get("and-reasons-more", first, Formats.count(reasons.size() - TOLD));
    }

    /** Writes the ratings on the screen. */
    public void exportTo(Path file) {
        if (explore.whatIf().historyProperty().get() == null) {
            return;
        }
        var ratings = ProfileShelf.named(
                explore.whatIf().historyProperty().get().now(),
                explore.run().experiment().dataset());
        explore.background()
                .run(
                        () -> {
                            AtomicFiles.writeFile(file, target -> {
                                try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                                    RatingList.write(ratings, writer);
                                }
                            });
                            return ratings.size();
                        },
                        count -> explore.errors()
                                .tell(TEXTS.get(
                                        "written",
                                        count,
                                        ratings(count),
                                        file.getFileName().toString())),
                        explore.errors()::show);
    }
}
