package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    @TempDir
    private Path temp;

    private Preview preview(String text) throws IOException {
        return Preview.open(write(temp.resolve("some.csv"), text));
    }

    @Test
    void theFirstLinesAreShownWithWhatTheyAre() throws IOException {
        Preview preview = preview(
                "# films\nuser,item,rating\nann,x,4\n\nbob,\"y\nz\",5\n# more\ncid,x\n" + "dan,y,3\n".repeat(100));

        List<Preview.Row> rows = preview.rows(preview.layout(), ReadingPolicy.USUAL);

        assertThat(preview.refusal()).isEmpty();
        assertThat(rows.stream().limit(8).map(row -> row.line() + " " + row.kind()))
                .containsExactly(
                        "1 COMMENT",
                        "2 HEADER",
                        "3 RATING",
                        "4 BLANK",
                        "5 RATING",
                        "7 COMMENT",
                        "8 PROBLEM",
                        "9 RATING");
        assertThat(rows.get(4).fields()).containsExactly("bob", "y\nz", "5");
        assertThat(rows.get(6).reason()).contains("expected 3 columns, found 2");
        assertThat(preview.lines(StandardCharsets.UTF_8)).hasSize(Preview.LINES);
    }

    @Test
    void aChangedLayoutShowsAtOnce() throws IOException {
        Preview preview = preview("a;1;4,5\nb;2;3,5\nc;3;1,0\n");
        Layout commas = preview.layout().withDialect(new Dialect(",", true)).withColumns(new Columns(0, -1, 1, -1, 2));
        Layout turned = preview.layout().withColumns(preview.layout().columns().with(0, Role.RATING));

        assertThat(preview.layout().dialect().decimalComma()).isTrue();
        assertThat(preview.columnCount(commas)).isEqualTo(2);
        assertThat(preview.rows(commas, ReadingPolicy.USUAL).get(0).fields()).containsExactly("a;1;4", "5");
        assertThat(turned.complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("user"));
        assertThat(preview.rows(turned, ReadingPolicy.USUAL)).hasSize(3);
    }

    @Test
    void anotherEncodingShowsAtOnce() throws IOException {
        Path file = Files.write(
                temp.resolve("names.csv"), "user,item,rating\nZoë,x,4\n".getBytes(StandardCharsets.ISO_8859_1));
        Preview preview = Preview.open(file);

        assertThat(preview.lines(StandardCharsets.ISO_8859_1).get(1)).isEqualTo("Zoë,x,4");
        assertThat(preview.lines(StandardCharsets.UTF_8).get(1)).isEqualTo("Zo\uFFFD,x,4");
    }

    @Test
    void whatIsNotRecognisedIsShownWithTheBestGuessAndCanBeCorrected() throws IOException {
        Preview preview =
                preview("when;who;note;what;how much\n7;ann;a;x;good\n8;bob;b;y;4\n9;cid;c;x;bad\n3;dan;c;x;poor\n");

        assertThat(preview.refusal())
                .hasValueSatisfying(text -> assertThat(text).contains("some.csv"));
        assertThat(preview.layout().dialect().delimiter()).isEqualTo(";");
        assertThat(preview.layout().columns().count()).isEqualTo(5);
        Layout corrected = preview.layout().withHeader(true).withColumns(new Columns(1, 3, 0, -1, 5));
        assertThat(preview.rows(corrected, ReadingPolicy.USUAL).stream().map(Preview.Row::kind))
                .containsExactly(
                        Preview.Kind.HEADER,
                        Preview.Kind.RATING,
                        Preview.Kind.RATING,
                        Preview.Kind.RATING,
                        Preview.Kind.RATING);
    }

    @Test
    void filesOfOneShapeAreKnownByIt() throws IOException {
        String first = preview("user,item,rating\na,x,4\n").shape();

        assertThat(preview("user,item,rating\nbob,12,1\ncid,7,2\n").shape()).isEqualTo(first);
        assertThat(preview("user;item;rating\na;x;4\n").shape()).isNotEqualTo(first);
        assertThat(preview("user,film,rating\na,x,4\n").shape()).isNotEqualTo(first);
        assertThat(preview("user,item,rating,note\na,x,4,n\n").shape()).isNotEqualTo(first);
    }

    @Test
    void rowsSayWhatReadingWillSay() throws IOException {
        for (MessyFile messy : MessyFiles.all()) {
            Path file = Files.write(temp.resolve(messy.file()), messy.bytes());
            Preview preview = Preview.open(file);
            List<Preview.Row> rows = preview.rows(preview.layout(), ReadingPolicy.USUAL);
            assertThat(preview.layout())
                    .as(messy.name())
                    .isEqualTo(DatasetReader.read(file).layout());
            assertThat(rows.stream()
                            .filter(row -> row.kind() == Preview.Kind.RATING)
                            .count())
                    .as(messy.name())
                    .isGreaterThan(8);
            assertThat(rows.stream()
                            .mapToLong(row -> row.text().lines().count())
                            .sum())
                    .as(messy.name())
                    .isLessThanOrEqualTo(Preview.LINES);
        }
    }

    @Test
    void columnsHaveOneRoleEach() {
        Columns columns = new Columns(0, 1, 2, -1, 4);

        assertThat(columns.with(3, Role.ITEM)).isEqualTo(new Columns(0, 3, 2, -1, 4));
        assertThat(columns.with(1, Role.USER)).isEqualTo(new Columns(1, -1, 2, -1, 4));
        assertThat(columns.with(1, Role.IGNORED)).isEqualTo(new Columns(0, -1, 2, -1, 4));
        assertThat(columns.withCount(2)).isEqualTo(new Columns(0, 1, -1, -1, 2));
        assertThatThrownBy(() -> new Columns(0, 1, 4, -1, 4)).hasMessageContaining("rating");
    }
}
