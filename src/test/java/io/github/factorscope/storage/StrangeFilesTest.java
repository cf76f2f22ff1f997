package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from a stranger: made to harm, with right checksums, or cut off and damaged anywhere. */
class StrangeFilesTest {
    private static final SplitPlan PLAN = new SplitPlan(0.2, 0.1, 1);
    private static final int ONE_USER = 1;
    private static final int THREE_ITEMS = 3;

    @TempDir
    private Path temp;

    private Path modelFile() throws IOException {
        Path file = temp.resolve("model.fsm");
        ParametersFile.write(
                file, new Parameters().put("userBiases", new float[] {1, 2}).put("itemBiases", new float[] {3, 4, 5}));
        return file;
    }

    private static String refusalOfModel(Path file) {
        return message(catchThrowable(() -> ParametersFile.read(file)));
    }

    /** What is refused because of its bytes is refused before the model is needed, too. */
    private static String refusalAtOnce(Path file) {
        String message = message(catchThrowable(() -> ParametersFile.check(file)));
        assertThat(refusalOfModel(file)).isEqualTo(message);
        return message;
    }

    private static String message(Throwable thrown) {
        assertThat(thrown).isInstanceOf(RunFormatException.class);
        assertThat(thrown.getMessage()).endsWith(".").doesNotContain("Exception");
        return thrown.getMessage();
    }

