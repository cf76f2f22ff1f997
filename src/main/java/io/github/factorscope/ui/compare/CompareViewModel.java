package io.github.factorscope.ui.compare;

import io.github.factorscope.experiment.SettingsDifferences;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs side by side: only those of one split, because others are not comparable. */
public final class CompareViewModel {
    /** What the curves show. */
    public enum Measure {
        TEST("Test RMSE", EpochReport::testRmse),
        VALIDATION("Validation RMSE", EpochReport::validationRmse),
        TRAINING("Training RMSE", report -> OptionalDouble.of(report.trainRmse()));

        private final String title;
        private final Function<EpochReport, OptionalDouble> value;

        Measure(String title, Function<EpochReport, OptionalDouble> value) {
            this.title = title;
            this.value = value;
        }

        Function<EpochReport, OptionalDouble> value() {
            return value;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** One split of one data set, as it is listed. */
    public record SplitChoice(String fingerprint, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Workspace workspace;
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList();
    private final ObservableList<SplitChoice> splits = FXCollections.observableArrayList();
    private final ObjectProperty<SplitChoice> split = new SimpleObjectProperty<>();

    public CompareViewModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.runs().addListener((Observable change) -> listSplits());
        split.addListener((observable, before, now) -> listRuns());
        listSplits();
    }

    private void listRuns() {
        runs.setAll(workspace.runs().stream()
                .filter(entry -> split.get() != null
                        && fingerprint(entry).equals(split.get().fingerprint()))
                .toList());
    }

    private void listSplits() {
        List<SplitChoice> found = new ArrayList<>();
        for (RunEntry entry : workspace.runs()) {
            SplitChoice choice = choice(entry);
            if (!found.contains(choice)) {
                found.add(choice);
            }
        }
        if (!found.equals(splits)) {
            splits.setAll(found);
        }
        if (!workspace.runs().isEmpty()) {
            split.set(choice(workspace.runs().get(workspace.runs().size() - 1)));
        }
        listRuns();
    }

    private static SplitChoice choice(RunEntry entry) {
        var experiment = entry.run().experiment();
        String share = experiment.dataset().hasGivenTest()
                ? "test file"
                : Math.round(100 * experiment.split().plan().testShare()) + " % test, seed "
                        + experiment.split().plan().seed();
        return new SplitChoice(fingerprint(entry), experiment.dataset().name() + " · " + share);
    }

    private static String fingerprint(RunEntry entry) {
        return entry.run().experiment().split().fingerprint();
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The runs of the chosen split. */
    public ObservableList<RunEntry> runs() {
        return runs;
    }

    public ObservableList<SplitChoice> splits() {
        return splits;
    }

    public ObjectProperty<SplitChoice> splitProperty() {
        return split;
    }

    /** The settings in which the run differs from its family's defaults, or from the other runs of its family. */
    public String differences(RunEntry entry) {
        return SettingsDifferences.of(
                        entry.run().experiment(),
                        runs.stream().map(other -> other.run().experiment()).toList())
                .words();
    }

    /** The run with the lowest test error among those listed. */
    public Optional<RunEntry> best() {
        return runs.stream()
                .filter(entry -> entry.run().test().isPresent())
                .min((a, b) -> Double.compare(
                        a.run().test().orElseThrow().rmse(),
                        b.run().test().orElseThrow().rmse()));
    }
}
