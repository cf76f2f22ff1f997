package io.github.factorscope.ui.compare;

import io.github.factorscope.evaluation.significance.BootstrapPlan;
import io.github.factorscope.evaluation.significance.Verdict;
import io.github.factorscope.experiment.Comparison;
import io.github.factorscope.experiment.Comparison.Line;
import io.github.factorscope.experiment.Comparison.Member;
import io.github.factorscope.experiment.Comparison.SplitRuns;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.SettingsDifferences;
import io.github.factorscope.report.ComparisonReport;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.report.RunTableCsv;
import io.github.factorscope.report.TwoRuns;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs side by side: only those of one split, because others are not comparable. */
public final class CompareViewModel {
    private static final Texts TEXTS = Texts.of(CompareViewModel.class);

    /** One split of one data set, as it is listed. */
    public record SplitChoice(String fingerprint, String name) {
        /** Two plans may lead to the same ratings, such as the first of ten folds and a share of 10 %. */
        @Override
        public boolean equals(Object other) {
            return other instanceof SplitChoice choice && choice.fingerprint.equals(fingerprint);
        }

        @Override
        public int hashCode() {
            return fingerprint.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final ObservableList<RunEntry> runs = FXCollections.observableArrayList(RunEntry::shownProperties);
    private final ObservableList<SplitChoice> splits = FXCollections.observableArrayList();
    private final ObjectProperty<SplitChoice> split = new SimpleObjectProperty<>();
    private final BooleanProperty active = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<RunRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ListJudge judge;
    private final InvalidationListener ticks = change -> compare();
    private SplitRuns compared; // the last that was worked out; null before
    private List<RunEntry> comparedRuns = List.of();
    private boolean comparing;
    private int newestNumber; // that was listed so far

    public CompareViewModel(Workspace workspace, Background background, ErrorPresenter errors) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        judge = new ListJudge(workspace, background, errors, this::updateRows);
        workspace.runs().addListener((Observable change) -> listSplits());
        split.addListener((observable, before, now) -> listRuns());
        active.addListener((Observable change) -> compare());
        listSplits();
    }

    private void listRuns() {
        List<RunEntry> listed = workspace.runs().stream()
                .filter(entry -> split.get() != null
                        && fingerprint(entry).equals(split.get().fingerprint()))
                .toList();
        if (!listed.equals(runs)) { // a renamed run is still the same
            runs.setAll(listed);
        }
        for (RunEntry entry : runs) {
            entry.overlaidProperty().removeListener(ticks);
            entry.overlaidProperty().addListener(ticks);
        }
        updateRows();
        compare();
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
            RunEntry newest = workspace.runs().get(workspace.runs().size() - 1);
            if (newest.number() > newestNumber || !found.contains(split.get())) {
                split.set(choice(newest));
            }
            newestNumber = Math.max(newestNumber, newest.number());
        }
        listRuns();
    }

    private static SplitChoice choice(RunEntry entry) {
        var experiment = entry.run().experiment();
        return new SplitChoice(
                fingerprint(entry),
                experiment.dataset().name() + " · " + experiment.split().plan().words());
    }

    private static String fingerprint(RunEntry entry) {
        return entry.run().experiment().split().fingerprint();
    }

    private List<RunEntry> tickedEntries() {
        return runs.stream().filter(entry -> entry.overlaidProperty().get()).toList();
    }

    /** Works out how sure the differences of the ticked runs are, where that is not known yet and somebody looks. */
    private void compare() {
        List<RunEntry> asked = tickedEntries();
        if (!active.get() || comparing || asked.equals(comparedRuns) || asked.isEmpty()) {
            return;
        }
        comparing = true;
        Activity activity = new Activity(TEXTS.get("comparing"), () -> {});
        workspace.activities().add(activity);
        List<Comparison.Entry> entries = asked.stream()
                .map(entry -> new Comparison.Entry(String.valueOf(entry.number()), entry.run()))
                .toList();
        background.run(
                () -> Comparison.of(entries, BootstrapPlan.DEFAULT).splits().get(0),
                result -> {
                    compared = result;
                    compared(asked, activity);
                },
                error -> {
                    errors.show(error);
                    compared(asked, activity);
                });
    }

    private void compared(List<RunEntry> asked, Activity activity) {
        comparing = false;
        comparedRuns = asked;
        workspace.activities().remove(activity);
        updateRows();
        compare(); // others may have come meanwhile
    }