    @Test
    void everyFlippedBitOfAModelIsNoticed() throws IOException {
        Path file = modelFile();
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            assertThat(refusalAtOnce(file)).as("bit %d", bit).contains("model.fsm");
        }
    }

    @Test
    void aModelCutOffAnywhereIsRefused() throws IOException {
        Path file = modelFile();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refusalAtOnce(file)).as("%d bytes", length).contains("model.fsm");
        }
    }

    @Test
    void aNewerModelIsRefusedBeforeItsChecksumIsAsked() throws IOException {
        Path file = modelFile();
        byte[] newer = Files.readAllBytes(file);
        newer[7] = 9;
        Files.write(file, newer);

        assertThat(refusalOfModel(file)).contains("version 9", "Use a newer FactorScope");
        assertThat(message(catchThrowable(() -> ParametersFile.check(file)))).contains("version 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"arrays\":[{\"name\":\"a\",\"length\":2147483647}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":9223372036854775807}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":-1}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":\"many\"}]}",
                "{\"arrays\":[{\"name\":\"a\"}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":4}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":2}]}",
                "{\"arrays\":[{\"name\":\"a\",\"length\":1},{\"name\":\"a\",\"length\":2}]}",
                "{\"arrays\":[]}",
                "{}",
                "not json",
                "[[[[",
            })
    void headersThatDoNotFitAreRefusedThoughTheChecksumIsRight(String header) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);

        assertThat(refusalOfModel(modelOf(text.length, text))).contains("no model that FactorScope has written");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 100_000})
    void headersOfImpossibleLengthAreRefused(int length) throws IOException {
        assertThat(refusalOfModel(modelOf(length, new byte[4]))).contains("the length of the header is " + length);
    }

    /** Three floats behind a header, and a right checksum. */
    private Path modelOf(int headerLength, byte[] header) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8 + 4 + header.length + 12 + 8).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("FSMODEL".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
        buffer.putInt(headerLength).put(header).putFloat(1).putFloat(2).putFloat(3);
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, buffer.position());
        buffer.putLong(crc.getValue());
        return Files.write(temp.resolve("strange.fsm"), buffer.array());
    }

    /** What stands behind the scale of a ratings file. */
    @FunctionalInterface
    private interface Rest {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static byte[] ratings(Rest rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeUTF("FSRATING");
            out.writeInt(2);
            out.writeUTF("name");
            out.writeUTF("source");
            out.writeFloat(1);
            out.writeFloat(5);
            out.writeFloat(1);
            out.writeBoolean(false);
            rest.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static void writeNames(DataOutputStream out) throws IOException {
        out.writeInt(ONE_USER);
        out.writeUTF("u");
        out.writeInt(THREE_ITEMS);
        for (String id : List.of("a", "b", "c")) {
            out.writeUTF(id);
            out.writeUTF("Title " + id);
            out.writeInt(0);
            out.writeUTF("");
            out.writeInt(0);
        }
    }

    /** @param row count and distances of the training row, such as "2 1 1" */
    private static byte[] ratingsWithRow(String row, float stars, String testRow) throws IOException {
        return ratings(out -> {
            writeNames(out);
            writeRow(out, row, stars);
            writeRow(out, "0", 0);
            writeRow(out, testRow, 3);
            writeRow(out, "0", 0);
        });
    }

    private static void writeRow(DataOutputStream out, String row, float stars) throws IOException {
        String[] numbers = row.split(" ", -1);
        for (String number : numbers) {
            out.writeByte(Integer.parseInt(number));
        }
        for (int k = 1; k < numbers.length; k++) {
            out.writeFloat(stars);
        }
    }

    private static String refusalOfRatings(byte[] packed, long most) {
        return message(catchThrowable(
                () -> RatingsFile.read(new ByteArrayInputStream(packed), Path.of("ratings.fsr"), PLAN, most)));
    }

    private static String refusalOfRatings(byte[] packed) {
        return refusalOfRatings(packed, 1 << 20);
    }

    @Test
    void theRatingsThatTheOthersAreMadeOfAreRead() throws IOException {
        byte[] packed = ratingsWithRow("2 1 2", 4, "1 2");
        RatingsFile.Content content =
                RatingsFile.read(new ByteArrayInputStream(packed), Path.of("ratings.fsr"), PLAN, 1 << 20);

        assertThat(SampleRuns.triplets(content.split().training())).containsExactly("0 0 4.0", "0 2 4.0");
        assertThat(SampleRuns.triplets(content.split().test())).containsExactly("0 1 3.0");
    }

    @ParameterizedTest
    @CsvSource({
        "4 1 1 1 1, 3, 0, 'in 0 to 3, was 4'",
        "1 4, 3, 0, 'in 1 to 3, was 4'",
        "2 3 1, 3, 0, 'in 1 to 0, was 1'",
        "2 1 0, 3, 0, 'in 1 to 2, was 0'",
        "1 0, 3, 0, 'in 1 to 3, was 0'",
        "1 -1 -1 -1 -1 7, 3, 0, 'was 2147483647'",
        "1 -1 -1 -1 -1 -1, 3, 0, too many bytes",
        "2 1 1, NaN, 0, a rating is NaN",
        "2 1 1, Infinity, 0, a rating is Infinity",
        "2 1 1, 3, 1 2, one user rates one item twice",
        "0, 3, 1 2, no rating to learn from",
    })
    void impossibleRatingsAreRefused(String row, float stars, String testRow, String reason) throws IOException {
        assertThat(refusalOfRatings(ratingsWithRow(row, stars, testRow))).contains("ratings.fsr is damaged", reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void countsThatAreNotThereAllocateNothing(int count) throws IOException {
        String expected = count < 0 ? "a count is " + count : "it ends too early";
        assertThat(refusalOfRatings(ratings(out -> out.writeInt(count)))).contains(expected);
        assertThat(refusalOfRatings(ratings(out -> {
                    out.writeInt(0);
                    out.writeInt(count);
                })))
                .contains(expected);
    }

    @Test
    void idsThatOccurTwiceAreRefused() throws IOException {
        assertThat(refusalOfRatings(ratings(out -> {
                    out.writeInt(2);
                    out.writeUTF("u");
                    out.writeUTF("u");
                })))
                .contains("occurs twice");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        byte[] bomb = ratings(out -> {
            out.writeInt(Integer.MAX_VALUE);
            byte[] names = new byte[1 << 16]; // texts without a letter
            for (int k = 0; k < 1 << 10; k++) {
                out.write(names);
            }
        });

        assertThat(bomb.length).isLessThan(1 << 17);
        assertThat(refusalOfRatings(bomb, 1 << 22)).contains("more than 4 MB", "JAVA_OPTS");
    }

    @Test
    void ratingsCutOffAnywhereAreRefused() throws IOException {
        byte[] whole = ratingsWithRow("2 1 2", 4, "1 2");
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusalOfRatings(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .contains("damaged");
        }
    }

    @Test
    void aRecordAsLargeAsTheMemoryIsRefusedUnread() throws IOException {
        ModelFamily family = ModelCatalogue.find("baseline");
        Path folder = temp.resolve("run");
        RunStore.save(SampleRuns.run(family, family.defaults(), 1), folder);
        long size = Runtime.getRuntime().maxMemory() / 16;
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("run.json").toFile(), "rw")) {
            file.setLength(size); // most of it a hole, which takes no space
        }

        assertThat(message(catchThrowable(() -> RunStore.open(folder)))).contains("run.json is too large");
    }
}
