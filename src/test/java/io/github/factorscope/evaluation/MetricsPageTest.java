package io.github.factorscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.topk.TopKMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page says of every metric what the application says. */
class MetricsPageTest {
    static List<Metric> metrics() {
        return Stream.<Metric[]>of(AccuracyMetric.values(), RankingMetric.values(), TopKMetric.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void thePageHasASectionForEveryMetric(Metric metric) throws IOException {
        String page = Files.readString(Path.of("docs", "metrics.md"));
        String heading = "### " + metric.title() + " (`" + metric.id() + "`)\n";
        assertThat(page).contains(heading);
        String section = page.substring(page.indexOf(heading) + heading.length());
        int next = section.indexOf("\n#");

        assertThat(next < 0 ? section : section.substring(0, next))
                .contains(
                        metric.definition(),
                        "`" + metric.formula() + "`",
                        metric.source(),
                        switch (metric.better()) {
                            case LARGER -> "Larger is better.";
                            case SMALLER -> "Smaller is better.";
                            case NEITHER -> "Describes, does not judge.";
                        });
    }

    @Test
    void noTwoMetricsHaveTheSameName() {
        assertThat(metrics()).extracting(Metric::id).doesNotHaveDuplicates();
        assertThat(metrics()).extracting(Metric::title).doesNotHaveDuplicates();
    }

    @Test
    void thePageHasNoOtherMetrics() throws IOException {
        long sections = Files.readAllLines(Path.of("docs", "metrics.md")).stream()
                .filter(line -> line.startsWith("### "))
                .count();

        assertThat(sections).isEqualTo(metrics().size());
    }
}
