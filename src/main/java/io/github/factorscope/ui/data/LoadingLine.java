package io.github.factorscope.ui.data;

import io.github.factorscope.data.reading.LoadMonitor;
import io.github.factorscope.data.reading.LoadProgress;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.workspace.Activity;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Shows how far loading has come. */
final class LoadingLine {
    private static final Texts TEXTS = Texts.of(LoadingLine.class);

    private LoadingLine() {}

    /** Tells the activity, and ends loading where it was cancelled. */
    static LoadMonitor monitor(Background background, Activity activity, AtomicBoolean cancelled) {
        AtomicReference<LoadProgress> newest = new AtomicReference<>();
        return LoadMonitor.of(reached -> {
            if (newest.getAndSet(reached) == null) { // at most one update waits for the FX thread
                background.onFxThread(() -> {
                    LoadProgress shown = newest.getAndSet(null);
                    activity.progressProperty().set(shown.share());
                    activity.detailProperty().set(words(shown));
                });
            }
            return !cancelled.get();
        });
    }

    /** Such as "1,200,000 lines, 33 MB of 650 MB, 3.5 s left". */
    static String words(LoadProgress reached) {
        String words = TEXTS.get(
                "lines-read",
                Formats.count(reached.lines()),
                Forecast.words(reached.bytes()),
                Forecast.words(reached.totalBytes()));
        return reached.secondsLeft().isPresent()
                ? TEXTS.get(
                        "lines-read-and-left",
                        words,
                        Formats.seconds(reached.secondsLeft().getAsDouble()))
                : words;
    }
}
