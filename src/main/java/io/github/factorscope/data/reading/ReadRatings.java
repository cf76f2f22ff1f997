package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ratings of one file, or of its parts, with all that is to be said of them.
 *
 * @param outside ratings that lay outside the known scale
 * @param unrated lines, or places of a matrix, that say "not rated"
 */
record ReadRatings(Ratings ratings, Problems problems, long outside, long unrated) {
    private static final long WORTH_WHILE = 1 << 20; // bytes from which several threads are faster than one

    /** @throws java.nio.charset.CharacterCodingException where the layout's encoding does not fit all files */
    static ReadRatings of(
            List<Path> files,
            Layout layout,
            ReadingPolicy policy,
            IdIndex.Builder users,
            IdIndex.Builder items,
            LoadMonitor monitor)
            throws IOException {
        Optional<ReadRatings> fast = fast(files, layout, policy, users, items, monitor);
        if (fast.isPresent()) {
            return fast.get();
        }
        Problems problems = new Problems();
        RatingFileReader reader = new RatingFileReader(layout, policy, users, items, problems, monitor);
        Ratings ratings = reader.read(files);
        return new ReadRatings(ratings, problems, reader.outside(), reader.unrated());
    }

    /** Empty where these files cannot be read so; the ids are as they were then. */
    private static Optional<ReadRatings> fast(
            List<Path> files,
            Layout layout,
            ReadingPolicy policy,
            IdIndex.Builder users,
            IdIndex.Builder items,
            LoadMonitor monitor)
            throws IOException {
        long size = Files.size(files.get(0));
        if (files.size() > 1 || size < WORTH_WHILE || !PlainRatingsParser.fits(layout)) {
            return Optional.empty();
        }
        int usersBefore = users.size();
        int itemsBefore = items.size();
        Problems problems = new Problems();
        ReadingClock clock = new ReadingClock(monitor, size);
        try (SourceStream in = SourceStream.open(files.get(0))) {
            PlainRatingsParser parser = new PlainRatingsParser(
                    layout, policy, users, items, problems, lines -> clock.reached(lines, in.share()));
            Ratings ratings = parser.read(in, PlainRatingsParser.blockSize(size));
            return Optional.of(new ReadRatings(ratings, problems, parser.outside(), parser.unrated()));
        } catch (NotPlainException e) {
            users.forgetFrom(usersBefore);
            items.forgetFrom(itemsBefore);
            return Optional.empty();
        }
    }
}
