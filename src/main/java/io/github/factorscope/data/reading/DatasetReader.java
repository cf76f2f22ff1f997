package io.github.factorscope.data.reading;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a data set from a file, its folder, or a zip, without being told its layout. */
public final class DatasetReader {
    private static final Texts TEXTS = Texts.of(DatasetReader.class);

    private DatasetReader() {}

    /** Reads without a given test file and without telling anybody how far it is. */
    public static LoadedData read(Path path) throws IOException {
        return read(ReadingRequest.of(path), LoadMonitor.NONE);
    }

    /**
     * Reads ratings, and titles and genres where they lie beside them, with the usual policy.
     *
     * @param test a file of ratings to judge by, on the same ids
     */
    public static LoadedData read(Path path, Optional<Path> test, LoadMonitor monitor) throws IOException {
        return read(ReadingRequest.of(path).withTest(test), monitor);
    }

    /**
     * Reads ratings, and what is known of the items.
     *
     * @throws UnreadableDataException with a sentence for the user where no ratings could be read
     * @throws TooManyProblemsException where more lines are bad than the policy allows
     * @throws java.util.concurrent.CancellationException where the monitor ended it
     */
    public static LoadedData read(ReadingRequest request, LoadMonitor monitor) throws IOException {
        IdIndex.Builder users = new IdIndex.Builder();
        IdIndex.Builder items = new IdIndex.Builder();
        try (DataLocation location = DataLocation.find(request.path())) {
            Part ratings = readFirst(location, request, users, items, monitor);
            Ratings givenTest = Ratings.none();
            if (request.test().isPresent()) {
                Path test = request.test().get();
                try (DataLocation testLocation = DataLocation.find(test)) {
                    ReadingRequest alike = request.withLayout(layoutOfTest(request, test));
                    Part testPart = readPart(test, testLocation, alike, users, items, monitor);
                    givenTest = testPart.ratings;
                    ratings.problems.addAll(
                            String.valueOf(testLocation.ratings().get(0).getFileName()), testPart.problems);
                }
            }
            IdIndex itemIds = items.build();
            Dataset dataset = new Dataset(
                    location.name(),
                    request.path().toAbsolutePath().normalize().toString(),
                    ratings.ratings,
                    givenTest,
                    users.build(),
                    ItemCatalogue.of(itemIds, ItemFiles.read(location, request.items(), itemIds)),
                    scale(ratings.layout, request.policy(), ratings.ratings, givenTest));
            return new LoadedData(
                    dataset,
                    ratings.layout,
                    request.policy(),
                    ratings.problems.kept(),
                    ratings.problems.count(),
                    ratings.duplicates,
                    ratings.outside,
                    ratings.unrated);
        }
    }

    /** A layout that was corrected for the ratings holds for a test file of the same shape. */
    private static Optional<Layout> layoutOfTest(ReadingRequest request, Path test) throws IOException {
        if (request.layout().isEmpty()) {
            return Optional.empty();
        }
        Preview first = Preview.open(request.path());
        Preview second = Preview.open(test);
        return first.shape().equals(second.shape()) ? request.layout() : Optional.empty();
    }

    /** Where only whole stars occur in a layout that allows halves, the scale is that of whole stars. */
    private static RatingScale scale(Layout layout, ReadingPolicy policy, Ratings... parts) {
        RatingScale seen = RatingScale.of(parts);
        RatingScale known = layout.knownScale().orElse(seen);
        if (policy.outsideScale() == ReadingPolicy.Outside.KEEP
                && !(known.contains(seen.min()) && known.contains(seen.max()))) {
            return new RatingScale(
                    Math.min(known.min(), seen.min()),
                    Math.max(known.max(), seen.max()),
                    Math.min(known.step(), seen.step()));
        }
        return known.equals(RatingScale.HALF_STARS) && seen.step() == 1f && seen.min() >= 1f
                ? RatingScale.WHOLE_STARS
                : known;
    }

    private record Part(
            Ratings ratings, Layout layout, Problems problems, long duplicates, long outside, long unrated) {

        static Part of(CachedReading kept) {
            return new Part(
                    kept.ratings(),
                    kept.layout(),
                    Problems.of(kept.problems(), kept.problemCount()),
                    kept.duplicates(),
                    kept.outsideScale(),
                    kept.unrated());
        }

        CachedReading withIds(IdIndex users, IdIndex items) {
            return new CachedReading(
                    users, items, ratings, layout, problems.kept(), problems.count(), duplicates, outside, unrated);
        }
    }

