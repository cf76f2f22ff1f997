package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenLinesTest {
    private static final Reason ANY = Reason.of("user-missing");

    @TempDir
    private Path temp;

    @Test
    void tenKindsOfBrokenLinesAreListedAndTheGoodOnesStay() throws IOException {
        Map<String, String> reasonWordsByLine = new LinkedHashMap<>();
        reasonWordsByLine.put("5,7", "expected 4 columns, found 2");
        reasonWordsByLine.put("5,7,4.0,100,extra", "expected 4 columns, found 5");
        reasonWordsByLine.put("5,7,great,100", "\"great\" is not a number");
        reasonWordsByLine.put("5,7,NaN,100", "\"NaN\" is not a number");
        reasonWordsByLine.put(",7,4.0,100", "user is missing");
        reasonWordsByLine.put("5, ,4.0,100", "item is missing");
        reasonWordsByLine.put("5,7,9.0,100", "outside the scale 0.5 to 5.0");
        reasonWordsByLine.put("5,7,4.0,yesterday", "time is not a whole number");
        reasonWordsByLine.put("5,\"7,4.0,100", "quote");
        reasonWordsByLine.put("%§$ ??? \u0001 garbage", "expected 4 columns, found 1");
        List<String> lines = new ArrayList<>(List.of("userId,movieId,rating,timestamp"));
        List<Problem> expected = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (String broken : reasonWordsByLine.keySet()) {
            for (int k = 0; k < 3; k++) {
                lines.add(good.size() + ",3,4.5,200");
                good.add(good.size() + " 3 4.5 200");
            }
            lines.add(broken);
            expected.add(new Problem(lines.size(), broken, ANY));
        }
        lines.add("last,3,4.5,200");
        good.add("last 3 4.5 200");
        Path file = write(temp.resolve("ratings.csv"), String.join("\n", lines) + "\n");

        LoadedData loaded = SampleFiles.readAnyway(file);

        assertThat(ratings(loaded.dataset())).containsExactlyElementsOf(good);
        assertThat(loaded.problemCount()).isEqualTo(10);
        assertThat(loaded.problems().stream()
                        .map(problem -> new Problem(problem.line(), problem.text(), ANY))
                        .toList())
                .isEqualTo(expected);
        List<String> reasonWords = List.copyOf(reasonWordsByLine.values());
        for (int k = 0; k < reasonWords.size(); k++) {
            assertThat(loaded.problems().get(k).reason()).contains(reasonWords.get(k));
        }
    }

    @Test
    void numbersThatOnlyJavaUnderstandsAreNoRatings() throws IOException {
        List<String> bad = List.of("4f", "4d", "0x1p2", "1e1", "Infinity", "-", ".", "4.5.1", "", "４");
        StringBuilder text = new StringBuilder("user;item;rating\n");
        for (int k = 0; k < bad.size(); k++) {
            text.append("good")
                    .append(k)
                    .append(";x;4\n")
                    .append("bad")
                    .append(k)
                    .append(";x;");
            text.append(bad.get(k)).append('\n');
        }
        LoadedData loaded = SampleFiles.readAnyway(write(temp.resolve("ratings.csv"), text.toString()));

        assertThat(loaded.dataset().ratings().size()).isEqualTo(bad.size());
        assertThat(loaded.problemCount()).isEqualTo(bad.size());
        assertThat(loaded.dataset().users().ids()).allMatch(id -> id.startsWith("good"));
    }

    @Test
    void anUnclosedQuoteSpoilsOnlyItsOwnLine() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < 10_000; k++) { // more than one batch
            text.append("u").append(k).append(k == 4000 ? ",\"x,3\n" : ",x,3\n");
        }
        LoadedData loaded = DatasetReader.read(write(temp.resolve("ratings.csv"), text.toString()));

        assertThat(loaded.dataset().ratings().size()).isEqualTo(9_999);
        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().get(0).line()).isEqualTo(4002);
        assertThat(loaded.problems().get(0).text()).isEqualTo("u4000,\"x,3");
    }

    @Test
    void linesAreNumberedAsAnEditorDoes() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFFuser,item,rating\r\n\r\n");
        for (int line = 3; line <= 9_000; line++) {
            text.append(line % 1000 == 0 ? "broken" : "u" + line + ",\"i" + line % 7 + "\",4")
                    .append("\r\n");
        }
        LoadedData loaded = DatasetReader.read(write(temp.resolve("ratings.csv"), text.toString()));

        assertThat(loaded.problems())
                .extracting(Problem::line)
                .containsExactly(1000L, 2000L, 3000L, 4000L, 5000L, 6000L, 7000L, 8000L, 9000L);
        assertThat(loaded.problems()).extracting(Problem::text).containsOnly("broken");
    }

    @Test
    void ofVeryManyProblemsAllAreCountedAndTheFirstThousandKept() throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < 3000; k++) {
            text.append("u").append(k).append(",x,4\n").append(k < 1500 ? "u,x,?\n" : "");
        }
        LoadedData loaded = SampleFiles.readAnyway(write(temp.resolve("ratings.csv"), text.toString()));

        assertThat(loaded.problemCount()).isEqualTo(1500);
        assertThat(loaded.problems()).hasSize(1000);
        assertThat(loaded.problems().get(999).line()).isEqualTo(2001);
    }

    @Test
    void aVeryLongBrokenLineIsShortened() throws IOException {
        Path file = write(temp.resolve("ratings.csv"), "user,item,rating\na,x,3\nb,x," + "9x".repeat(5000) + "\n");
        Problem problem = SampleFiles.readAnyway(file).problems().get(0);

        assertThat(problem.text()).hasSize(200).endsWith("…");
        assertThat(problem.reason().length()).isLessThan(300);
    }

    @Test
    void aMonitorThatSaysNoEndsTheLoading() throws IOException {
        Path file = write(temp.resolve("ratings.csv"), manyRatings(50_000));
        List<Double> shares = new ArrayList<>();

        assertThatThrownBy(() -> DatasetReader.read(file, Optional.empty(), (lines, share) -> {
                    shares.add(share);
                    return shares.size() < 3;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(shares).hasSize(3);
        assertThat(shares.get(2)).isLessThan(0.9);
    }

    @Test
    void progressRisesToTheWholeFile() throws IOException {
        Path file = write(temp.resolve("ratings.csv"), manyRatings(20_000));
        List<Long> lines = new ArrayList<>();
        List<Double> shares = new ArrayList<>();

        DatasetReader.read(file, Optional.empty(), (line, share) -> lines.add(line) && shares.add(share));

        assertThat(lines).isSorted().last().isEqualTo(20_001L);
        assertThat(shares).isSorted().hasSizeGreaterThan(3).last().isEqualTo(1.0);
    }

    private static String manyRatings(int count) {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < count; k++) {
            text.append("u").append(k).append(",x,4\n");
        }
        return text.toString();
    }
}
