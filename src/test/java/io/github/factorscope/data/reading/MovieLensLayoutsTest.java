package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingScale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieLensLayoutsTest {
    @TempDir
    private Path temp;

    private enum Shape {
        FILE,
        FOLDER,
        ZIP,
        ZIP_OF_FOLDER
    }

    /** Reads the same files in every way in which a user may name them. */
    private List<LoadedData> readInEveryShape(Path ratings) throws IOException {
        return Arrays.stream(Shape.values())
                .map(shape -> readAs(shape, ratings))
                .toList();
    }

    private LoadedData readAs(Shape shape, Path ratings) {
        Path folder = ratings.getParent();
        try {
            Path path =
                    switch (shape) {
                        case FILE -> ratings;
                        case FOLDER -> folder;
                        case ZIP -> SampleFiles.zip(folder, temp.resolve("flat.zip"), "");
                        case ZIP_OF_FOLDER ->
                            SampleFiles.zip(folder, temp.resolve("deep.zip"), folder.getFileName() + "/");
                    };
            return DatasetReader.read(path);
        } catch (IOException e) {
            throw new AssertionError(shape + " was refused", e);
        }
    }

    @Test
    void ml100kIsTabSeparatedWithLatin1Titles() throws IOException {
        Path folder = temp.resolve("ml-100k");
        write(folder.resolve("README"), "SUMMARY & USAGE LICENSE, which has commas, too\n");
        write(folder.resolve("u.user"), "1|24|M|technician|85711\n2|53|F|other|94043\n");
        write(folder.resolve("u.item"), """
                242|Kolya (1996)|24-Jan-1997||http://x|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0
                302|Misérables, Les (1995)|01-Jan-1997||http://y|0|1|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|1
                """, StandardCharsets.ISO_8859_1);
        Path file = write(
                folder.resolve("u.data"), "196\t242\t3\t881250949\n186\t302\t3\t891717742\n196\t302\t1\t881250950\n");

        for (LoadedData loaded : readInEveryShape(file)) {
            assertThat(loaded.layout().name()).isEqualTo("MovieLens 100K");
            assertThat(ratings(loaded.dataset()))
                    .containsExactly("196 242 3.0 881250949", "186 302 3.0 891717742", "196 302 1.0 881250950");
            assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.WHOLE_STARS);
            assertThat(loaded.dataset().items().items())
                    .containsExactly(
                            new Item("242", "Kolya", 1996, List.of("Comedy")),
                            new Item("302", "Les Misérables", 1995, List.of("Action", "Drama", "Western")));
            assertThat(loaded.problemCount()).isZero();
        }
    }

    @Test
    void ml1mHasDoubleColonsAndLatin1Titles() throws IOException {
        Path folder = temp.resolve("ml-1m");
        writeMoviesDat(folder);
        Path file = write(folder.resolve("ratings.dat"), "1::1193::5::978300760\n2::661::3::978302109\n");

        for (LoadedData loaded : readInEveryShape(file)) {
            assertThat(loaded.layout().name()).isEqualTo("MovieLens 1M");
            assertThat(ratings(loaded.dataset())).containsExactly("1 1193 5.0 978300760", "2 661 3.0 978302109");
            assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.WHOLE_STARS);
            assertThat(loaded.dataset().items().item(0))
                    .isEqualTo(new Item("1193", "La Cité des enfants perdus", 1995, List.of("Adventure", "Sci-Fi")));
            assertThat(loaded.dataset().items().item(1).label()).isEqualTo("Alien: Director's Cut, v2 (1979)");
        }
    }

    @Test
    void ml1mMayComeWithoutTimes() throws IOException {
        Path folder = temp.resolve("ml-1m");
        writeMoviesDat(folder);
        Path file = write(folder.resolve("ratings.dat"), "1::1193::5\n1::661::3\n2::661::4\n");

        for (LoadedData loaded : readInEveryShape(file)) {
            assertThat(loaded.layout().name()).isEqualTo("MovieLens 1M without times");
            assertThat(ratings(loaded.dataset())).containsExactly("1 1193 5.0", "1 661 3.0", "2 661 4.0");
            assertThat(loaded.dataset().items().item(0).year()).isEqualTo(1995);
        }
    }

    private static void writeMoviesDat(Path folder) throws IOException {
        write(folder.resolve("movies.dat"), """
                1193::Cité des enfants perdus, La (1995)::Adventure|Sci-Fi
                661::Alien: Director's Cut, v2 (1979)::Horror
                """, StandardCharsets.ISO_8859_1);
    }

    @Test
    void doubleColonFilesWithHalfStarsHaveTheScaleOfHalfStars() throws IOException {
        Path file = write(temp.resolve("ratings.dat"), "1::122::5::838985046\n1::185::4.5::838983525\n");

        assertThat(DatasetReader.read(file).dataset().scale()).isEqualTo(RatingScale.HALF_STARS);
    }

    @Test
    void latestHasHalfStarsAndQuotedTitles() throws IOException {
        Path folder = temp.resolve("ml-latest-small");
        write(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n");
        write(folder.resolve("tags.csv"), "userId,movieId,tag,timestamp\n2,1,funny,1445714994\n");
        write(folder.resolve("movies.csv"), """
                movieId,title,genres
                1,"Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",Western
                2,"Say ""Amélie"" twice",(no genres listed)
                """);
        Path file = write(
                folder.resolve("ratings.csv"),
                "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,2,0.5,964981247\n7,2,3.5,964982224\n");

        for (LoadedData loaded : readInEveryShape(file)) {
            assertThat(loaded.layout().name()).startsWith("MovieLens latest");
            assertThat(ratings(loaded.dataset()))
                    .containsExactly("1 1 4.0 964982703", "1 2 0.5 964981247", "7 2 3.5 964982224");
            assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.HALF_STARS);
            assertThat(loaded.dataset().items().item(0).title())
                    .isEqualTo("The Good, the Bad and the Ugly (Buono, il brutto, il cattivo, Il)");
            assertThat(loaded.dataset().items().item(0).year()).isEqualTo(1966);
            assertThat(loaded.dataset().items().item(1)).isEqualTo(new Item("2", "Say \"Amélie\" twice", 0, List.of()));
        }
    }

    @Test
    void aDataSetIsCalledByItsFolderOrArchive() throws IOException {
        Path file = write(temp.resolve("ml-tiny").resolve("ratings.dat"), "1::2::5\n");
        Path zip = SampleFiles.zip(file.getParent(), temp.resolve("download.zip"), "");

        assertThat(DatasetReader.read(file).dataset().name()).isEqualTo("ml-tiny");
        assertThat(DatasetReader.read(file.getParent()).dataset().name()).isEqualTo("ml-tiny");
        assertThat(DatasetReader.read(zip).dataset().name()).isEqualTo("download");
    }

    @Test
    void aGivenTestFileSharesTheIdsOfTheRatings() throws IOException {
        Path base = write(temp.resolve("u1.base"), "1\t10\t3\t100\n2\t20\t4\t100\n");
        Path test = write(temp.resolve("u1.test"), "2\t10\t5\t100\n3\t30\t1\t100\n");

        LoadedData loaded = DatasetReader.read(base, Optional.of(test), LoadMonitor.NONE);

        assertThat(loaded.dataset().ratings().size()).isEqualTo(2);
        assertThat(loaded.dataset().givenTest().size()).isEqualTo(2);
        assertThat(loaded.dataset().users().ids()).containsExactly("1", "2", "3");
        assertThat(loaded.dataset().items().ids().ids()).containsExactly("10", "20", "30");
        assertThat(loaded.dataset().givenTest().user(0)).isEqualTo(1);
        assertThat(loaded.dataset().givenTest().item(0)).isZero();
    }

    @Test
    void theScaleCoversTheGivenTestRatingsToo() throws IOException {
        Path base = write(temp.resolve("base.csv"), "user,item,rating\na,x,2\na,y,3\nb,x,4\n");
        Path test = write(temp.resolve("test.csv"), "user,item,rating\nb,y,5\n");

        LoadedData loaded = DatasetReader.read(base, Optional.of(test), LoadMonitor.NONE);

        assertThat(loaded.dataset().scale().contains(5)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ml-100k,         943,  1682, 100000, 3.52986",
        "ml-1m,           6040, 3706, 1000209, 3.58156",
        "ml-latest-small, 610,  9724, 100836, 3.50156"
    })
    void theRealDataSetsAreReadWhole(String name, int users, int items, int count, double mean) throws IOException {
        Path folder = Path.of("..", "shared", "data", name);
        assumeTrue(Files.isDirectory(folder), "needs the MovieLens data beside the project");

        LoadedData loaded = DatasetReader.read(folder);

        assertThat(loaded.problemCount()).isZero();
        assertThat(loaded.duplicates()).isZero();
        assertThat(loaded.dataset().items().items())
                .noneMatch(item -> item.title().startsWith("Item "));
        assertThat(loaded.dataset().users().size()).isEqualTo(users);
        assertThat(loaded.dataset().items().size()).isEqualTo(items);
        assertThat(loaded.dataset().ratings().size()).isEqualTo(count);
        assertThat(loaded.dataset().matrix(loaded.dataset().ratings()).mean()).isCloseTo(mean, within(1e-5));
    }
}