    /** The ratings, before any ids are known: large ones from the cache, where it is still true. */
    private static Part readFirst(
            DataLocation location,
            ReadingRequest request,
            IdIndex.Builder users,
            IdIndex.Builder items,
            LoadMonitor monitor)
            throws IOException {
        Optional<RatingsCache> cache = RatingsCache.of(location, request);
        if (cache.isEmpty()) {
            return readPart(request.path(), location, request, users, items, monitor);
        }
        Optional<CachedReading> kept = cache.get().read(monitor);
        if (kept.isPresent()) {
            users.addAll(kept.get().users());
            items.addAll(kept.get().items());
            return Part.of(kept.get());
        }
        String stamp = cache.get().stamp();
        Part read = readPart(request.path(), location, request, users, items, monitor);
        cache.get().write(read.withIds(users.build(), items.build()), stamp);
        return read;
    }

    private static Part readPart(
            Path given,
            DataLocation location,
            ReadingRequest request,
            IdIndex.Builder users,
            IdIndex.Builder items,
            LoadMonitor monitor)
            throws IOException {
        List<Path> files = location.ratings();
        int usersBefore = users.size();
        int itemsBefore = items.size();
        try {
            Layout layout = request.layout().isPresent()
                    ? request.layout().get()
                    : LayoutRecogniser.recognise(files.get(0), location.name());
            if (layout.complaint().isPresent()) {
                throw new UnreadableDataException(TEXTS.get(
                        "not-loaded", given.getFileName(), layout.complaint().get()));
            }
            try {
                return readPart(files, layout, request.policy(), users, items, monitor);
            } catch (CharacterCodingException e) {
                // The file's beginning was valid in the sampled encoding, the rest is not: once more from the start.
                users.forgetFrom(usersBefore);
                items.forgetFrom(itemsBefore);
                return readPart(
                        files, layout.withCharset(TextFile.fallback()), request.policy(), users, items, monitor);
            }
        } catch (IOException | RuntimeException e) {
            throw sentence(given, e);
        }
    }

    /** What went wrong with a file, as a sentence where the file is to blame. */
    static IOException sentence(Path given, Exception error) throws IOException {
        if (error instanceof UnreadableDataException unreadable) {
            return unreadable;
        }
        if (error instanceof ZipException || error instanceof EOFException) {
            return new UnreadableDataException(
                    error.getMessage() == null
                            ? TEXTS.get("incomplete", given.getFileName())
                            : TEXTS.get("incomplete-because", given.getFileName(), error.getMessage()),
                    error);
        }
        if (error instanceof AccessDeniedException denied) {
            return new UnreadableDataException(TEXTS.get("not-readable", denied.getFile()), error);
        }
        if (error instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return (IOException) error;
    }

    /** Reads the ratings of one file, or of its parts. */
    private static Part readPart(
            List<Path> files,
            Layout layout,
            ReadingPolicy policy,
            IdIndex.Builder users,
            IdIndex.Builder items,
            LoadMonitor monitor)
            throws IOException {
        ReadRatings read = ReadRatings.of(files, layout, policy, users, items, monitor);
        requireFewProblems(files.get(0), policy, read.problems(), read.ratings().size(), read.unrated());
        Duplicates.Result unique = Duplicates.resolve(read.ratings(), users.size(), items.size(), policy.duplicates());
        return new Part(unique.ratings(), layout, read.problems(), unique.removed(), read.outside(), read.unrated());
    }

    private static void requireFewProblems(
            Path file, ReadingPolicy policy, Problems problems, long ratings, long unrated)
            throws UnreadableDataException {
        long lines = problems.count() + ratings + unrated;
        if (ratings > 0 && problems.count() > policy.mostProblems() * lines) {
            throw new TooManyProblemsException(
                    String.valueOf(file.getFileName()), problems.kept(), problems.count(), lines, policy);
        }
        if (ratings == 0) {
            Problem first = problems.kept().isEmpty()
                    ? new Problem(1, "", Reason.of("no-ratings"))
                    : problems.kept().get(0);
            throw new UnreadableDataException(TEXTS.get(
                    "only-problems",
                    file.getFileName(),
                    String.valueOf(problems.count()),
                    String.valueOf(lines),
                    String.valueOf(first.line()),
                    Problem.brief(first.text()),
                    first.reason()));
        }
    }
}
