package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.text.Texts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code ratings.fsr}: the ratings that a run learned from and was judged by, so that a run folder needs no other file.
 * Compressed with gzip, whose checksum guards it. Inside, as {@link DataOutputStream} writes: "FSRATING", version 2, name,
 * source, scale; user ids; items (id, title, year, genres, tags); then training, validation and test ratings, and those left out for a given test file, each as one row a
 * user: count, then item distances as variable-length numbers, then stars.
 */
final class RatingsFile {
    private static final Texts TEXTS = Texts.of(RatingsFile.class);
    private static final String MAGIC = "FSRATING";
    private static final int VERSION = 2;
    private static final int VERSION_WITHOUT_TAGS = 1;
    private static final int MEMORY_A_BYTE = 16; // that an unpacked byte becomes, at most

    private RatingsFile() {}

    /** What the file holds. */
    record Content(Dataset dataset, Split split) {}

    static void write(Path file, Dataset dataset, Split split) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FastGzip(Files.newOutputStream(file)), 1 << 16))) {
            out.writeUTF(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(dataset.name());
            out.writeUTF(dataset.source());
            out.writeFloat(dataset.scale().min());
            out.writeFloat(dataset.scale().max());
            out.writeFloat(dataset.scale().step());
            out.writeBoolean(dataset.hasGivenTest());
            out.writeInt(dataset.users().size());
            for (String id : dataset.users().ids()) {
                out.writeUTF(id);
            }
            out.writeInt(dataset.items().size());
            for (Item item : dataset.items().items()) {
                out.writeUTF(item.id());
                out.writeUTF(item.title());
                out.writeInt(item.year());
                out.writeUTF(String.join("|", item.genres()));
                out.writeInt(item.tags().size());
                for (String tag : item.tags()) {
                    out.writeUTF(tag);
                }
            }
            writeRows(out, split.training().byUser());
            writeRows(out, split.validation().byUser());
            writeRows(out, split.test().byUser());
            writeRows(out, notLearned(dataset, split).byUser());
        }
    }

    /** Ratings of the rating file that a given test file has too: they are in the data, but nothing learns from them. */
    private static RatingMatrix notLearned(Dataset dataset, Split split) {
        Ratings ratings = dataset.ratings();
        return dataset.matrix(ratings.select(IntStream.range(0, dataset.hasGivenTest() ? ratings.size() : 0)
                .filter(k -> !Float.isNaN(split.test().rating(ratings.user(k), ratings.item(k))))
                .toArray()));
    }

    private static void writeRows(DataOutputStream out, SparseRows rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            writeNumber(out, rows.length(row));
            int before = -1;
            for (int k = rows.start(row); k < rows.end(row); k++) {
                writeNumber(out, rows.column(k) - before);
                before = rows.column(k);
            }
            for (int k = rows.start(row); k < rows.end(row); k++) {
                out.writeFloat(rows.value(k));
            }
        }
    }

    /** @throws RunFormatException where the file is damaged, not such a file, of a newer version, or too large */
    static Content read(Path file, SplitPlan plan) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file, plan, mostBytes());
        }
    }

    /** What a file may unpack to, so that what it says fits in memory. */
    static long mostBytes() {
        return Runtime.getRuntime().maxMemory() / MEMORY_A_BYTE;
    }

    /**
     * Reads what stands in a file.
     *
     * @param packed the bytes of the file
     * @param file for messages
     * @param mostBytes that it may unpack to
     */
    static Content read(InputStream packed, Path file, SplitPlan plan, long mostBytes) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new BoundedInput(new GZIPInputStream(packed, 1 << 16), mostBytes)))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw new RunFormatException(TEXTS.get("no-ratings-file", file));
            }
            int version = in.readInt();
            if (version != VERSION && version != VERSION_WITHOUT_TAGS) {
                throw new RunFormatException(
                        TEXTS.get("newer-file", file, String.valueOf(version), String.valueOf(VERSION)));
            }
            Content content = RatingsReader.read(in, plan, version == VERSION);
            if (in.read() >= 0) { // asking also makes gzip check its sum
                throw new IllegalArgumentException(TEXTS.get("goes-on"));
            }
            return content;
        } catch (RunFormatException | FileSystemException e) {
            throw e;
        } catch (BoundedInput.TooLongException e) {
            throw new RunFormatException(TEXTS.get("ratings-too-large", file, String.valueOf(mostBytes >> 20)), e);
        } catch (IOException | RuntimeException e) {
            throw new RunFormatException(damaged(file, e), e);
        }
    }

    private static String damaged(Path file, Exception e) {
        if (e instanceof EOFException) {
            return TEXTS.get("damaged-because", file, TEXTS.get("ends-early"));
        }
        return e instanceof IllegalArgumentException && e.getMessage() != null
                ? TEXTS.get("damaged-because", file, e.getMessage())
                : TEXTS.get("damaged", file);
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void writeNumber(DataOutputStream out, int number) throws IOException {
        int rest = number;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
