package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingScale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets that many people have. */
class KnownLayoutsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "ml-20m, 20M",
        "ml-25m, 25M",
        "ml-32m, 32M",
        "ml-latest, latest",
        "ml-latest-small, latest-small",
        "films, latest"
    })
    void laterMovieLensIsCalledByItsFolder(String folder, String generation) throws IOException {
        write(
                temp.resolve(folder).resolve("ratings.csv"),
                "userId,movieId,rating,timestamp\n1,2,3.5,1112486027\n1,29,3.5,1112484676\n");

        LoadedData loaded = DatasetReader.read(temp.resolve(folder));

        assertThat(loaded.layout().name()).isEqualTo("MovieLens " + generation);
        assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.HALF_STARS);
    }

    @Test
    void tenMillionHasHalfStarsBetweenDoubleColons() throws IOException {
        Path file = write(
                temp.resolve("ml-10M100K").resolve("ratings.dat"), "1::122::5::838985046\n1::185::4.5::838983525\n");

        assertThat(DatasetReader.read(file.getParent()).layout().name()).isEqualTo("MovieLens 10M");
    }

    @Test
    void netflixHasAFileForEachFilm() throws IOException {
        Path folder = temp.resolve("netflix");
        write(folder.resolve("README"), "SUMMARY\n");
        write(folder.resolve("probe.txt"), "1:\n30878\n2647871\n");
        write(
                folder.resolve("movie_titles.txt"),
                "1,2003,Dinosaur Planet\n2,2004,Isle of Man, The\n3,NULL,Nobody, but Me\n",
                StandardCharsets.ISO_8859_1);
        write(
                folder.resolve("training_set").resolve("mv_0000001.txt"),
                "1:\n1488844,3,2005-09-06\n822109,5,2005-05-13\n");
        write(folder.resolve("training_set").resolve("mv_0000002.txt"), "2:\n1488844,4,2005-09-07\n");
        write(folder.resolve("training_set").resolve("mv_0000003.txt"), "3:\n822109,1,2005-05-14\n");

        for (Path path : List.of(folder, folder.resolve("training_set"))) {
            LoadedData loaded = DatasetReader.read(path);

            assertThat(loaded.layout().name()).isEqualTo("Netflix Prize");
            assertThat(ratings(loaded.dataset()))
                    .containsExactly(
                            "1488844 1 3.0 1125964800",
                            "822109 1 5.0 1115942400",
                            "1488844 2 4.0 1126051200",
                            "822109 3 1.0 1116028800");
            assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.WHOLE_STARS);
            assertThat(loaded.dataset().items().items())
                    .containsExactly(
                            new Item("1", "Dinosaur Planet", 2003, List.of()),
                            new Item("2", "The Isle of Man", 2004, List.of()),
                            new Item("3", "Nobody, but Me", 0, List.of()));
        }
    }

    @Test
    void netflixCombinedHasManyFilmsInAFile() throws IOException {
        Path folder = temp.resolve("netflix");
        write(folder.resolve("combined_data_1.txt"), "1:\n7,3,2005-09-06\n8,5,2005-05-13\n2:\n7,1,2005-09-06\n");
        write(folder.resolve("combined_data_2.txt"), "3:\n9,2,2005-09-06\n9,x,2005-09-06\n");

        LoadedData loaded = SampleFiles.readAnyway(folder);

        assertThat(ratings(loaded.dataset()))
                .containsExactly(
                        "7 1 3.0 1125964800", "8 1 5.0 1115942400", "7 2 1.0 1125964800", "9 3 2.0 1125964800");
        assertThat(loaded.problems()).hasSize(1);
        assertThat(DatasetReader.read(folder.resolve("combined_data_1.txt"))
                        .dataset()
                        .items()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void bookCrossingSaysZeroForBooksThatWereNotRated() throws IOException {
        Path folder = temp.resolve("BX-CSV-Dump");
        write(folder.resolve("BX-Book-Ratings.csv"), """
                "User-ID";"ISBN";"Book-Rating"
                "276725";"034545104X";"0"
                "276726";"0155061224";"5"
                "276729";"052165615X";"10"
                """, StandardCharsets.ISO_8859_1);
        write(folder.resolve("BX-Users.csv"), "\"User-ID\";\"Location\";\"Age\"\n\"1\";\"nyc, new york, usa\";NULL\n");
        write(folder.resolve("BX-Books.csv"), """
                "ISBN";"Book-Title";"Book-Author";"Year-Of-Publication";"Publisher"
                "0155061224";"Rites of Passage";"Judith Rae";"2001";"Heinle"
                "052165615X";"Help!: \\"Level\\" 1 für alle";"Philip Prowse";"1999";"Cambridge"
                """, StandardCharsets.ISO_8859_1);

        LoadedData loaded = DatasetReader.read(folder);

        assertThat(loaded.layout().name()).isEqualTo("Book-Crossing");
        assertThat(ratings(loaded.dataset())).containsExactly("276726 0155061224 5.0", "276729 052165615X 10.0");
        assertThat(loaded.unrated()).isEqualTo(1);
        assertThat(loaded.dataset().scale()).isEqualTo(new RatingScale(1, 10, 1));
        assertThat(loaded.dataset().items().item(0))
                .isEqualTo(new Item("0155061224", "Rites of Passage", 2001, List.of()));
        assertThat(loaded.dataset().items().item(1).title()).isEqualTo("Help!: \"Level\" 1 für alle");
    }

    @Test
    void jesterIsAMatrixWithNinetyNineForNone() throws IOException {
        Path file = write(temp.resolve("jester-data-1.csv"), """
                3,-7.82,8.79,99,99,-9.66,99,99,99,99,99
                2,99,99,99,99,9,-2.28,99,99,99,99
                10,1,2,3,4,5,6,7,8,9,10
                """);

        LoadedData loaded = DatasetReader.read(file);

        assertThat(loaded.layout().name()).isEqualTo("Jester");
        assertThat(ratings(loaded.dataset()))
                .hasSize(15)
                .startsWith("1 1 -7.82", "1 2 8.79", "1 5 -9.66", "2 5 9.0", "2 6 -2.28", "3 1 1.0")
                .endsWith("3 10 10.0");
        assertThat(loaded.unrated()).isEqualTo(15);
        assertThat(loaded.problemCount()).isZero();
        assertThat(loaded.dataset().scale()).isEqualTo(new RatingScale(-10, 10, 0));
    }

    @Test
    void jesterWithoutTheCountInFront() throws IOException {
        Path file = write(temp.resolve("jokes.txt"), "99 1 2 3 4 5 6 7 8 9 99 1\n1 99 2.5 3 4 5 6 7 8 9 10 99\n");

        LoadedData loaded = DatasetReader.read(file);

        assertThat(ratings(loaded.dataset())).hasSize(20).startsWith("1 2 1.0").contains("2 1 1.0", "2 11 10.0");
    }

    @Test
    void filmTrustHasFourStarsAndALineOfTrustBeside() throws IOException {
        Path folder = temp.resolve("filmtrust");
        write(folder.resolve("ratings.txt"), "1 1 2\n1 2 4\n1 3 3.5\n2 4 0.5\n");
        write(folder.resolve("trust.txt"), "2 966 1\n2 104 1\n5 1509 1\n");

        LoadedData loaded = DatasetReader.read(folder);

        assertThat(loaded.layout().name()).isEqualTo("FilmTrust");
        assertThat(ratings(loaded.dataset())).containsExactly("1 1 2.0", "1 2 4.0", "1 3 3.5", "2 4 0.5");
        assertThat(loaded.dataset().scale()).isEqualTo(new RatingScale(0.5f, 4, 0.5f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A2EFCYXHNK06IS,5555991584,5.0,978480000 | A1WR23ER5HMAA9,5555991584,4.0,953424000",
                "5555991584,A2EFCYXHNK06IS,5.0,978480000 | 5555991584,A1WR23ER5HMAA9,4.0,953424000"
            })
    void amazonIsReadWhicheverComesFirst(String first, String second) throws IOException {
        LoadedData loaded = DatasetReader.read(write(temp.resolve("ratings_Books.csv"), first + "\n" + second + "\n"));

        assertThat(loaded.layout().name()).isEqualTo("Amazon ratings");
        assertThat(ratings(loaded.dataset()))
                .containsExactly("A2EFCYXHNK06IS 5555991584 5.0 978480000", "A1WR23ER5HMAA9 5555991584 4.0 953424000");
        assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.WHOLE_STARS);
    }

    @Test
    void goodbooksHasItsTitlesInManyColumns() throws IOException {
        Path folder = temp.resolve("goodbooks-10k");
        write(folder.resolve("ratings.csv"), "user_id,book_id,rating\n1,258,5\n2,4081,4\n2,260,1\n");
        write(folder.resolve("to_read.csv"), "user_id,book_id\n9,8\n15,398\n");
        write(folder.resolve("tags.csv"), "tag_id,tag_name\n0,-\n1,--1-\n");
        write(folder.resolve("books.csv"), """
                book_id,goodreads_book_id,best_book_id,isbn,authors,original_publication_year,original_title,title,average_rating
                258,1,2,439023483,"Carlos Ruiz Zafón, Lucia Graves",2001.0,La sombra del viento,"The Shadow of the Wind (The Cemetery of Forgotten Books,  #1)",4.24
                260,3,4,439554934,Dale Carnegie,1936.0,,How to Win Friends,4.13
                4081,5,6,316015849,Frank Miller,,"Dark Knight, The","Dark Knight, The",4.2
                """);

        LoadedData loaded = DatasetReader.read(folder);

        assertThat(loaded.layout().name()).isEqualTo("Goodbooks");
        assertThat(loaded.dataset().scale()).isEqualTo(RatingScale.WHOLE_STARS);
        assertThat(loaded.dataset().items().items())
                .containsExactly(
                        new Item(
                                "258", "The Shadow of the Wind (The Cemetery of Forgotten Books, #1)", 2001, List.of()),
                        new Item("4081", "The Dark Knight", 0, List.of()),
                        new Item("260", "How to Win Friends", 1936, List.of()));
    }
}
