package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would harm a careless reader. */
class HostileFilesTest {
    private static final int BOMB_LINES = 18_000_000; // 108 MB, which shrink to a thousandth

    @TempDir
    private Path temp;

    private static String refusal(Path path) {
        return refusal(ReadingRequest.of(path), LoadMonitor.NONE);
    }

    private static String refusal(ReadingRequest request, LoadMonitor monitor) {
        Throwable thrown = catchThrowable(() -> DatasetReader.read(request, monitor));
        assertThat(thrown).isInstanceOf(UnreadableDataException.class);
        Refusals.requireClear(thrown.getMessage(), request.path());
        return thrown.getMessage();
    }

    private static void writeBomb(OutputStream out) throws IOException {
        byte[] lines = "1 2 3\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; k < BOMB_LINES; k += 10_000) {
            out.write(lines);
        }
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path bomb = temp.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("ratings.csv"));
            writeBomb(out);
            out.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);

        assertThat(refusal(bomb)).contains("unpacks to more than 64 MB");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path bomb = temp.resolve("ratings.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            writeBomb(out);
        }
        assertThat(refusal(bomb)).contains("unpacks to more than 64 MB");
    }

    @Test
    void aBombBesideTheRatingsLeavesTheItemsWithoutTitles() throws IOException {
        Path file = write(temp.resolve("ratings.csv"), "userId,movieId,rating\n1,2,3\n2,1,4\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(temp.resolve("movies.csv.gz")))) {
            out.write("movieId,title\n".getBytes(StandardCharsets.US_ASCII));
            byte[] lines = "1,Alien\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int k = 0; k < 1000; k++) {
                out.write(lines);
            }
        }
        assertThat(DatasetReader.read(file).dataset().items().item(0).title()).isEqualTo("Item 2");
        ReadingRequest asked = ReadingRequest.of(file).withItems(Optional.of(temp.resolve("movies.csv.gz")));
        assertThat(catchThrowable(() -> DatasetReader.read(asked, LoadMonitor.NONE)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("movies.csv.gz was not loaded: it unpacks to more than");
    }

    @Test
    void aZipWhoseNamesLeadOutOfItIsRefusedAndWritesNothing() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("inner"));
        for (String name : List.of("../ratings.csv", "data/../../ratings.csv", "..\\ratings.csv")) {
            Path zip = Files.write(folder.resolve("evil.zip"), MessyFile.zip(name, new MessyFile.Writer().bytes()));

            assertThat(refusal(zip)).contains("leads out of its folder", "..");
        }
        assertThat(temp.resolve("ratings.csv")).doesNotExist();
        assertThat(folder.resolve("ratings.csv")).doesNotExist();
    }

    /** Ratings, and after some of them a line of so many characters. */
    private static final class EndlessLine extends Reader {
        private final String before = "user,item,rating\n" + "a,x,3\nb,y,4\n".repeat(30);
        private final String after = "\nc,x,5\n";
        private final long length;
        private long at;

        EndlessLine(long length) {
            this.length = length;
        }

        @Override
        public int read(char[] target, int offset, int wanted) {
            int k = 0;
            while (k < wanted && at < before.length() + length + after.length()) {
                target[offset + k++] = charAt(at++);
            }
            return k == 0 ? -1 : k;
        }

        private char charAt(long position) {
            if (position < before.length()) {
                return before.charAt((int) position);
            }
            long behind = position - before.length() - length;
            return behind < 0 ? 'z' : after.charAt((int) behind);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void aLineOfTwoGigabytesIsAProblemAndTheMemoryStaysBounded() throws IOException {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        List<String> records = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();

        new RecordReader(new Dialect(",", true), 3).read(new EndlessLine(1L << 31), new RecordReader.Handler() {
            @Override
            public void onRecord(long line, String text, List<String> fields) {
                records.add(String.join(" ", fields));
            }

            @Override
            public void onMalformed(long line, String text, Reason reason) {
                problems.add(new Problem(line, text, reason));
            }
        });

        assertThat(records).hasSize(62).last().isEqualTo("c x 5");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(62);
        assertThat(problems.get(0).reason()).contains("longer than");
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(40L << 20);
    }

    @Test
    void aFileWithALineThatNeverEndsIsReadAroundIt() throws IOException {
        Path file = write(
                temp.resolve("long.csv"),
                "user,item,rating\n" + "a,x,3\nb,y,4\nb,x,5\n".repeat(30) + "z".repeat(3 << 20) + "\nc,x,5\n");

        LoadedData loaded = DatasetReader.read(file);

        assertThat(loaded.problemCount()).isEqualTo(1);
        assertThat(loaded.problems().get(0).line()).isEqualTo(92);
        assertThat(loaded.dataset().users().ids()).containsExactly("a", "b", "c");
    }

    @Test
    void aFileThatIsOneEndlessLineIsRefused() throws IOException {
        Path file = write(temp.resolve("one.csv"), "1,2,3,".repeat(200_000));

        assertThat(refusal(file)).contains("its first line is longer than");
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
        Path file = write(temp.resolve("growing.csv"), "user,item,rating\n" + "a,x,3\n".repeat(200_000));
        LoadMonitor appending = (lines, share) -> {
            try {
                Files.writeString(file, "b,x,4\n".repeat(5000), StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        };

        assertThat(refusal(ReadingRequest.of(file), appending)).contains("changed while it was read", "1,200,017");
    }

    @Test
    void whatMayNotBeReadIsRefused() throws IOException {
        Path file = write(temp.resolve("locked").resolve("ratings.csv"), "user,item,rating\na,x,3\n");
        Path folder = file.getParent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(folder), "needs a user whom permissions bind");
            assertThat(refusal(folder)).contains("permissions");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertThat(refusal(file)).contains("permissions");
        refusal(folder);
    }

    @Test
    void foldersThatHoldThemselvesAreRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("round"));
        Files.createSymbolicLink(folder.resolve("again"), folder);

        assertThat(refusal(folder)).contains("holds no file with ratings");

        Path itself = temp.resolve("itself");
        Files.createSymbolicLink(itself, itself);
        assertThat(refusal(itself)).contains("link");
    }

    @Test
    void foldersOfFoldersOfFoldersEnd() throws IOException {
        Path deep = temp.resolve("deep");
        Path at = deep;
        for (int k = 0; k < 40; k++) {
            at = at.resolve("x");
        }
        Files.createDirectories(at);

        refusal(deep);
    }

    @Test
    void devicesAndPipesAreRefused() {
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros), "needs a Unix");

        assertThat(refusal(zeros)).contains("device");
    }

    @Test
    void aFolderOfVeryManyFilesIsNotSearched() throws IOException {
        Path folder = temp.resolve("many");
        for (int k = 0; k < 600; k++) {
            write(folder.resolve("part" + k + ".csv"), "user,item,rating\na,x,3\n");
        }
        assertThat(refusal(folder)).contains("600 files");
    }

    @Test
    void aTarArchiveIsCalledByItsName() throws IOException {
        byte[] tar = new byte[2048];
        byte[] name = "ratings.csv".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, tar, 0, name.length);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);

        assertThat(refusal(Files.write(temp.resolve("data.tar.gz"), MessyFile.gzip(tar))))
                .contains("tar archive");
    }

    @Test
    void manyUnclosedQuotesSpoilTheirOwnLines() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < 3000; k++) {
            text.append(k % 100 == 50 ? "u" + k + ",\"x,3\n" : "u" + k + ",\"x\",4\n");
        }
        LoadedData loaded = DatasetReader.read(write(temp.resolve("quotes.csv"), text.toString()));

        assertThat(loaded.problemCount()).isEqualTo(30);
        assertThat(loaded.dataset().ratings().size()).isEqualTo(2970);
    }
}
