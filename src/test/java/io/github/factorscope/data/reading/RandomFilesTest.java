package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.factorscope.numeric.Randoms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file: it is read, or refused with one clear line, in bounded memory. */
class RandomFilesTest {
    private static final int EDITED = 7_000;
    private static final int RANDOM = 3_000;
    private static final long MOST_BYTES = 48L << 20;
    private static final ReadingPolicy ANY = ReadingPolicy.USUAL.withMostProblems(1);
    private static final List<String> BITS = List.of(
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\r\n",
            ",",
            ";",
            "\t",
            "|",
            "::",
            " ",
            "#",
            "%",
            "//",
            "\0",
            "\uFEFF",
            ":",
            "-",
            "NaN",
            "1e999",
            "99999999999999999999",
            "é",
            "\\\"",
            "userId",
            "rating",
            "2003-01-01",
            "\u2028");

    @TempDir
    private Path temp;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void randomEditsOfValidFilesAreReadOrRefused() throws IOException {
        List<MessyFile> corpus = MessyFiles.all();
        SplittableRandom random = Randoms.stream(1, "edited files");
        int loaded = 0;
        for (int k = 0; k < EDITED; k++) {
            MessyFile messy = corpus.get(random.nextInt(corpus.size()));
            byte[] bytes = messy.bytes();
            int edits = 1 + random.nextInt(8);
            for (int e = 0; e < edits && bytes.length > 0; e++) {
                bytes = edited(bytes, random);
            }
            loaded += read(messy.file(), bytes, messy.name() + ", case " + k).isPresent() ? 1 : 0;
        }
        assertThat(loaded).as("files that were read in spite of the edits").isBetween(EDITED / 2, EDITED - 100);
    }

    @Test
    void randomBytesAreReadOrRefused() throws IOException {
        SplittableRandom random = Randoms.stream(2, "random files");
        int loaded = 0;
        for (int k = 0; k < RANDOM; k++) {
            byte[] bytes = random(random);
            byte[] packed =
                    switch (random.nextInt(8)) {
                        case 0 -> MessyFile.gzip(bytes);
                        case 1 -> MessyFile.zip("ratings.csv", bytes);
                        default -> bytes;
                    };
            loaded += read("some." + (random.nextInt(4) == 0 ? "zip" : "csv"), packed, "case " + k)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(loaded).as("files that are ratings by chance").isLessThan(RANDOM / 2);
    }

    private Optional<LoadedData> read(String name, byte[] bytes, String which) throws IOException {
        Path file = Files.write(temp.resolve(name), bytes);
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            return Refusals.readOrRefuse(file, ANY);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(which + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        } finally {
            assertThat(memory.getCurrentThreadAllocatedBytes() - before)
                    .as(which)
                    .isLessThan(MOST_BYTES);
        }
    }

    private static byte[] edited(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(40)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.writeBytes(random.nextInt(2) == 0 ? new byte[] {(byte) random.nextInt(256)} : bit(random));
            case 1 -> length = -length; // repeated
            case 2 -> out.writeBytes(bit(random));
            case 3 -> {
                byte[] flipped = {(byte) (bytes[at] ^ 1 << random.nextInt(8))};
                out.writeBytes(flipped);
                length = 1;
            }
            default -> {
                // left out
            }
        }
        int from = length < 0 ? Math.max(0, at + length) : at + (random.nextBoolean() ? length : 0);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    private static byte[] bit(SplittableRandom random) {
        return BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(SplittableRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = random.nextInt(2000);
        int kind = random.nextInt(4);
        while (out.size() < length) {
            switch (kind) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> out.write(32 + random.nextInt(95));
                case 2 -> out.writeBytes(bit(random));
                default ->
                    out.writeBytes((random.nextInt(40) + ",;\t|: \n".substring(random.nextInt(7)))
                            .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
