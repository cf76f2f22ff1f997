package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {
    @TempDir
    private Path temp;

    /** The refusal: one sentence or two for a person, which name the file. */
    private static String refusal(Path path) {
        Throwable thrown = catchThrowable(() -> DatasetReader.read(path));
        assertThat(thrown).isInstanceOf(UnreadableDataException.class);
        assertThat(thrown.getMessage())
                .contains(path.getFileName().toString())
                .endsWith(".")
                .hasSizeLessThan(600)
                .doesNotContain("Exception");
        assertThat(thrown.getMessage().chars().filter(Character::isISOControl).count())
                .as("characters that a terminal would obey")
                .isZero();
        return thrown.getMessage();
    }

    @Test
    void aTextIsRefusedWithItsFirstLineAndAnExample() throws IOException {
        Path file = write(temp.resolve("README"), """

                SUMMARY
                =======

                These files contain 1,000,209 anonymous ratings of movies, made by
                6,040 users, who joined in 2000. Neither the University, nor any of the researchers,
                involved can guarantee the correctness of the data: see below.
                """);

        assertThat(refusal(file)).contains("line 2 is \"SUMMARY\"", "1::1193::5");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        byte[] bytes = new byte[5000];
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) random.nextInt(256);
        }
        assertThat(refusal(Files.write(temp.resolve("picture.png"), bytes))).contains("not a text file");
    }

    @Test
    void aBinaryFileWithoutZerosIsRefusedWithoutItsControlCharacters() throws IOException {
        byte[] bytes = new byte[300];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) (1 + k % 255);
        }
        refusal(Files.write(temp.resolve("noise.bin"), bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "META-INF/manifest.xml"})
    void aSpreadsheetIsSaidToBeOne(String part) throws IOException {
        Path file = temp.resolve("ratings.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(part));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        }

        assertThat(refusal(file)).contains("spreadsheet", "CSV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF"})
    void anEmptyFileIsRefused(String text) throws IOException {
        assertThat(refusal(write(temp.resolve("ratings.csv"), text))).contains("is empty");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(refusal(temp.resolve("nothing.csv"))).contains("does not exist");
    }

    @Test
    void aHeaderWithoutRatingsIsRefused() throws IOException {
        refusal(write(temp.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n"));
    }

    @Test
    void listsOfMoviesTagsAndLinksAreNoRatings() throws IOException {
        refusal(write(
                temp.resolve("movies.csv"),
                "movieId,title,genres\n1,Toy Story (1995),Adventure|Animation\n2,Jumanji (1995),Adventure|Fantasy\n"));
        refusal(write(
                temp.resolve("tags.csv"),
                "userId,movieId,tag,timestamp\n2,60756,funny,1445714994\n2,60756,7,1445714996\n"));
        refusal(write(temp.resolve("links.csv"), "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n"));
        refusal(write(
                temp.resolve("movies.dat"),
                "1::Toy Story (1995)::Animation|Children's|Comedy\n2::Jumanji (1995)::Adventure\n"));
        refusal(write(
                temp.resolve("u.item"),
                "1|Toy Story (1995)|01-Jan-1995||http://x|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n"));
        refusal(write(temp.resolve("u.user"), "1|24|M|technician|85711\n2|53|F|other|94043\n"));
    }

    @Test
    void theUsersOfMovieLens1mAreNoRatings() throws IOException {
        refusal(write(temp.resolve("users.dat"), "1::F::1::10::48067\n2::M::56::16::70072\n3::M::25::15::55117\n"));
    }

    @Test
    void mostlyBrokenLinesAreRefusedWithTheFirstOne() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int k = 0; k < 2000; k++) {
            text.append("u").append(k).append(k < 1200 ? ",1,4,100\n" : ",1,4,?\n");
        }
        text.append("u,1,4,?\n".repeat(2000));

        assertThat(refusal(write(temp.resolve("ratings.csv"), text.toString())))
                .contains("Line 1202 is \"u1200,1,4,?\"", "2800 of 4000");
    }

    @Test
    void aFolderWithoutRatingsIsRefusedWithWhatWasLookedFor() throws IOException {
        Path folder = temp.resolve("papers");
        write(folder.resolve("notes.txt"), "Nothing but words here.\n");

        assertThat(refusal(folder)).contains("ratings.csv", "ratings.dat", "u.data");
        assertThat(refusal(Files.createDirectory(temp.resolve("empty")))).contains("ratings.csv");
    }

    @Test
    void aFolderWithSeveralRatingFilesIsRefusedWithTheirNames() throws IOException {
        Path folder = temp.resolve("both");
        write(folder.resolve("first.csv"), "user,item,rating\na,x,3\n");
        write(folder.resolve("second.csv"), "user,item,rating\na,x,4\n");
        write(folder.resolve("notes.txt"), "Nothing but words here.\n");

        assertThat(refusal(folder)).contains("first.csv, second.csv").doesNotContain("notes.txt");
    }

    @Test
    void theOnlyRatingFileOfAFolderIsFoundWhateverItIsCalled() throws IOException {
        Path folder = temp.resolve("one");
        write(folder.resolve("mine.txt"), "user,item,rating\na,x,3\n");
        write(folder.resolve("notes.txt"), "Nothing but words here.\n");

        assertThat(DatasetReader.read(folder).dataset().ratings().size()).isEqualTo(1);
    }

    @Test
    void aBrokenZipIsRefused() throws IOException {
        Path folder = temp.resolve("data");
        write(folder.resolve("ratings.csv"), "user,item,rating\n" + "a,x,3\n".repeat(500));
        byte[] whole = Files.readAllBytes(SampleFiles.zip(folder, temp.resolve("whole.zip"), ""));

        assertThat(refusal(Files.write(temp.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2))))
                .contains("zip");
        assertThat(refusal(write(temp.resolve("words.zip"), "This is no zip file.", StandardCharsets.UTF_8)))
                .contains("zip");
        assertThat(refusal(Files.write(temp.resolve("zero.zip"), new byte[0]))).contains("zip");
    }

    @Test
    void aZipWithADamagedEntryIsRefused() throws IOException {
        Path folder = temp.resolve("data");
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < 3000; k++) {
            text.append(k * 7919 % 3001)
                    .append(',')
                    .append(k % 97)
                    .append(',')
                    .append(1 + k % 5)
                    .append('\n');
        }
        write(folder.resolve("ratings.csv"), text.toString());
        byte[] bytes = Files.readAllBytes(SampleFiles.zip(folder, temp.resolve("whole.zip"), ""));
        Arrays.fill(bytes, 60, 300, (byte) 0xFF); // within the compressed ratings
        Path damaged = Files.write(temp.resolve("damaged.zip"), bytes);

        refusal(damaged);
        assertThat(catchThrowable(() -> DatasetReader.read(folder, Optional.of(damaged), LoadMonitor.NONE)))
                .as("as a test file")
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("damaged.zip");
    }

    @Test
    void aTestFileThatIsNoneIsRefusedByItsName() throws IOException {
        Path base = write(temp.resolve("base.csv"), "user,item,rating\na,x,3\n");
        Path test = write(temp.resolve("test.csv"), "movieId,title,genres\n1,Toy Story (1995),Adventure\n");

        Throwable thrown = catchThrowable(() -> DatasetReader.read(base, Optional.of(test), LoadMonitor.NONE));

        assertThat(thrown).isInstanceOf(UnreadableDataException.class).hasMessageContaining("test.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ml-100k/README",
                "ml-100k/u.item",
                "ml-100k/u.user",
                "ml-100k/u.genre",
                "ml-100k/u.info",
                "ml-1m/README",
                "ml-1m/movies.dat",
                "ml-latest-small/README.txt",
                "ml-latest-small/links.csv",
                "ml-latest-small/movies.csv",
                "ml-latest-small/tags.csv"
            })
    void theOtherFilesOfTheRealDataSetsAreNoRatings(String name) {
        Path file = Path.of("..", "shared", "data").resolve(name);
        assumeTrue(Files.isRegularFile(file), "needs the MovieLens data beside the project");

        refusal(file);
    }
}
