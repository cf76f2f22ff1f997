package io.github.factorscope.ui.compare;

import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.ranking.RankingSettings;
import io.github.factorscope.evaluation.topk.TopKProtocol;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.evaluation.topk.TopKSettings;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.workspace.Activity;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Judges the lists that runs would show, one run after the other in the background. On the FX thread only. */
public final class ListJudge {
    private static final Texts TEXTS = Texts.of(ListJudge.class);

    private final Workspace workspace;
    private final Background background;
    private final ErrorPresenter errors;
    private final Runnable changed;
    private final Map<RunEntry, Judged> results = new HashMap<>();
    private final Deque<RunEntry> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty length = new SimpleStringProperty(String.valueOf(RankingSettings.USUAL_K));
    private final StringProperty threshold = new SimpleStringProperty("");

    private record Judged(RankingSettings asked, RankingQuality quality, TopKResult topK) {}

    /** @param changed is called when a run has been judged */
    ListJudge(Workspace workspace, Background background, ErrorPresenter errors, Runnable changed) {
        this.workspace = workspace;
        this.background = background;
        this.errors = errors;
        this.changed = changed;
    }

    /** K, as typed. */
    public StringProperty lengthProperty() {
        return length;
    }

    /** Stars from which a test rating is relevant, as typed; empty for what is usual on the scale. */
    public StringProperty thresholdProperty() {
        return threshold;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The threshold where none is typed. */
    static double usualThreshold(RatingScale scale) {
        return RankingSettings.usualThreshold(scale);
    }

    /** Puts those in line that were not judged with the settings as typed. */
    void judge(List<RunEntry> entries) {
        for (RunEntry entry : entries) {
            Optional<RankingSettings> asked = typed(entry.run());
            if (asked.isEmpty()) {
                return;
            }
            if (!isJudged(entry, asked.get()) && !waiting.contains(entry)) {
                waiting.add(entry);
            }
        }
        next();
    }

    private boolean isJudged(RunEntry entry, RankingSettings asked) {
        return results.containsKey(entry) && results.get(entry).asked().equals(asked);
    }

    private Optional<RankingSettings> typed(Run run) {
        try {
            double stars = threshold.get().isBlank()
                    ? usualThreshold(run.experiment().dataset().scale())
                    : Double.parseDouble(threshold.get().strip().replace(',', '.'));
            return Optional.of(new RankingSettings(Integer.parseInt(length.get().strip()), stars));
        } catch (NumberFormatException e) {
            errors.say(TEXTS.get("no-numbers", length.get(), threshold.get()));
        } catch (IllegalArgumentException e) {
            errors.say(e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private void next() {
        if (busy.get() || waiting.isEmpty()) {
            return;
        }
        RunEntry entry = waiting.remove();
        Optional<RankingSettings> asked = typed(entry.run());
        if (asked.isEmpty()) {
            waiting.clear();
            return;
        }
        busy.set(true);
        Activity activity = new Activity(TEXTS.get("judging", entry.name()), waiting::clear);
        workspace.activities().add(activity);
        background.run(
                () -> judged(entry.run(), asked.get()),
                result -> {
                    results.put(entry, result);
                    done(activity);
                },
                error -> {
                    errors.show(error);
                    done(activity);
                });
    }

    private void done(Activity activity) {
        busy.set(false);
        workspace.activities().remove(activity);
        changed.run();
        next();
    }

    private static Judged judged(Run run, RankingSettings settings) {
        Split split = run.experiment().split();
        return new Judged(
                settings,
                RankingQuality.of(run.model(), split.training(), split.validation(), split.test(), settings),
                new TopKProtocol(run.model(), split.training(), TopKSettings.USUAL).run(split.test()));
    }

    /** The row with what is known of the run's lists. */
    RunRow add(RunEntry entry, RunRow row) {
        Judged judged = results.get(entry);
        return judged == null ? row : row.withRanking(judged.quality()).withTopK(judged.topK());
    }
}
