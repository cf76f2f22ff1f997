package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String MAGIC = "FSRATING";
    private static final int VERSION = 2;
    private static final int VERSION_WITHOUT_TAGS = 1;

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

    /** @throws RunFormatException where the file is damaged, not such a file, or of a newer version */
    static Content read(Path file, SplitPlan plan) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16)))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw new RunFormatException(file + " is not a ratings file of FactorScope.");
            }
            int version = in.readInt();
            if (version != VERSION && version != VERSION_WITHOUT_TAGS) {
                throw new RunFormatException(file + " has format version " + version
                        + ", this FactorScope reads version " + VERSION + ". Use a newer FactorScope.");
            }
            Content content = readContent(in, plan, version);
            if (in.read() >= 0) { // asking also makes gzip check its sum
                throw new RunFormatException(file + " is damaged: it goes on behind its end. Train the model again.");
            }
            return content;
        } catch (RunFormatException | FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new RunFormatException(file + " is damaged. Train the model again.", e);
        }
    }

    private static Content readContent(DataInputStream in, SplitPlan plan, int version) throws IOException {
        String name = in.readUTF();
        String source = in.readUTF();
        RatingScale scale = new RatingScale(in.readFloat(), in.readFloat(), in.readFloat());
        boolean givenTest = in.readBoolean();
        IdIndex users = IdIndex.of(readTexts(in));
        ItemCatalogue items = readItems(in, version);
        Ratings training = readRows(in, users.size(), items.size());
        Ratings validation = readRows(in, users.size(), items.size());
        Ratings test = readRows(in, users.size(), items.size());
        Ratings notLearned = readRows(in, users.size(), items.size());
        Ratings all = joined(training, validation, givenTest ? notLearned : test);
        Dataset dataset = new Dataset(name, source, all, givenTest ? test : Ratings.none(), users, items, scale);
        RatingMatrix trainingMatrix = dataset.matrix(training);
        return new Content(
                dataset, Split.of(dataset, plan, trainingMatrix, dataset.matrix(validation), dataset.matrix(test)));
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static ItemCatalogue readItems(DataInputStream in, int version) throws IOException {
        int count = in.readInt();
        List<String> ids = new ArrayList<>();
        Map<String, Item> items = new HashMap<>();
        for (int k = 0; k < count; k++) {
            String id = in.readUTF();
            String title = in.readUTF();
            int year = in.readInt();
            String genres = in.readUTF();
            List<String> tags = version == VERSION_WITHOUT_TAGS ? List.of() : readTexts(in);
            ids.add(id);
            items.put(
                    id,
                    new Item(id, title, year, genres.isEmpty() ? List.of() : List.of(genres.split("\\|", -1)), tags));
        }
        return ItemCatalogue.of(IdIndex.of(ids), items);
    }

    private static Ratings readRows(DataInputStream in, int users, int items) throws IOException {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < users; user++) {
            int[] columns = new int[Math.min(readNumber(in), items)];
            int before = -1;
            for (int k = 0; k < columns.length; k++) {
                columns[k] = before + readNumber(in);
                before = columns[k];
            }
            if (before >= items) {
                throw new IllegalArgumentException("there is no item " + before);
            }
            for (int column : columns) {
                ratings.add(user, column, in.readFloat(), 0);
            }
        }
        return ratings.build();
    }

    private static Ratings joined(Ratings... parts) {
        Ratings.Builder all = new Ratings.Builder(false);
        for (Ratings part : parts) {
            for (int k = 0; k < part.size(); k++) {
                all.add(part.user(k), part.item(k), part.value(k), 0);
            }
        }
        return all.build();
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

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int read = in.readUnsignedByte();
            number |= (read & 0x7F) << shift;
            if (read < 0x80) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number has too many bytes");
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
