package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.RatingScale;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomLayoutsTest {
    @TempDir
    private Path temp;

    private LoadedData read(String text) throws IOException {
        return DatasetReader.read(write(temp.resolve("some.txt"), text));
    }

    @Test
    void columnsAreFoundByTheirNamesInAnyOrder() throws IOException {
        LoadedData loaded = read("Book-Rating,Comment,ISBN,User-ID\n7,good,0195153448,276725\n0,bad,0002005018,8\n");

        assertThat(ratings(loaded.dataset())).containsExactly("276725 0195153448 7.0", "8 0002005018 0.0");
        assertThat(loaded.dataset().scale()).isEqualTo(new RatingScale(0, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user,item,rating\nann,x,4\nbob,y,2.5\n",
                "user;item;rating\nann;x;4\nbob;y;2.5\n",
                "user\titem\trating\nann\tx\t4\nbob\ty\t2.5\n",
                "user|item|rating\nann|x|4\nbob|y|2.5\n",
                "user item rating\nann x 4\nbob y 2.5\n",
                "ann,x,4\nbob,y,2.5\n",
                "ann;x;4\nbob;y;2.5\n",
                "ann x 4\nbob y 2.5\n",
                "ann::x::4\nbob::y::2.5\n",
                "  ann , x ,4\nbob,y , 2.5  \n",
                "\"ann\",\"x\",\"4\"\n\"bob\",\"y\",\"2.5\"\n",
                "\uFEFFuser,item,rating\nann,x,4\nbob,y,2.5\n",
                "\uFEFFann,x,4\nbob,y,2.5\n",
                "user,item,rating\r\nann,x,4\r\nbob,y,2.5\r\n",
                "user,item,rating\n\nann,x,4\n   \n\nbob,y,2.5\n\n\n",
                "\n\nann,x,4\nbob,y,2.5",
                "ann,x,+4.0\nbob,y,2.50\n",
            })
    void everyUsualWayOfWritingGivesTheSameRatings(String text) throws IOException {
        LoadedData loaded = read(text);

        assertThat(ratings(loaded.dataset())).containsExactly("ann x 4.0", "bob y 2.5");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.problemCount()).isZero();
    }

    @Test
    void blankLinesBeforeTheHeaderDoNotHideIt() throws IOException {
        LoadedData loaded = read("\n\nitem,rating,user\nx,4,ann\ny,2.5,bob\n");

        assertThat(ratings(loaded.dataset())).containsExactly("ann x 4.0", "bob y 2.5");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void otherEncodingsAreRecognised() throws IOException {
        String text = "user,item,rating\nZoë,Füße,4\nRené,Ærø,3\n";
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
            LoadedData loaded = DatasetReader.read(write(temp.resolve("names.csv"), text, charset));
            assertThat(ratings(loaded.dataset())).containsExactly("Zoë Füße 4.0", "René Ærø 3.0");
            assertThat(loaded.layout().charset()).isEqualTo(charset);
        }
    }

    @Test
    void aFileWhoseEncodingShowsLateLeavesNoTraceOfTheFirstTry() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\né,x,4\n");
        for (int k = 0; text.length() < 300_000; k++) {
            text.append("user").append(k).append(",some item,3\n");
        }
        byte[] start = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = "ü,x,4\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        Path file = Files.write(temp.resolve("late.csv"), all);

        LoadedData loaded = DatasetReader.read(file);

        assertThat(loaded.dataset().users().ids()).contains("ü");
        assertThat(loaded.dataset().users().size())
                .as("users, each of whom has one rating")
                .isEqualTo(loaded.dataset().ratings().size());
    }

    @Test
    void theFourthColumnWithoutAHeaderIsTheTimeWhereItIsWhole() throws IOException {
        assertThat(ratings(read("a,x,4,100\nb,y,3,200\n").dataset())).containsExactly("a x 4.0 100", "b y 3.0 200");
        assertThat(ratings(read("a,x,4,nice\nb,y,3,dull\n").dataset())).containsExactly("a x 4.0", "b y 3.0");
    }

    @Test
    void theScaleIsLearnedFromTheRatings() throws IOException {
        assertThat(read("a,x,10\nb,y,1\nc,x,7\n").dataset().scale()).isEqualTo(new RatingScale(1, 10, 1));
        assertThat(read("a,x,-9.75\nb,y,9.25\n").dataset().scale()).isEqualTo(new RatingScale(-9.75f, 9.25f, 0.25f));
    }

    @Test
    void duplicatesGiveWayToTheLastOneAndAreCounted() throws IOException {
        LoadedData loaded = read("user,item,rating\na,x,1\na,y,2\na,x,3\nb,x,4\na,x,5\na,y,2\n");

        assertThat(ratings(loaded.dataset())).containsExactly("b x 4.0", "a x 5.0", "a y 2.0");
        assertThat(loaded.duplicates()).isEqualTo(3);
        assertThat(loaded.problemCount()).isZero();
    }

    @Test
    void quotedFieldsMayHoldDelimitersAndQuotes() throws IOException {
        LoadedData loaded = read("user,item,rating\nann,\"Good, Bad\",4\nbob,\"Say \"\"no\"\"\",3\n");

        assertThat(ratings(loaded.dataset())).containsExactly("ann Good, Bad 4.0", "bob Say \"no\" 3.0");
    }
}
