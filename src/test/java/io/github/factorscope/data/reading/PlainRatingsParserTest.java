package io.github.factorscope.data.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.simulation.LargeRatingsFile;
import io.github.factorscope.numeric.Randoms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast way must not be told from the usual one by what it reads. */
class PlainRatingsParserTest {
    private static final int[] BLOCK_SIZES = {1, 7, 64, 1000, 1 << 20};
    private static final List<String> IDS = List.of(
            "1",
            "2",
            "17",
            "193",
            "5000000",
            "12345678",
            "123456789",
            "1234567890123456",
            "u1",
            "tt0111161",
            "-4",
            "0",
            "00",
            "A-very-long-id-of-somebody",
            "é",
            "Ünal",
            "日本",
            " 7",
            "7 ",
            "a b",
            "",
            " ",
            "x\u00A0",
            "\u20037",
            "\u0001",
            "\u00007",
            "%",
            "#9",
            "\"q\"",
            "\"a \"\"b\"\"\"",
            "\" 8\"",
            "\"5,6\"",
            "\"5\"x",
            "\"",
            "a\"b",
            "\\\"");
    private static final List<String> STARS = List.of(
            "4",
            "3.5",
            "0.5",
            "5.0",
            "1",
            ".5",
            "2.",
            "+3",
            "-2",
            "-0",
            "0",
            "-0.0",
            "4.25",
            "0.30000001",
            "3.1415926535897932384626",
            "16777216",
            "16777217",
            "99999999999",
            "1e1",
            "4f",
            "NaN",
            "",
            ".",
            "-",
            "4,5",
            " 4",
            "4 ",
            "\"4\"",
            "good",
            "１",
            "00004.50000",
            "0.1",
            "0.7",
            "4.4000001",
            "1.2.3");
    private static final List<String> TIMES = List.of(
            "978300760",
            "0",
            "-5",
            "+7",
            "1.0",
            "4102444800",
            "99999999999999",
            "999999999999999999999",
            "",
            "soon",
            " 12",
            "\"978300760\"",
            "1e9",
            "-");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\n \n");
    private static final List<String> LINES = List.of(
            "",
            " ",
            "\t",
            "broken",
            "# a comment",
            "  # another",
            "1,2",
            "1::2",
            "1,2,3,4,5,6",
            ",,,",
            "::::::",
            "\u00E9,\u00E9",
            "\"never closed",
            "%",
            "\"over",
            "lines\",4,3,5",
            "1,\"two",
            "lines\",3,77");

    @TempDir
    private Path temp;

    private final SplittableRandom random = new SplittableRandom(5);
    private int notPlain; // readings that were left to the usual way

