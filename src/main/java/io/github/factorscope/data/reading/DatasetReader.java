package io.github.factorscope.data.reading;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a data set from a file, its folder, or a zip, without being told its layout. */
public final class DatasetReader {
    private static final double MOST_PROBLEMS = 0.5;

    private DatasetReader() {}

    /** Reads without a given test file and without telling anybody how far it is. */
    public static LoadedData read(Path path) throws IOException {
        return read(path, Optional.empty(), LoadMonitor.NONE);
    }

    /**
     * Reads ratings, and titles and genres where they lie beside them.
     *
     * @param test a file of ratings to judge by, on the same ids
     * @throws UnreadableDataException with a sentence for the user where no ratings could be read
     * @throws java.util.concurrent.CancellationException where the monitor ended it
     */
    public static LoadedData read(Path path, Optional<Path> test, LoadMonitor monitor) throws IOException {
        try (DataLocation location = DataLocation.find(path)) {
            IdIndex.Builder users = new IdIndex.Builder();
            IdIndex.Builder items = new IdIndex.Builder();
            Part ratings = readPart(path, location, users, items, monitor);
            Ratings givenTest = Ratings.none();
            if (test.isPresent()) {
                try (DataLocation testLocation = DataLocation.find(test.get())) {
                    Part testPart = readPart(test.get(), testLocation, users, items, monitor);
                    givenTest = testPart.ratings;
                    ratings.problems.addAll("in " + testLocation.ratings().getFileName() + ": ", testPart.problems);
                }
            }
            IdIndex itemIds = items.build();
            Dataset dataset = new Dataset(
                    location.name(),
                    path.toAbsolutePath().normalize().toString(),
                    ratings.ratings,
                    givenTest,
                    users.build(),
                    ItemCatalogue.of(itemIds, readItems(location)),
                    scale(ratings.layout, ratings.ratings, givenTest));
            return new LoadedData(
                    dataset, ratings.layout, ratings.problems.kept(), ratings.problems.count(), ratings.duplicates);
        }
    }

    /** Where only whole stars occur in a layout that allows halves, the scale is that of whole stars. */
    private static RatingScale scale(Layout layout, Ratings... parts) {
        RatingScale seen = RatingScale.of(parts);
        RatingScale known = layout.knownScale().orElse(seen);
        return known.equals(RatingScale.HALF_STARS) && seen.step() == 1f && seen.min() >= 1f
                ? RatingScale.WHOLE_STARS
                : known;
    }

    private record Part(Ratings ratings, Layout layout, Problems problems, int duplicates) {}

    private static Part readPart(
            Path given, DataLocation location, IdIndex.Builder users, IdIndex.Builder items, LoadMonitor monitor)
            throws IOException {
        try {
            return readPart(location.ratings(), users, items, monitor);
        } catch (ZipException e) {
            throw new UnreadableDataException(
                    given.getFileName() + " is damaged: " + e.getMessage() + ". Download it again.", e);
        }
    }

    private static Part readPart(Path file, IdIndex.Builder users, IdIndex.Builder items, LoadMonitor monitor)
            throws IOException {
        Layout layout = LayoutRecogniser.recognise(file);
        int usersBefore = users.size();
        int itemsBefore = items.size();
        try {
            return readPart(file, layout, users, items, monitor);
        } catch (CharacterCodingException e) {
            // The file's beginning was valid in the sampled encoding, the rest is not: once more from the start.
            users.forgetFrom(usersBefore);
            items.forgetFrom(itemsBefore);
            return readPart(file, layout.withCharset(StandardCharsets.ISO_8859_1), users, items, monitor);
        }
    }

    private static Part readPart(
            Path file, Layout layout, IdIndex.Builder users, IdIndex.Builder items, LoadMonitor monitor)
            throws IOException {
        Problems problems = new Problems();
        Ratings read = new RatingFileReader(layout, users, items, problems, monitor).read(file);
        if (read.size() == 0 || problems.count() > MOST_PROBLEMS * (problems.count() + read.size())) {
            Problem first = problems.kept().isEmpty()
                    ? new Problem(1, "", "it has no ratings")
                    : problems.kept().get(0);
            throw new UnreadableDataException(file.getFileName() + " was not loaded: " + problems.count() + " of "
                    + (problems.count() + read.size()) + " lines are no ratings. Line " + first.line() + " is \""
                    + Problem.printable(first.text()) + "\": " + first.reason() + ".");
        }
        Duplicates.Result unique = Duplicates.keepLast(read);
        return new Part(unique.ratings(), layout, problems, unique.removed());
    }

    private static Map<String, Item> readItems(DataLocation location) throws IOException {
        Map<String, Item> items = new HashMap<>(readDescriptions(location));
        TagFileReader.readBeside(location.ratings())
                .forEach((id, tags) -> items.computeIfPresent(id, (same, item) -> item.withTags(tags)));
        return items;
    }

    private static Map<String, Item> readDescriptions(DataLocation location) throws IOException {
        if (location.items().isEmpty()) {
            return Map.of();
        }
        Path file = location.items().get();
        for (ItemFileReader reader : ItemFileReader.values()) {
            if (Files.isRegularFile(file) && reader.fileName().equals(String.valueOf(file.getFileName()))) {
                return reader.read(file);
            }
        }
        return Map.of();
    }
}
