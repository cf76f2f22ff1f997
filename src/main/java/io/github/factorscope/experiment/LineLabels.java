package io.github.factorscope.experiment;

import io.github.factorscope.experiment.Comparison.Member;
import java.util.List;
import java.util.stream.IntStream;

/** Names for the lines of a comparison, as short as can be told apart. */
final class LineLabels {
    private LineLabels() {}

    /** The model's title; where several lines have it with the settings that differ, and at last with the run's name. */
    static List<String> of(List<List<Member>> groups, List<SettingsDifferences> differences) {
        List<String> titles = groups.stream()
                .map(group -> group.get(0).run().experiment().family().title())
                .toList();
        List<String> names = groups.stream().map(group -> group.get(0).name()).toList();
        List<String> withSettings = longerWhereEqual(
                titles, differences.stream().map(SettingsDifferences::words).toList());
        return longerWhereEqual(withSettings, names);
    }

    private static List<String> longerWhereEqual(List<String> labels, List<String> additions) {
        return IntStream.range(0, labels.size())
                .mapToObj(k -> labels.indexOf(labels.get(k)) == labels.lastIndexOf(labels.get(k))
                        ? labels.get(k)
                        : labels.get(k) + " (" + additions.get(k) + ")")
                .toList();
    }
}