    @Test
    void readsUsualFilesAsTheUsualWayDoes() throws IOException {
        for (Layout layout : layouts()) {
            String delimiter = layout.dialect().delimiter();
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 400; k++) {
                text.append(random.nextInt(60))
                        .append(delimiter)
                        .append(random.nextInt(90))
                        .append(delimiter);
                text.append(1 + random.nextInt(9) / 2.0).append(delimiter).append(random.nextInt());
                text.append(k % 3 == 0 ? "\r\n" : "\n");
            }
            assertThat(compared(bytes(text.toString(), layout), layout, ReadingPolicy.USUAL))
                    .as("%s", layout)
                    .isEqualTo(BLOCK_SIZES.length);
        }
    }

    @Test
    void readsMessyFilesAsTheUsualWayDoes() throws IOException {
        int fast = 0;
        for (int round = 0; round < 100; round++) {
            for (Layout layout : layouts()) {
                ReadingPolicy policy = ReadingPolicy.USUAL.withOutsideScale(
                        ReadingPolicy.Outside.values()[round % ReadingPolicy.Outside.values().length]);
                fast += compared(bytes(messy(layout, round % 10), layout), layout, policy);
            }
        }
        assertThat(fast).isGreaterThan(2 * notPlain);
        assertThat(notPlain).isPositive();
    }

    private static List<Layout> layouts() {
        Columns withTime = new Columns(0, 1, 2, 3, 4);
        Layout movieLens = Layout.of(new Dialect(",", true), true, withTime);
        return List.of(
                movieLens.withScale(Optional.of(RatingScale.HALF_STARS)),
                movieLens.withCharset(StandardCharsets.ISO_8859_1).withNoRating(Optional.of(0f)),
                movieLens.withHeader(false).withTimeFormat(TimeFormat.MILLISECONDS),
                Layout.of(new Dialect("::", false), false, withTime).withScale(Optional.of(RatingScale.WHOLE_STARS)),
                Layout.of(new Dialect("\t", true), false, withTime),
                Layout.of(new Dialect(";", true, false, "#"), true, new Columns(3, 0, 1, -1, 4)),
                Layout.of(new Dialect("|", false, false, "%"), false, new Columns(1, 3, 0, 2, 4))
                        .withCharset(Charset.forName("windows-1252")));
    }

    /** @param mess from 0, where nearly all lines are good */
    private String messy(Layout layout, int mess) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        int lines = random.nextInt(60);
        for (int k = 0; k < lines; k++) {
            boolean good = random.nextInt(10) >= mess;
            if (!good && random.nextInt(4) == 0) {
                text.append(LINES.get(random.nextInt(LINES.size())));
            } else {
                text.append(line(layout, good));
            }
            if (k < lines - 1 || random.nextInt(3) > 0) {
                text.append(good ? "\n" : ENDS.get(random.nextInt(ENDS.size())));
            }
        }
        return text.toString();
    }

    private String line(Layout layout, boolean good) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < layout.columns().count(); column++) {
            List<String> kinds =
                    switch (layout.columns().role(column)) {
                        case USER, ITEM -> IDS;
                        case RATING -> STARS;
                        case TIME -> TIMES;
                        case IGNORED -> LINES;
                    };
            fields.add(kinds.get(random.nextInt(good ? 4 : kinds.size())));
        }
        return String.join(layout.dialect().delimiter(), fields);
    }

    private static byte[] bytes(String text, Layout layout) {
        return text.getBytes(layout.charset());
    }

    /** How many of the block sizes were read the fast way; it is an error where one of them differs. */
    private int compared(byte[] bytes, Layout layout, ReadingPolicy policy) throws IOException {
        String expected = usual(bytes, layout, policy);
        int fast = 0;
        for (int blockSize : BLOCK_SIZES) {
            try {
                assertThat(fast(bytes, layout, policy, blockSize))
                        .as("blocks of %d bytes of%n%s%n%s", blockSize, layout, new String(bytes, layout.charset()))
                        .isEqualTo(expected);
                fast++;
            } catch (NotPlainException e) {
                notPlain++;
            }
        }
        return fast;
    }

    private String usual(byte[] bytes, Layout layout, ReadingPolicy policy) throws IOException {
        Path file = Files.write(temp.resolve("ratings.csv"), bytes);
        IdIndex.Builder users = new IdIndex.Builder();
        IdIndex.Builder items = new IdIndex.Builder();
        Problems problems = new Problems();
        RatingFileReader reader = new RatingFileReader(layout, policy, users, items, problems, LoadMonitor.NONE);
        Ratings ratings = reader.read(List.of(file));
        return words(ratings, users, items, problems, reader.outside(), reader.unrated());
    }

    private static String fast(byte[] bytes, Layout layout, ReadingPolicy policy, int blockSize) throws IOException {
        IdIndex.Builder users = new IdIndex.Builder();
        IdIndex.Builder items = new IdIndex.Builder();
        Problems problems = new Problems();
        assertThat(PlainRatingsParser.fits(layout)).isTrue();
        PlainRatingsParser parser = new PlainRatingsParser(layout, policy, users, items, problems, lines -> {});
        Ratings ratings = parser.read(new ByteArrayInputStream(bytes), blockSize);
        return words(ratings, users, items, problems, parser.outside(), parser.unrated());
    }

    private static String words(
            Ratings ratings,
            IdIndex.Builder users,
            IdIndex.Builder items,
            Problems problems,
            long outside,
            long unrated) {
        StringBuilder words = new StringBuilder();
        for (int k = 0; k < ratings.size(); k++) {
            words.append(ratings.user(k))
                    .append(' ')
                    .append(ratings.item(k))
                    .append(' ')
                    .append(ratings.value(k));
            words.append(ratings.hasTimes() ? " " + ratings.time(k) : "").append('\n');
        }
        words.append(users.build().ids())
                .append('\n')
                .append(items.build().ids())
                .append('\n');
        problems.kept().forEach(problem -> words.append(problem).append('\n'));
        return words + "" + problems.count() + " problems, " + outside + " outside, " + unrated + " unrated";
    }

    @Test
    void aByteThatTheEncodingDoesNotAllowIsReportedAsInTheUsualWay() {
        Layout layout = Layout.of(new Dialect(",", true), false, new Columns(0, 1, 2, -1, 3));
        byte[] bytes = "1,2,3\n1,\u00E9,3\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> usual(bytes, layout, ReadingPolicy.USUAL))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> fast(bytes, layout, ReadingPolicy.USUAL, 100))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void whatItCannotReadItLeavesToTheUsualWay() {
        Layout layout = Layout.of(new Dialect(",", true), false, new Columns(0, 1, 2, -1, 3));

        assertThatThrownBy(() -> fast(
                        ("1,2,3\n" + "1".repeat(PlainBlock.LONGEST_LINE) + ",2,3\n").getBytes(StandardCharsets.UTF_8),
                        layout,
                        ReadingPolicy.USUAL,
                        100))
                .isInstanceOf(NotPlainException.class);
        assertThat(PlainRatingsParser.fits(layout.withDialect(new Dialect(" ", false))))
                .isFalse();
        assertThat(PlainRatingsParser.fits(layout.withDialect(new Dialect(";", true, true, ""))))
                .isFalse();
        assertThat(PlainRatingsParser.fits(layout.withCharset(StandardCharsets.UTF_16)))
                .isFalse();
        assertThat(PlainRatingsParser.fits(layout.withArrangement(Arrangement.MATRIX)))
                .isFalse();
    }

    @Test
    void readsALargeFileAsTheUsualWayDoes() throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        new LargeRatingsFile(100_000, 0, 0, 1).writeTo(made, written -> true);
        Layout layout = layouts().get(0);

        assertThat(fast(made.toByteArray(), layout, ReadingPolicy.USUAL, 100_000))
                .isEqualTo(usual(made.toByteArray(), layout, ReadingPolicy.USUAL));
    }

    @Test
    void aMonitorThatSaysNoEndsTheReadingAtOnce() throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        new LargeRatingsFile(100_000, 0, 0, 1).writeTo(made, written -> true);
        List<Long> heard = new ArrayList<>();
        PlainRatingsParser parser = new PlainRatingsParser(
                layouts().get(0),
                ReadingPolicy.USUAL,
                new IdIndex.Builder(),
                new IdIndex.Builder(),
                new Problems(),
                lines -> {
                    heard.add(lines);
                    if (heard.size() == 3) {
                        throw new CancellationException("enough");
                    }
                });

        assertThatThrownBy(() -> parser.read(new ByteArrayInputStream(made.toByteArray()), 20_000))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).hasSize(3).isSorted();
        assertThat(heard.get(2)).isLessThan(10_000);
    }

    @Test
    void numbersAreThoseOfTheirText() {
        SplittableRandom numbers = Randoms.stream(3, "numbers");
        for (int k = 0; k < 200_000; k++) {
            String text = (k % 3 == 0 ? "-" : "")
                    + numbers.nextInt(k % 2 == 0 ? 10 : 20_000_000)
                    + (k % 5 == 0 ? "" : "." + numbers.nextInt(k % 7 == 0 ? 10_000_000 : 100));
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            float value = PlainNumbers.decimal(bytes, 0, bytes.length);
            if (!Float.isNaN(value)) {
                assertThat(value).as(text).isEqualTo(Float.parseFloat(text));
            }
        }
    }
}
