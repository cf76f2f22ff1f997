package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsCacheTest {
    private static final String TEXT =
            """
            userId,movieId,rating,timestamp
            1,10,4.0,978300760
            1,20,3.5,978300761
            broken
            zoë,20,0.5,4102444800
            2,10,5.0,978300762
            1,10,2.0,978300763
            2,30,9.0,978300764
            """ + "3,10,4.0,5\n4,10,3.0,5\n5,10,4.5,5\n6,10,4.0,5\n7,10,5.0,5\n8,10,4.0,5\n9,10,4.0,5\n".repeat(5);

    @TempDir
    private Path temp;

    private Path source;
    private Path kept;
    private Path folderOfUser;
    private String homeBefore;

    @BeforeEach
    void keepEverything() throws IOException {
        homeBefore = System.getProperty("factorscope.home");
        System.setProperty("factorscope.home", temp.resolve("home").toString());
        System.setProperty(RatingsCache.LEAST_BYTES, "1");
        source = Files.writeString(Files.createDirectory(temp.resolve("data")).resolve("ratings.csv"), TEXT);
        kept = source.resolveSibling("ratings.csv.fscache");
        folderOfUser = temp.resolve("home").resolve("cache");
    }

    @AfterEach
    void keepAsUsual() {
        System.clearProperty(RatingsCache.LEAST_BYTES);
        if (homeBefore == null) {
            System.clearProperty("factorscope.home");
        } else {
            System.setProperty("factorscope.home", homeBefore);
        }
    }

    private static final ReadingPolicy POLICY = ReadingPolicy.USUAL.withMostProblems(0.5);

    private LoadedData load() throws IOException {
        return load(POLICY);
    }

    private LoadedData load(ReadingPolicy policy) throws IOException {
        return DatasetReader.read(ReadingRequest.of(source).withPolicy(policy), LoadMonitor.NONE);
    }

    private Optional<CachedReading> recalled() {
        return cache().read(LoadMonitor.NONE);
    }

    private RatingsCache cache() {
        return new RatingsCache(List.of(source), "data", Optional.empty(), POLICY);
    }

    private static String words(LoadedData loaded) {
        return ratings(loaded.dataset()) + "\n" + loaded.dataset().users().ids() + "\n"
                + loaded.dataset().items().items() + "\n" + loaded.dataset().scale() + "\n" + loaded.layout() + "\n"
                + loaded.problems() + loaded.problemCount() + " " + loaded.duplicates() + " " + loaded.outsideScale()
                + " " + loaded.unrated() + " " + loaded.dataset().name()
                + loaded.dataset().source();
    }

    @Test
    void theSecondOpeningGivesWhatTheFirstGave() throws IOException {
        String first = words(load());

        assertThat(kept).exists();
        assertThat(recalled()).isPresent();
        assertThat(words(load())).isEqualTo(first);
        assertThat(first).contains("broken", "outside-scale", "zoë");
    }

    @Test
    void whatWasKeptIsSaidInTheLanguageOfWhoeverReadsIt() throws IOException {
        assertThat(load().problems().get(1).reason()).isEqualTo("the rating 9.0 is outside the scale 0.5 to 5.0");
        Texts.use(Locale.KOREAN);
        try {
            assertThat(recalled()).isPresent();
            assertThat(load().problems().get(1).reason()).contains("척도");
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    @Test
    void smallFilesAreNotKept() throws IOException {
        System.clearProperty(RatingsCache.LEAST_BYTES);
        load();

        assertThat(kept).doesNotExist();
        assertThat(folderOfUser).doesNotExist();
    }

    @Test
    void aTestFileMayBeReadBesideWhatWasKept() throws IOException {
        Path test =
                Files.writeString(temp.resolve("test.csv"), "userId,movieId,rating,timestamp\n2,20,3,1\nnew,10,4,2\n");
        ReadingRequest request = ReadingRequest.of(source).withPolicy(POLICY).withTest(Optional.of(test));
        String first = words(DatasetReader.read(request, LoadMonitor.NONE));
        LoadedData again = DatasetReader.read(request, LoadMonitor.NONE);

        assertThat(words(again)).isEqualTo(first);
        assertThat(again.dataset().givenTest().size()).isEqualTo(2);
        assertThat(again.dataset().users().ids()).contains("new");
        assertThat(recalled().orElseThrow().users().ids()).doesNotContain("new");
    }

    @Test
    void aChangedBitAnywhereIsNoticed() throws IOException {
        load();
        byte[] whole = Files.readAllBytes(kept);
        for (int k = 0; k < whole.length; k++) {
            byte[] damaged = whole.clone();
            damaged[k] ^= (byte) (1 << (k % 8));
            Files.write(kept, damaged);
            assertThat(recalled()).as("byte %d of %d", k, whole.length).isEmpty();
        }
        Files.write(kept, whole);
        assertThat(recalled()).isPresent();
    }

    @Test
    void anythingCutOffOrAddedIsNoticed() throws IOException {
        load();
        byte[] whole = Files.readAllBytes(kept);
        for (int length = 0; length < whole.length; length++) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThat(recalled()).as("%d of %d bytes", length, whole.length).isEmpty();
        }
        Files.write(kept, Arrays.copyOf(whole, whole.length + 1));
        assertThat(recalled()).isEmpty();
    }

    @Test
    void aDamagedCacheIsPassedOverAndMadeAnew() throws IOException {
        String first = words(load());
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, new byte[whole.length]);

        assertThat(words(load())).isEqualTo(first);
        assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
    }

    @Test
    void aFileThatChangedIsReadAnew() throws IOException {
        load();
        FileTime before = Files.getLastModifiedTime(source);
        Files.writeString(source, TEXT.replace("2,10,5.0", "2,10,4.5")); // as long as before
        assertThat(recalled()).isEmpty();
        assertThat(ratings(load().dataset())).contains("2 10 4.5 978300762");

        Files.writeString(source, TEXT.replace("2,10,5.0", "2,10,1.5"));
        Files.setLastModifiedTime(source, before);
        assertThat(recalled()).isEmpty(); // the samples tell

        Files.writeString(source, TEXT);
        Files.setLastModifiedTime(source, FileTime.fromMillis(before.toMillis() + 5000));
        assertThat(recalled()).isEmpty();
        assertThat(ratings(load().dataset())).contains("2 10 5.0 978300762");
    }

    @Test
    void whatWasAskedForOtherwiseIsReadAnew() throws IOException {
        load();
        LoadedData first = load(POLICY.withDuplicates(ReadingPolicy.Repeated.FIRST));

        assertThat(ratings(first.dataset())).contains("1 10 4.0 978300760");
        assertThat(ratings(load().dataset())).contains("1 10 2.0 978300763");
        Layout other = first.layout().withScale(Optional.empty());
        LoadedData free = DatasetReader.read(
                ReadingRequest.of(source).withPolicy(POLICY).withLayout(Optional.of(other)), LoadMonitor.NONE);
        assertThat(ratings(free.dataset())).contains("2 30 9.0 978300764");
    }

    @Test
    void whereTheFolderMayNotBeWrittenTheUsersTakesIt() throws IOException {
        Files.createDirectories(kept.resolve("in the way"));
        String first = words(load());

        try (var files = Files.list(folderOfUser)) {
            assertThat(files).hasSize(1).allMatch(file -> file.toString().endsWith("-ratings.csv.fscache"));
        }
        assertThat(recalled()).isPresent();
        assertThat(words(load())).isEqualTo(first);
    }

    @Test
    void whereNothingCanBeWrittenTheRatingsAreOpenedAllTheSame() throws IOException {
        Files.createDirectories(kept.resolve("in the way"));
        Files.writeString(Files.createDirectories(folderOfUser.getParent()).resolve("cache"), "a file, no folder");

        assertThat(words(load())).isEqualTo(words(load()));
        try (var files = Files.list(source.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(source, kept);
        }
    }

    @Test
    void inTheUsersFolderTheOldestGiveWay() throws IOException {
        Files.createDirectories(folderOfUser);
        for (int k = 0; k < 12; k++) {
            Path old = Files.writeString(folderOfUser.resolve(k + "-x.fscache"), "old");
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L * k));
        }
        Files.createDirectories(kept.resolve("in the way"));
        load();

        try (var files = Files.list(folderOfUser)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .hasSize(8)
                    .contains("11-x.fscache", "5-x.fscache")
                    .doesNotContain("4-x.fscache");
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedInTime() throws IOException {
        Path old = Files.writeString(source.resolveSibling(".ratings.csv.fscache.1.part"), "half");
        Path young = Files.writeString(source.resolveSibling(".ratings.csv.fscache.2.part"), "half");
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        load();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aZipIsKeptToo() throws IOException {
        Path zip = SampleFiles.zip(source.getParent(), temp.resolve("data.zip"), "data/");
        String first = words(DatasetReader.read(ReadingRequest.of(zip).withPolicy(POLICY), LoadMonitor.NONE));

        assertThat(temp.resolve("data.zip.fscache")).exists();
        assertThat(words(DatasetReader.read(ReadingRequest.of(zip).withPolicy(POLICY), LoadMonitor.NONE)))
                .isEqualTo(first);
    }

    @Test
    void aMonitorThatSaysNoEndsTheOpening() throws IOException {
        load();

        assertThatThrownBy(() -> cache().read((lines, share) -> false)).isInstanceOf(CancellationException.class);
    }

    @Test
    void ratingsOfEveryKindComeBack() throws IOException {
        IdIndex.Builder users = new IdIndex.Builder();
        IdIndex.Builder items = new IdIndex.Builder();
        for (boolean manyItems : new boolean[] {false, true}) {
            for (boolean manyLevels : new boolean[] {false, true}) {
                for (long span : new long[] {0, 1, 1L << 40}) {
                    check(users, items, manyItems ? 70_000 : 300, manyLevels ? 1000 : 10, span);
                }
            }
        }
    }

    private void check(IdIndex.Builder users, IdIndex.Builder items, int itemCount, int levels, long span)
            throws IOException {
        while (users.size() < 500) {
            users.indexOf("u" + users.size());
        }
        while (items.size() < itemCount) {
            items.indexOf("i" + items.size());
        }
        Ratings.Builder built = new Ratings.Builder(span > 0);
        for (int k = 0; k < 70_000; k++) { // more than one block, first by user, then in disorder
            int user = k < 66_000 ? k / 200 : k % 500;
            built.add(user, (int) (k * 7919L % itemCount), k % levels / 4f - 3, k * span);
        }
        Ratings ratings = built.build();
        CachedReading reading =
                new CachedReading(users.build(), items.build(), ratings, load().layout(), List.of(), 0, 1, 2, 3);
        cache().write(reading, cache().stamp());
        Ratings back = recalled().orElseThrow().ratings();

        assertThat(back.size()).isEqualTo(ratings.size());
        assertThat(back.hasTimes()).isEqualTo(span > 0);
        for (int k = 0; k < ratings.size(); k++) {
            boolean same = back.user(k) == ratings.user(k)
                    && back.item(k) == ratings.item(k)
                    && back.value(k) == ratings.value(k)
                    && (span == 0 || back.time(k) == ratings.time(k));
            assertThat(same).as("rating %d", k).isTrue();
        }
    }

    @Test
    void aFileFilledWhileItIsReadIsNotKept() throws IOException {
        String stamp = cache().stamp();
        load();
        CachedReading reading = recalled().orElseThrow();
        Files.delete(kept);
        Files.write(source, (TEXT + "9,9,4.0,1\n").getBytes(StandardCharsets.UTF_8));
        cache().write(reading, stamp);

        assertThat(kept).doesNotExist();
    }

    @Test
    void aFileFarTooLargeForOneSampleHasItsOwnState() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int k = 0; k < 40_000; k++) {
            bytes.write((k + ",1,4.0,5\n").getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(temp.resolve("large.csv"), bytes.toByteArray());
        FileTime time = Files.getLastModifiedTime(file);
        String before = SourceStamp.of(List.of(file));
        byte[] changed = bytes.toByteArray();
        changed[changed.length - 2] = '6';
        Files.write(file, changed);
        Files.setLastModifiedTime(file, time);

        assertThat(SourceStamp.of(List.of(file))).isNotEqualTo(before);
    }
}
