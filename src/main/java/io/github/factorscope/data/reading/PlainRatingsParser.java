package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads plain rating files fast: cuts them into blocks of whole lines, reads several at once, and puts them together in the
 * order of the file, so that everything is as though one thread had read line by line.
 */
final class PlainRatingsParser {
    private static final int LARGEST_BLOCK = 1 << 24; // bytes
    private static final int SMALLEST_BLOCK = 1 << 18;
    private static final int BLOCKS = 64;
    private static final int MOST_THREADS = 8;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Set<String> CHARSETS = Set.of("UTF-8", "ISO-8859-1", "windows-1252", "US-ASCII");

    private final Layout layout;
    private final ReadingPolicy policy;
    private final Known users;
    private final Known items;
    private final Problems problems;
    private final Progress progress;
    private long lines;
    private long outside;
    private long unrated;

    PlainRatingsParser(
            Layout layout,
            ReadingPolicy policy,
            IdIndex.Builder users,
            IdIndex.Builder items,
            Problems problems,
            Progress progress) {
        this.layout = layout;
        this.policy = policy;
        this.users = new Known(users);
        this.items = new Known(items);
        this.problems = problems;
        this.progress = progress;
    }

    /** Hears how far reading has come; may end it by an exception. */
    @FunctionalInterface
    interface Progress {
        void reached(long lines);
    }

    /** Whether files of this layout may be plain: one rating a line, mostly in ASCII. */
    static boolean fits(Layout layout) {
        return layout.arrangement() == Arrangement.LINES
                && PlainBytes.fits(layout.dialect())
                && layout.columns().count() >= 3
                && !(layout.columns().hasTime() && layout.timeFormat() == TimeFormat.DATE)
                && CHARSETS.contains(layout.charset().name());
    }

    /** About so large a block as pays. */
    static int blockSize(long fileSize) {
        return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, fileSize / BLOCKS));
    }

    /**
     * Reads to the end.
     *
     * @param blockSize in bytes; does not change what is read
     * @throws NotPlainException where the file must be read in the usual way; ids and problems are in disorder then
     * @throws java.nio.charset.CharacterCodingException where the layout's encoding does not fit the whole file
     */
    Ratings read(InputStream in, int blockSize) throws IOException {
        int threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "reading ratings");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return read(new Blocks(in, blockSize), workers, threads + 1);
        } finally {
            workers.shutdownNow();
        }
    }

    private record Begun(Future<PlainBlock> block, byte[] bytes) {}

    private Ratings read(Blocks blocks, ExecutorService workers, int most) throws IOException {
        List<Ratings.Builder> parts = new ArrayList<>();
        ArrayDeque<Begun> begun = new ArrayDeque<>();
        boolean first = true;
        while (blocks.next()) {
            PlainBlock block = new PlainBlock(layout, policy, first);
            byte[] bytes = blocks.bytes();
            int from = first ? mark(bytes, blocks.length()) : 0;
            int to = blocks.length();
            boolean last = blocks.isLast();
            begun.add(new Begun(
                    workers.submit(() -> {
                        block.read(bytes, from, to, last);
                        return block;
                    }),
                    bytes));
            first = false;
            if (begun.size() == most) {
                take(begun, blocks, parts);
            }
        }
        while (!begun.isEmpty()) {
            take(begun, blocks, parts);
        }
        progress.reached(lines);
        return Ratings.joined(parts, layout.columns().hasTime());
    }

    private int mark(byte[] bytes, int length) {
        boolean marked = layout.charset().equals(StandardCharsets.UTF_8)
                && length >= MARK.length
                && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? MARK.length : 0;
    }

    private void take(ArrayDeque<Begun> begun, Blocks blocks, List<Ratings.Builder> parts) throws IOException {
        Begun oldest = begun.remove();
        PlainBlock block = finished(oldest.block);
        blocks.giveBack(oldest.bytes);
        block.ratings().renumber(users.indices(block.users()), items.indices(block.items()));
        parts.add(block.ratings());
        problems.addAll(lines, block.problems());
        lines += block.lines();
        outside += block.outside();
        unrated += block.unrated();
        progress.reached(lines);
    }

    private static PlainBlock finished(Future<PlainBlock> block) throws IOException {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof OutOfMemoryError cause) {
                throw cause; // there is advice for that
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ratings that lay outside the known scale. */
    long outside() {
        return outside;
    }

    /** Lines that say "not rated". */
    long unrated() {
        return unrated;
    }

    /** The ids of all blocks so far. */
    private static final class Known {
        private final ByteIds seen = new ByteIds();
        private final IdIndex.Builder target;
        private int[] indices = new int[64]; // in the target

        Known(IdIndex.Builder target) {
            this.target = target;
        }

        /** The indices of a block's ids; those that were not seen before get new ones, in their order. */
        int[] indices(ByteIds block) {
            int before = seen.size();
            int[] found = block.indicesIn(seen);
            if (seen.size() > indices.length) {
                indices = Arrays.copyOf(indices, Math.multiplyExact(seen.size(), 2));
            }
            for (int k = before; k < seen.size(); k++) {
                indices[k] = target.indexOf(seen.id(k));
            }
            for (int k = 0; k < found.length; k++) {
                found[k] = indices[found[k]];
            }
            return found;
        }
    }
}