    private void updateRows() {
        Map<String, Line> lines = new HashMap<>();
        Map<String, Member> members = new HashMap<>();
        if (compared != null) {
            for (Line line : compared.lines()) {
                for (Member member : line.members()) {
                    lines.put(member.name(), line);
                    members.put(member.name(), member);
                }
            }
        }
        List<RunRow> bare = RunRow.of(runs, RunEntry::run, RunEntry::name, this::differences);
        List<RunRow> known = new ArrayList<>();
        for (int k = 0; k < bare.size(); k++) {
            String number = String.valueOf(runs.get(k).number());
            RunRow row = judge.add(runs.get(k), bare.get(k));
            known.add(
                    members.containsKey(number)
                            ? row.withLine(
                                    lines.get(number), members.get(number).errors())
                            : row);
        }
        rows.set(List.copyOf(known));
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The runs of the chosen split. */
    public ObservableList<RunEntry> runs() {
        return runs;
    }

    /** What is known of each of the {@link #runs}, in their order. */
    public ReadOnlyObjectProperty<List<RunRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What is known of a run; that of one that is not listed is empty. */
    public Optional<RunRow> row(RunEntry entry) {
        int index = runs.indexOf(entry);
        return index < 0 || index >= rows.get().size()
                ? Optional.empty()
                : Optional.of(rows.get().get(index));
    }

    /** The rows that are ticked. */
    public List<RunRow> ticked() {
        return tickedEntries().stream().flatMap(entry -> row(entry).stream()).toList();
    }

    public ObservableList<SplitChoice> splits() {
        return splits;
    }

    public ObjectProperty<SplitChoice> splitProperty() {
        return split;
    }

    /** Whether the screen is shown: what takes time is worked out only then. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Judges the lists of the ticked runs. */
    public ListJudge judge() {
        return judge;
    }

    /** Judges the lists of the ticked runs that were not judged yet. */
    public void judgeTicked() {
        judge.judge(
                runs.stream().filter(entry -> entry.overlaidProperty().get()).toList());
    }

    /** The settings in which the run differs from its family's defaults, or from the other runs of its family. */
    public SettingsDifferences differences(RunEntry entry) {
        List<Experiment> others =
                runs.stream().map(other -> other.run().experiment()).toList();
        return SettingsDifferences.of(entry.run().experiment(), others);
    }

    /** The run with the lowest test error among those listed. */
    public Optional<RunEntry> best() {
        return runs.stream()
                .filter(entry -> entry.run().test().isPresent())
                .min((a, b) -> Double.compare(
                        a.run().test().orElseThrow().rmse(),
                        b.run().test().orElseThrow().rmse()));
    }

    /** On the best of the ticked runs against the others: whether it is beyond noise. */
    public List<Verdict> verdicts() {
        return isCurrent() ? compared.againstBest() : List.of();
    }

    /** The verdict on the two best runs; empty while it is being worked out, or where there are not two. */
    public Optional<Verdict> firstVerdict() {
        return verdicts().stream().findFirst();
    }

    private boolean isCurrent() {
        return compared != null && comparedRuns.equals(tickedEntries());
    }

    /** Puts two runs face to face; takes a moment. */
    public void compareTwo(RunRow first, RunRow second, Consumer<TwoRuns> done) {
        if (compared == null || first.line().isEmpty() || second.line().isEmpty()) {
            return;
        }
        SplitRuns on = compared;
        background.run(() -> TwoRuns.of(on, first, second, BootstrapPlan.DEFAULT), done, errors::show);
    }

    /** Writes the table of all listed runs as CSV. */
    public void saveTable(Path file) {
        List<RunRow> all = rows.get();
        save(file, () -> RunTableCsv.of(all));
    }

    /** Writes the ticked runs as one page. */
    public void saveReport(Path file) {
        List<RunRow> ticked = ticked();
        if (ticked.isEmpty()) {
            errors.say(TEXTS.get("tick-for-report"));
            return;
        }
        List<String> sentences = verdicts().stream()
                .map(verdict -> verdict.sentence(Locale.ENGLISH)) // numbers on paper are written in one way
                .toList();
        save(file, () -> new ComparisonReport(ticked, sentences, Instant.now()).toHtml());
    }

    private void save(Path file, Supplier<String> text) {
        background.run(
                () -> {
                    AtomicFiles.writeFile(
                            file, target -> Files.writeString(target, text.get(), StandardCharsets.UTF_8));
                    return file;
                },
                saved -> errors.tell(TEXTS.get("saved", saved)),
                errors::show);
    }

    ErrorPresenter errors() {
        return errors;
    }

    Background background() {
        return background;
    }
}
