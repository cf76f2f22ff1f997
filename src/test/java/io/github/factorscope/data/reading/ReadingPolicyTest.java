package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.SampleFiles.ratings;
import static io.github.factorscope.data.reading.SampleFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.reading.ReadingPolicy.Outside;
import io.github.factorscope.data.reading.ReadingPolicy.Repeated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingPolicyTest {
    private static final ReadingPolicy USUAL = ReadingPolicy.USUAL;

    @TempDir
    private Path temp;

    private LoadedData read(String text, ReadingPolicy policy) throws IOException {
        Path file = write(temp.resolve("some.csv"), text);
        return DatasetReader.read(ReadingRequest.of(file).withPolicy(policy), LoadMonitor.NONE);
    }

    @Test
    void ofSeveralRatingsTheLastTheFirstOrTheirMeanCounts() throws IOException {
        String text = "user,item,rating,time\na,x,1,10\na,y,2,20\na,x,3,30\nb,x,4,40\na,x,5,50\na,y,2.5,60\n";

        LoadedData last = read(text, USUAL);
        LoadedData first = read(text, USUAL.withDuplicates(Repeated.FIRST));
        LoadedData mean = read(text, USUAL.withDuplicates(Repeated.MEAN));

        assertThat(ratings(last.dataset())).containsExactly("b x 4.0 40", "a x 5.0 50", "a y 2.5 60");
        assertThat(ratings(first.dataset())).containsExactly("a x 1.0 10", "a y 2.0 20", "b x 4.0 40");
        assertThat(ratings(mean.dataset())).containsExactly("b x 4.0 40", "a x 3.0 50", "a y 2.25 60");
        for (LoadedData loaded : new LoadedData[] {last, first, mean}) {
            assertThat(loaded.duplicates()).isEqualTo(3);
        }
        assertThat(mean.policy().duplicates()).isEqualTo(Repeated.MEAN);
    }

    private static String starsWithTwoOutside() {
        return "userId,movieId,rating,timestamp\n" + "1,2,0.5,9\n2,2,4.5,9\n3,3,3,9\n".repeat(30)
                + "7,2,11,9\n8,2,-1,9\n";
    }

    @Test
    void ratingsOutsideTheScaleAreLeftOutMovedOrKept() throws IOException {
        LoadedData left = read(starsWithTwoOutside(), USUAL);
        LoadedData moved = read(starsWithTwoOutside(), USUAL.withOutsideScale(Outside.CLIP));
        LoadedData kept = read(starsWithTwoOutside(), USUAL.withOutsideScale(Outside.KEEP));

        assertThat(ratings(left.dataset())).noneMatch(rating -> rating.startsWith("7 ") || rating.startsWith("8 "));
        assertThat(left.problems()).hasSize(2).allMatch(problem -> problem.reason()
                .contains("outside the scale"));
        assertThat(ratings(moved.dataset())).contains("7 2 5.0 9", "8 2 0.5 9");
        assertThat(moved.dataset().scale()).isEqualTo(RatingScale.HALF_STARS);
        assertThat(ratings(kept.dataset())).contains("7 2 11.0 9", "8 2 -1.0 9");
        assertThat(kept.dataset().scale()).isEqualTo(new RatingScale(-1, 11, 0.5f));
        for (LoadedData loaded : new LoadedData[] {left, moved, kept}) {
            assertThat(loaded.outsideScale()).isEqualTo(2);
        }
        assertThat(moved.problemCount()).isZero();
        assertThat(kept.problemCount()).isZero();
    }

    private static String withBad(int good, int bad) {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int k = 0; k < good; k++) {
            text.append("u").append(k).append(",x,4\n");
        }
        return text + "u,x,?\n".repeat(bad);
    }

    @Test
    void fivePercentOfBadLinesAreBorneAndNoMore() throws IOException {
        assertThat(read(withBad(95, 5), USUAL).problemCount()).isEqualTo(5);

        TooManyProblemsException stopped =
                catchThrowableOfType(TooManyProblemsException.class, () -> read(withBad(94, 6), USUAL));

        assertThat(stopped)
                .hasMessageContaining("some.csv")
                .hasMessageContaining("6 of 100 lines")
                .hasMessageContaining("5 %")
                .hasMessageContaining("Line 96 is \"u,x,?\"")
                .hasMessageContaining("--allow-bad 0.06");
        assertThat(stopped.problemCount()).isEqualTo(6);
        assertThat(stopped.lineCount()).isEqualTo(100);
        assertThat(stopped.problems()).hasSize(6);
        assertThat(read(withBad(94, 6), USUAL.withMostProblems(stopped.share())).problemCount())
                .isEqualTo(6);
        assertThat(stopped.getMessage().lines()).hasSize(1);
    }

    @Test
    void theShareThatIsNamedIsEnough() {
        for (int bad = 1; bad < 90; bad++) {
            int lines = bad;
            TooManyProblemsException stopped = catchThrowableOfType(
                    TooManyProblemsException.class, () -> read(withBad(97, lines), USUAL.withMostProblems(0)));
            String named = stopped.getMessage().replaceFirst(".*--allow-bad ([0-9.]+)\\).*", "$1");
            assertThat(Double.parseDouble(named)).isGreaterThanOrEqualTo(stopped.share());
        }
    }

    @Test
    void aPolicyRefusesNonsense() {
        assertThatThrownBy(() -> USUAL.withMostProblems(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> USUAL.withMostProblems(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void aCorrectedLayoutIsTakenInsteadOfTheRecognisedOne() throws IOException {
        Path file = write(temp.resolve("odd.csv"), "user,item,rating\n7,2,1\n8,3,2\n9,4,3\n");
        Layout corrected = Preview.open(file)
                .layout()
                .withColumns(new Columns(0, 2, 1, -1, 3))
                .withScale(Optional.of(new RatingScale(1, 4, 1)));

        LoadedData loaded =
                DatasetReader.read(ReadingRequest.of(file).withLayout(Optional.of(corrected)), LoadMonitor.NONE);

        assertThat(ratings(loaded.dataset())).containsExactly("7 1 2.0", "8 2 3.0", "9 3 4.0");
        assertThat(loaded.layout()).isEqualTo(corrected);
        assertThat(loaded.dataset().scale()).isEqualTo(new RatingScale(1, 4, 1));
    }

    @Test
    void aTestFileOfTheSameShapeIsReadWithTheCorrectedLayout() throws IOException {
        Path file = write(temp.resolve("base.csv"), "user,item,rating\n7,2,1\n8,3,2\n");
        Path test = write(temp.resolve("test.csv"), "user,item,rating\n7,4,2\n");
        Path other = write(temp.resolve("other.csv"), "user;item;rating\n7;1;5\n");
        ReadingRequest turned = ReadingRequest.of(file)
                .withLayout(Optional.of(Layout.of(new Dialect(",", true), true, new Columns(0, 2, 1, -1, 3))));

        assertThat(DatasetReader.read(turned.withTest(Optional.of(test)), LoadMonitor.NONE)
                        .dataset()
                        .givenTest()
                        .value(0))
                .isEqualTo(4);
        assertThat(DatasetReader.read(turned.withTest(Optional.of(other)), LoadMonitor.NONE)
                        .dataset()
                        .givenTest()
                        .value(0))
                .isEqualTo(5);
    }

    @Test
    void aLayoutWithoutARoleIsRefusedWithWhatIsMissing() throws IOException {
        Path file = write(temp.resolve("odd.csv"), "user,item,rating\n7,2,1\n");
        Layout without = Layout.of(new Dialect(",", true), true, new Columns(0, 1, -1, -1, 3));

        assertThatThrownBy(() ->
                        DatasetReader.read(ReadingRequest.of(file).withLayout(Optional.of(without)), LoadMonitor.NONE))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("No column is the rating");
    }
}
