package io.github.factorscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.factorscope.lesson.Lesson.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense is refused in a sentence with file and step. */
class LessonReaderTest {
    private static final String MINE = """
            {"id": "mine", "title": "Mine", "summary": {"en": "A lesson.", "ko": "수업."}, "minutes": 5,
             "runs": {"a": {"model": "svd", "preset": "quick", "settings": {"factors": 2}, "seed": 3}},
             "steps": [{"id": "one", "text": "The error is {rmse:a}.", "at": "train",
                        "tasks": [{"open-data": true}, {"train": "a"}, {"rate": {"item": "x", "stars": 4}}],
                        "claims": ["rmse:a < 1"]}]}
            """;

    @TempDir
    Path folder;

    private static Lesson read(String json) {
        try {
            return new LessonReader(Set.of("data", "train"))
                    .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "mine.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        Lesson lesson = read(MINE);
        Step step = lesson.steps().get(0);

        assertThat(lesson.minutes()).isEqualTo(5);
        assertThat(lesson.summary().plain()).isEqualTo("A lesson.");
        assertThat(lesson.run("a").settings().toMap()).containsEntry("factors", 2);
        assertThat(lesson.run("a").seed()).isEqualTo(3);
        assertThat(step.tasks()).containsExactly(new Task.OpenData(), new Task.Train("a"), new Task.Rate("x", 4));
        assertThat(step.text().with(figure -> figure.toString())).isEqualTo("The error is rmse:a.");
        assertThat(step.claims().get(0).holds(figure -> 0.9)).isTrue();
        assertThat(step.claims().get(0).holds(figure -> 1.1)).isFalse();
        assertThat(step.claims().get(0).holds(figure -> Double.NaN)).isFalse();
    }

    @Test
    void theExampleOfTheDocumentationIsALesson() throws IOException {
        String page = Files.readString(Path.of("docs", "lessons.md"));
        int start = page.indexOf("```json") + "```json".length();
        Lesson lesson = read(page.substring(start, page.indexOf("```", start)));

        assertThat(lesson.id()).isEqualTo("two-seeds");
        assertThat(lesson.runs()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "minutes": 5     | "minutes": 0       | mine.json: minutes must be a whole number from 1 to 240
                    "minutes": 5     | "minute": 5        | mine.json: there is no field minute
                    "model": "svd"   | "model": "svx"     | mine.json, run a: There is no model svx
                    "factors": 2     | "factor": 2        | mine.json, run a: There is no setting factor
                    "factors": 2     | "factors": -1      | mine.json, run a: factors
                    "quick"          | "fast"             | mine.json, run a: The model svd has no preset fast
                    {"train": "a"}   | {"train": "b"}     | mine.json, step one: there is no run b
                    {"train": "a"}   | {"screen": "trains"} | mine.json, step one: there is no screen trains
                    {"train": "a"}   | {"dance": "a"}     | mine.json, step one: there is no field dance
                    {"train": "a"}   | {"learn": {"model": "svx", "steps": 1}} | mine.json, step one, learn: there is no model svx
                    {"train": "a"}   | {"learn": {"model": "svd", "steps": 0}} | mine.json, step one, learn: steps must be a number from 1 to 1000
                    {"train": "a"}   | {"screen": "data"} | mine.json: no step trains or shows the run a
                    {rmse:a}         | {rms:a}            | mine.json, step one: there is no figure rms:a
                    {rmse:a}         | {rmse:b}           | mine.json, step one: there is no run b
                    {rmse:a}         | {rmse}             | mine.json, step one: the figure rmse takes 1
                    {rmse:a}         | {amount:luck}      | mine.json, step one: there is no kind of term luck
                    rmse:a < 1       | rmse:a is small    | mine.json, step one: a claim is a figure
                    "Mine"           | "%no-such-text"    | mine.json: there is no text %no-such-text
                    "ko": "수업."      | "xx": "?"          | mine.json: there is no language xx
                    "en": "A lesson.", | ''                 | mine.json: the text summary has no English words
                    "id": "mine"     | "id": "My lesson"  | mine.json: a name has small letters
                    "stars": 4       | "stars": "four"    | mine.json, step one, rate: stars must be a number
                    "id": "one"      | "id": 1            | mine.json, step 1: the text id is missing
                    ]}]}             | ]}                 | mine.json, line
                    """)
    void aSlipIsNamedWithItsPlace(String right, String wrong, String complaint) {
        assertThat(MINE).contains(right);
        assertThatExceptionOfType(InvalidLessonException.class)
                .isThrownBy(() -> read(MINE.replace(right, wrong)))
                .withMessageStartingWith(complaint);
    }

    @Test
    void aLessonHasStepsAndEveryStepItsOwnName() {
        assertThatExceptionOfType(InvalidLessonException.class)
                .isThrownBy(() -> read("{\"id\": \"a\", \"title\": \"A\", \"summary\": \"B\", \"steps\": []}"))
                .withMessageContaining("1 to 50 steps");
        String step = "{\"id\": \"same\", \"text\": \"T\"}";
        assertThatExceptionOfType(InvalidLessonException.class)
                .isThrownBy(() -> read("{\"id\": \"a\", \"title\": \"A\", \"summary\": \"B\", \"steps\": [" + step + ","
                        + step + "]}"))
                .withMessageContaining("two steps are called same");
    }

    @Test
    void aFolderGivesItsLessonsAndComplaintsAboutOtherFiles() throws IOException {
        Files.writeString(folder.resolve("b.json"), MINE);
        Files.writeString(folder.resolve("a.json"), "no lesson");
        Files.writeString(folder.resolve("notes.txt"), "nothing to do with it");
        List<String> complaints = new ArrayList<>();
        LessonShelf shelf = new LessonShelf(new LessonReader(Set.of("data", "train")));

        assertThat(shelf.of(folder, complaints::add)).extracting(Lesson::id).containsExactly("mine");
        assertThat(complaints).hasSize(1).allMatch(complaint -> complaint.startsWith("a.json, line 1"));
        assertThat(shelf.of(folder.resolve("nowhere"), complaints::add)).isEmpty();
        assertThat(complaints).hasSize(1);
    }

    @Test
    void theBundledLessonsAreShortAndAskSomethingAtEveryStep() {
        Set<String> screens = Set.of("data", "train", "sweep", "compare", "explore", "map", "learn");
        List<Lesson> lessons = new LessonShelf(new LessonReader(screens)).bundled();

        assertThat(lessons).extracting(Lesson::id).doesNotHaveDuplicates();
        for (Lesson lesson : lessons) {
            assertThat(lesson.steps()).as(lesson.id()).hasSizeBetween(4, 7);
            assertThat(lesson.steps().get(0).tasks()).as(lesson.id()).contains(new Task.OpenData());
            for (Step step : lesson.steps()) {
                assertThat(step.tasks()).as(step.id()).isNotEmpty();
                assertThat(step.seen().isEmpty()).as(step.id()).isFalse();
                assertThat(step.question().plain()).as(step.id()).contains("?");
                assertThat(step.text().plain().length()).as(step.id()).isLessThan(420);
            }
        }
    }
}
