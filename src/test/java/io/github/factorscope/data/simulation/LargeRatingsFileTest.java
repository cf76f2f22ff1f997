package io.github.factorscope.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingFacts;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.data.reading.LoadedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeRatingsFileTest {
    @TempDir
    private Path temp;

    @Test
    void isTheSameFileForTheSameNumbers() throws IOException {
        byte[] once = bytes(new LargeRatingsFile(20_000, 0, 0, 3));

        assertThat(bytes(new LargeRatingsFile(20_000, 0, 0, 3))).isEqualTo(once);
        assertThat(bytes(new LargeRatingsFile(20_000, 0, 0, 4))).isNotEqualTo(once);
    }

    @Test
    void readsBackAsWhatWasAskedFor() throws IOException {
        LargeRatingsFile made = new LargeRatingsFile(30_000, 250, 2_000, 1);
        Path file = Files.write(temp.resolve("ratings.csv"), bytes(made));
        LoadedData loaded = DatasetReader.read(file);
        Dataset dataset = loaded.dataset();

        assertThat(loaded.problemCount()).isZero();
        assertThat(loaded.duplicates()).isZero();
        assertThat(dataset.ratings().size()).isEqualTo(30_000);
        assertThat(dataset.users().size()).isEqualTo(250).isEqualTo(made.users());
        assertThat(dataset.items().size()).isBetween(1_000, made.items());
        assertThat(dataset.scale()).isEqualTo(RatingScale.HALF_STARS);
        assertThat(dataset.ratings().hasTimes()).isTrue();
    }

    @Test
    void fewItemsAndFewUsersHaveMostRatings() throws IOException {
        Path file = Files.write(temp.resolve("ratings.csv"), bytes(new LargeRatingsFile(60_000, 400, 3_000, 1)));
        RatingFacts facts = RatingFacts.of(DatasetReader.read(file).dataset());
        int[] byItem = facts.items().falling();
        int[] byUser = facts.users().falling();

        assertThat(Arrays.stream(byItem).limit(300).sum()).isGreaterThan(60_000 / 4);
        assertThat(byUser[399]).isGreaterThanOrEqualTo(20);
        assertThat(byUser[0]).isGreaterThan(4 * byUser[200]);
        assertThat(facts.mean()).isBetween(3.2, 3.8);
    }

    @Test
    void endsWhereItIsToldTo() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        assertThat(new LargeRatingsFile(20_000, 0, 0, 3).writeTo(target, ratings -> ratings < 10_000))
                .isFalse();
        assertThat(target.size()).isBetween(100_000, 400_000);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new LargeRatingsFile(0, 0, 0, 1)).hasMessageContaining("were 0");
        assertThatThrownBy(() -> new LargeRatingsFile(100_000, 10, 1000, 1))
                .hasMessageContaining("10 users and 1000 items");
    }

    private static byte[] bytes(LargeRatingsFile made) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        assertThat(made.writeTo(target, ratings -> true)).isTrue();
        return target.toByteArray();
    }
}
