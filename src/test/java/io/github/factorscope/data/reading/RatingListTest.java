package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.NamedRating;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingListTest {
    @TempDir
    private Path folder;

    private RatingList read(String text) throws IOException {
        return RatingList.read(Files.writeString(folder.resolve("mine.csv"), text, StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        List<NamedRating> ratings = List.of(
                new NamedRating("1", "Alien (1979)", 5),
                new NamedRating("x,\"y\"", "Crouching Tiger, Hidden \"Dragon\" (2000)", 3.5f),
                new NamedRating("7", "", 0.25f),
                new NamedRating("8", "Amélie – 愛", 4));
        StringWriter written = new StringWriter();
        RatingList.write(ratings, written);
        RatingList list = read(written.toString());

        assertThat(written.toString()).startsWith("item,title,rating\n1,Alien (1979),5\n");
        assertThat(list.ratings()).isEqualTo(ratings);
        assertThat(list.lines()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(list.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item,title,rating\n7,Alien,4\n",
                "7,Alien,4",
                "\uFEFFRating , Title,ITEM\r\n4,Alien,7\r\n",
                "item,title,when,rating\n7,Alien,today,4.0\n\n",
            })
    void theHeadingMayBeMissingOrInAnotherOrder(String text) throws IOException {
        assertThat(read(text).ratings()).containsExactly(new NamedRating("7", "Alien", 4));
        assertThat(read(text).problems()).isEmpty();
    }

    @Test
    void itemOrTitleMayBeLeftOut() throws IOException {
        assertThat(read("7,4").ratings()).containsExactly(new NamedRating("7", "", 4));
        assertThat(read("title,rating\nAlien,4").ratings()).containsExactly(new NamedRating("", "Alien", 4));
    }

    @Test
    void badLinesAreToldByNumberAndTheGoodOnesKept() throws IOException {
        RatingList list = read("item,title,rating\n1,Alien,many\n2,Aliens\n3,Heat,4\n,,3\n5,\"Up,2\n6,Jaws,NaN\n");

        assertThat(list.ratings()).containsExactly(new NamedRating("3", "Heat", 4));
        assertThat(list.lines()).containsExactly(4L);
        assertThat(list.problems()).extracting(Problem::line).containsExactly(2L, 3L, 5L, 6L, 7L);
        assertThat(list.problems()).extracting(Problem::reason).allSatisfy(reason -> assertThat(reason)
                .isNotBlank());
        assertThat(list.problems().get(0).reason()).isEqualTo("the rating \"many\" is not a number");
    }

    @Test
    void aFileThatIsNoTextOrFarTooLargeIsRefused() throws IOException {
        assertThatThrownBy(() -> read("PK\0\0\0")).isInstanceOf(UnreadableDataException.class);
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(RatingList.MOST_BYTES + 1);
        }

        assertThatThrownBy(() -> RatingList.read(large))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("large.csv")
                .hasMessageEndingWith(".");
    }
}
