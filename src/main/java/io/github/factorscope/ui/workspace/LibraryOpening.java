package io.github.factorscope.ui.workspace;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.ErrorMessages;
import io.github.factorscope.storage.RunLabels;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.storage.RunLibrary.Listing;
import io.github.factorscope.storage.RunSummary;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the runs of a library, the latest first and a few at a time, until all are listed or their ratings would take too
 * much memory. Their models are read when they are asked. On the FX thread only, except where it says otherwise.
 */
final class LibraryOpening {
    private static final Texts TEXTS = Texts.of(LibraryOpening.class);
    private static final Logger LOG = LoggerFactory.getLogger(LibraryOpening.class);
    private static final int AT_ONCE = 10;
    private static final int TICKED = 8;
    private static final long BYTES_A_RATING = 64;

    private final Workspace workspace;
    private final RunLibrary library;
    private final Background background;
    private final ErrorPresenter errors;
    private final long mostBytes;
    private final Set<Split> splits = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> problems = new ArrayList<>();
    private final Activity activity = new Activity(TEXTS.get("opening-runs"), this::stop);
    private List<RunSummary> summaries = List.of();
    private int[] numbers = {};
    private int opened;
    private long bytes;
    private volatile boolean stopped;

    LibraryOpening(Workspace workspace, RunLibrary library, Background background, ErrorPresenter errors) {
        this(workspace, library, background, errors, Runtime.getRuntime().maxMemory() / 4);
    }

    /** @param mostBytes of ratings */
    LibraryOpening(
            Workspace workspace, RunLibrary library, Background background, ErrorPresenter errors, long mostBytes) {
        this.workspace = workspace;
        this.library = library;
        this.background = background;
        this.errors = errors;
        this.mostBytes = mostBytes;
    }

    void start() {
        background.run(this::list, this::show, errors::show);
    }

    private void stop() {
        stopped = true;
    }

    /** On any thread. */
    private Listing list() throws IOException {
        library.tidy(Instant.now());
        return library.list();
    }

    private void show(Listing listing) {
        listing.unreadable().forEach(each -> problems.add(each.reason()));
        summaries = listing.runs();
        number();
        if (summaries.isEmpty()) {
            end();
            return;
        }
        workspace.activities().add(activity);
        openNext();
    }

    /** By their labels; those without a number of their own get the next ones, and keep them from now on. */
    private void number() {
        Set<Integer> used = new HashSet<>();
        workspace.runs().forEach(entry -> used.add(entry.number()));
        numbers = new int[summaries.size()];
        int highest = 0;
        int without = 0;
        for (int k = 0; k < numbers.length; k++) {
            int known = summaries.get(k).labels().number();
            highest = Math.max(highest, known);
            numbers[k] = known > 0 && used.add(known) ? known : 0;
            without += numbers[k] == 0 ? 1 : 0;
        }
        int next = workspace.takeNumbersAbove(highest, without);
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = numbers[k] == 0 ? next++ : numbers[k];
        }
    }

    private void openNext() {
        int to = summaries.size() - opened;
        int from = Math.max(0, to - AT_ONCE);
        if (to == 0 || stopped || bytes > mostBytes) {
            workspace.activities().remove(activity);
            end();
            return;
        }
        List<RunSummary> next = summaries.subList(from, to);
        background.run(
                () -> open(next),
                entries -> {
                    opened += next.size();
                    add(entries, from);
                    activity.progressProperty().set(opened / (double) summaries.size());
                    openNext();
                },
                error -> {
                    workspace.activities().remove(activity);
                    errors.show(error);
                });
    }

    /** What came of opening one run. */
    private record Opened(RunSummary summary, int place, Run run, String problem) {}

    /** On any thread: the latest first. */
    private List<Opened> open(List<RunSummary> next) {
        List<Opened> results = new ArrayList<>();
        for (int k = next.size() - 1; k >= 0 && !stopped; k--) {
            try {
                results.add(new Opened(next.get(k), k, library.open(next.get(k).folder()), ""));
            } catch (IOException e) {
                if (!Files.exists(next.get(k).folder())) {
                    continue; // another window has deleted it
                }
                LOG.warn("{} cannot be opened", next.get(k).folder(), e);
                results.add(new Opened(next.get(k), k, null, ErrorMessages.of(e)));
            }
        }
        return results;
    }

    private void add(List<Opened> results, int from) {
        List<RunEntry> entries = new ArrayList<>();
        for (Opened result : results) {
            if (result.run() == null) {
                problems.add(result.problem());
                continue;
            }
            Split split = result.run().experiment().split();
            if (splits.add(split)) {
                bytes += BYTES_A_RATING
                        * result.run().experiment().dataset().ratings().size();
            }
            RunEntry entry = entry(result, numbers[from + result.place()]);
            entry.overlaidProperty().set(summaries.size() - from - result.place() <= TICKED);
            entries.add(entry);
        }
        workspace.insert(entries);
    }

    private RunEntry entry(Opened result, int number) {
        RunLabels labels = result.summary().labels();
        RunLabels numbered = new RunLabels(number, labels.name(), labels.tags());
        RunEntry entry = new RunEntry(number, result.run(), numbered);
        entry.setFolder(result.summary().folder());
        if (!numbered.equals(labels)) {
            background.run(
                    () -> {
                        library.label(result.summary().folder(), numbered);
                        return numbered;
                    },
                    done -> {},
                    error -> LOG.info("{} keeps no number", result.summary().folder(), error));
        }
        return entry;
    }

    private void end() {
        if (!problems.isEmpty()) {
            errors.say(TEXTS.get("not-opened", problems.size(), problems.get(0)));
        } else if (opened < summaries.size() && !stopped) {
            errors.say(TEXTS.get("latest-listed", String.valueOf(opened), String.valueOf(summaries.size())));
        }
    }
}
