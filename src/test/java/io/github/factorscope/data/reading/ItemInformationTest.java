package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemInformationTest {
    @TempDir
    private Path temp;

    private Path ratings;

    @BeforeEach
    void writeRatings() throws IOException {
        ratings = write(temp.resolve("votes.csv"), "user,item,rating\nann,m7,4\nbob,m12,2\nbob,m7,1\n");
    }

    private List<Item> read(Path items) throws IOException {
        return DatasetReader.read(ReadingRequest.of(ratings).withItems(Optional.of(items)), LoadMonitor.NONE)
                .dataset()
                .items()
                .items();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "itemId,title,year,genres\nm7,\"Matrix, The\",1999,Action|Sci-Fi\nm12,Alien,1979,Horror\n",
                "genre;name;released;item_id;year\nAction, Sci-Fi;Matrix, The;x;m7;1999\nHorror;Alien;y;m12;1979\n",
                "id\tTITLE\tcategory\nm7\tMatrix, The (1999)\tAction;Sci-Fi\nm12\tAlien (1979)\tHorror\n",
                "m7,\"Matrix, The (1999)\",Action|Sci-Fi\nm12,Alien (1979),Horror\n",
                "m7::Matrix, The (1999)::Action|Sci-Fi\nm12::Alien (1979)::Horror\n",
                "m7|Matrix, The|1999|Action,Sci-Fi\nm12|Alien|1979|Horror\n",
                "movie_id,original_title,release_date,genres\nm7,\"Matrix, The\",1999-03-31,\"['Action', 'Sci-Fi']\"\nm12,Alien,1979-05-25,['Horror']\nm99,Other,1950-01-01,[]\n",
                "imdb,movie id,movie title,genres,year\n1,m7,\"Matrix, The\",\"[{'id': 28, 'name': 'Action'}, {'id': 878, 'name': 'Sci-Fi'}]\",1999.0\n2,m12,Alien,\"[{'id': 27, 'name': 'Horror'}]\",1979.0\n"
            })
    void titlesYearsAndGenresAreFoundByNameOrContent(String text) throws IOException {
        assertThat(read(write(temp.resolve("anything.txt"), text)))
                .containsExactly(
                        new Item("m7", "The Matrix", 1999, List.of("Action", "Sci-Fi")),
                        new Item("m12", "Alien", 1979, List.of("Horror")));
    }

    @Test
    void encodingAndPackingAreRecognised() throws IOException {
        byte[] text = "item;title\nm7;Misérables, Les (1995)\nm12;\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(Files.write(temp.resolve("titles.gz"), MessyFile.gzip(text))))
                .containsExactly(new Item("m7", "Les Misérables", 1995, List.of()), Item.unknown("m12"));
    }

    @Test
    void aFileBesideTheRatingsIsFound() throws IOException {
        write(temp.resolve("Items.CSV"), "item,name\nm12,Alien\n");

        assertThat(DatasetReader.read(ratings).dataset().items().item(1).title())
                .isEqualTo("Alien");
    }

    @Test
    void aStrangeFileBesideTheRatingsDoesNoHarm() throws IOException {
        write(temp.resolve("movies.csv"), "\0\0\0");

        assertThat(DatasetReader.read(ratings).dataset().items().item(1)).isEqualTo(Item.unknown("m12"));
    }

    @Test
    void aGivenFileThatTellsNothingIsRefused() throws IOException {
        Path other = write(temp.resolve("others.csv"), "item,title\nx1,Alien\nx2,Matrix\n");

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("others.csv tells nothing of the rated items");
        assertThatThrownBy(() -> read(temp.resolve("none.csv"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> read(Files.createDirectory(temp.resolve("empty"))))
                .hasMessageContaining("holds no file of items");
    }

    @Test
    void aVeryLongTitleIsCut() throws IOException {
        Path items = write(temp.resolve("long.csv"), "item,title\nm12,Alien\nm7," + "word ( ".repeat(15_000) + "\n");

        assertThat(read(items).get(0).title()).hasSizeLessThanOrEqualTo(500);
    }
}
