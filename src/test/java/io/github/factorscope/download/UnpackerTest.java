package io.github.factorscope.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in an archive, nothing is written outside its folder, and not without bound. */
class UnpackerTest {
    private static final Unpacker.Limits SMALL = new Unpacker.Limits(50, 1 << 20, 10);

    @TempDir
    private Path temp;

    private Path shelf;

    @BeforeEach
    void makeShelf() throws IOException {
        shelf = Files.createDirectories(temp.resolve("a").resolve("shelf"));
    }

    private Path unpack(byte[] zip, Unpacker.Limits limits) throws IOException {
        Path file = Files.write(temp.resolve("some.zip"), zip);
        Path folder = shelf.resolve("some");
        new Unpacker(limits, new Meter(DownloadMonitor.NONE)).unpack(file, folder);
        return folder;
    }

    private String refusal(byte[] zip) {
        Throwable error = catchThrowable(() -> unpack(zip, SMALL));
        assertThat(error).isInstanceOf(WrongFileException.class);
        assertThat(error.getMessage()).doesNotContain("\n").doesNotEndWith(".");
        assertThat(everything()).as("nothing is left").containsExactly("a", "a/shelf", "some.zip");
        return error.getMessage();
    }

    private List<String> everything() {
        try (Stream<Path> tree = Files.walk(temp)) {
            return tree.filter(path -> !path.equals(temp))
                    .map(path -> temp.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] one(String name) {
        return Zips.of(new TreeMap<>(Map.of(name, "harm", "ratings.csv", "1,1,1\n")));
    }

    @Test
    void filesAndFoldersComeOut() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ratings.csv", "1,1,5\n");
        texts.put("more/", "");
        texts.put("more/deep/notes.txt", "notes");
        Path folder = unpack(Zips.of(texts), SMALL);

        assertThat(folder.resolve("ratings.csv")).hasContent("1,1,5");
        assertThat(folder.resolve("more/deep/notes.txt")).hasContent("notes");
    }

    @Test
    void theOneFolderAroundAllIsLeftOut() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ml-10M100K/", "");
        texts.put("ml-10M100K/ratings.dat", "1::2::3::4\n");
        texts.put("ml-10M100K/extra/empty/", "");
        Path folder = unpack(Zips.of(texts), SMALL);

        assertThat(folder.resolve("ratings.dat")).isRegularFile();
        assertThat(folder.resolve("extra/empty")).isDirectory();
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        assertThat(unpack(Zips.of(Map.of("empty.txt", "")), SMALL).resolve("empty.txt"))
                .isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "../../evil.txt",
                "folder/../../evil.txt",
                "folder/..",
                "..",
                "../",
                "..\\evil.txt",
                "folder\\..\\..\\evil.txt",
                "/evil.txt",
                "//server/share/evil.txt",
                "\\evil.txt",
                "C:/evil.txt",
                "C:\\evil.txt",
                "c:evil.txt",
                "ratings.csv:stream",
                "./evil.txt",
                "folder//evil.txt",
                "folder/./evil.txt",
                "... ",
                ".. /evil.txt",
                "evil.",
                "con",
                "folder/NUL.txt",
                "com1",
                "evil\u0000.txt",
                "evil\n.txt",
                " ",
                "what?",
                "a/b/c/d/e/f/g/h/i"
            })
    void aNameThatMayLeadOutIsRefused(String name) {
        assertThat(refusal(one(name))).containsAnyOf("lead out", "too long");
    }

    @Test
    void aNameWithoutEndIsRefused() {
        assertThat(refusal(one("x".repeat(5000)))).contains("too long");
    }

    @Test
    void aLinkIsNoWayOut() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("link", outside.toString());
        texts.put("ratings.csv", "1,1,1\n");
        Path folder = unpack(asLink(Zips.of(texts), "link"), SMALL);

        assertThat(Files.isSymbolicLink(folder.resolve("link"))).isFalse();
        assertThat(folder.resolve("link")).hasContent(outside.toString());
    }

    @Test
    void whatLiesBehindALinkIsRefused() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("link", temp.toString());
        texts.put("link/evil.txt", "harm");
        texts.put("ratings.csv", "1,1,1\n");

        assertThat(refusal(asLink(Zips.of(texts), "link"))).contains("both a file and a folder");
    }

    /** Gives an entry the attributes of a symbolic link, as zip on Unix writes them. */
    private static byte[] asLink(byte[] zip, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50
                    && new String(zip, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8).equals(name)) {
                bytes.putShort(at + 4, (short) (3 << 8 | 20)); // made on Unix
                bytes.putInt(at + 38, 0120777 << 16);
                return zip;
            }
        }
        throw new AssertionError(name + " is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATINGS.CSV", "ratings.csv/"})
    void aNameThatIsThereTwiceIsRefused(String second) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ratings.csv", "1,1,1\n");
        texts.put(second, "");

        assertThat(refusal(Zips.of(texts))).contains("twice");
    }

    @Test
    void manyEntriesAreRefused() {
        Map<String, String> texts = new TreeMap<>();
        IntStream.range(0, 51).forEach(k -> texts.put("file" + k, ""));

        assertThat(refusal(Zips.of(texts))).contains("more than 50 files");
    }

    @Test
    void moreEntriesThanTheArchiveSaysAreRefused() {
        Map<String, String> texts = new TreeMap<>();
        IntStream.range(0, 60).forEach(k -> texts.put("file" + k, ""));
        byte[] zip = Zips.of(texts);
        ByteBuffer end = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        end.putShort(zip.length - 22 + 10, (short) 1);

        assertThat(refusal(zip)).containsAnyOf("more than 50 files", "damaged");
    }

    @Test
    void whatUnpacksToFarTooMuchIsRefused() {
        assertThat(refusal(Zips.of(Map.of("bomb.csv", "0".repeat(8 << 20))))).contains("unpack to more than");
    }

    @Test
    void manyThatTogetherAreTooMuchAreRefused() {
        Map<String, String> texts = new TreeMap<>();
        IntStream.range(0, 20).forEach(k -> texts.put("part" + k, "0".repeat(100_000)));

        assertThat(refusal(Zips.of(texts))).contains("unpack to more than");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsCutOff() {
        byte[] zip = Zips.of(Map.of("bomb.csv", "0".repeat(8 << 20)));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 10);
            }
        }

        assertThat(refusal(zip)).containsAnyOf("unpack to more than", "damaged");
    }

    @Test
    void aDamagedArchiveLeavesNothing() {
        byte[] zip = Zips.ratings("some");
        for (int cut : new int[] {0, 1, 21, 100, zip.length / 2, zip.length - 1}) {
            assertThat(refusal(Arrays.copyOf(zip, cut))).contains("no zip");
        }
        byte[] flipped = zip.clone();
        flipped[zip.length / 2] ^= 0x55;
        assertThat(refusal(flipped)).contains("damaged");
    }

    @Test
    void anArchiveOfNothingIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ZipOutputStream(bytes).close();

        assertThat(refusal(bytes.toByteArray())).contains("empty");
    }

    @Test
    void aRealisticArchiveStaysWithinTheUsualLimits() throws IOException {
        assertThat(unpack(Zips.ratings("some"), Unpacker.Limits.USUAL).resolve("ratings.csv"))
                .isNotEmptyFile();
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        Path file = Files.write(temp.resolve("some.zip"), Zips.ratings("some"));
        Unpacker unpacker = new Unpacker(
                Unpacker.Limits.USUAL, new Meter(progress -> progress.phase() != Progress.Phase.UNPACKING));

        assertThatThrownBy(() -> unpacker.unpack(file, shelf.resolve("some")))
                .isInstanceOf(CancellationException.class);
        assertThat(everything()).containsExactly("a", "a/shelf", "some.zip");
    }

    @Test
    void aFolderThatIsThereIsNotTouched() throws IOException {
        Path mine =
                Files.writeString(Files.createDirectory(shelf.resolve("some")).resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> unpack(Zips.ratings("some"), SMALL)).hasMessageContaining("exists already");
        assertThat(mine).hasContent("mine");
        assertThat(everything()).containsExactly("a", "a/shelf", "a/shelf/some", "a/shelf/some/mine.txt", "some.zip");
    }

    @Test
    void entriesThatAreStoredUnpackedComeOut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] content = "1,1,1\n".getBytes(StandardCharsets.UTF_8);
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry("ratings.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }

        assertThat(unpack(bytes.toByteArray(), SMALL).resolve("ratings.csv")).hasContent("1,1,1");
    }
}
