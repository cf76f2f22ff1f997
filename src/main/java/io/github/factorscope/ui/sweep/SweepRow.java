package io.github.factorscope.ui.sweep;

import io.github.factorscope.experiment.sweep.Attempt;
import io.github.factorscope.experiment.sweep.Trial;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.EpochReport;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A planned training in the table. On the FX thread only. */
public final class SweepRow {
    private static final Texts TEXTS = Texts.of(SweepRow.class);

    private final Attempt attempt;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.waiting());

    /**
     * Where it stands.
     *
     * @param error lowest validation RMSE so far, in stars; NaN before the first epoch
     * @param epoch that had it
     * @param seconds of learning so far; NaN before the first epoch
     * @param words such as "waiting", "epoch 12", "stopped early"
     * @param isBest whether no other setting of its model is better
     * @param trial once it has ended
     */
    public record Standing(
            double error, int epoch, double seconds, String words, boolean isBest, Optional<Trial> trial) {
        static Standing waiting() {
            return new Standing(Double.NaN, 0, Double.NaN, TEXTS.get("waiting"), false, Optional.empty());
        }

        private Standing with(String otherWords) {
            return new Standing(error, epoch, seconds, otherWords, isBest, trial);
        }
    }

    SweepRow(Attempt attempt) {
        this.attempt = attempt;
    }

    public Attempt attempt() {
        return attempt;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    void start() {
        standing.set(standing.get().with(TEXTS.get("starting")));
    }

    void show(EpochReport report) {
        Standing before = standing.get();
        double error = report.validationRmse().orElse(Double.NaN);
        boolean better = !(before.error() <= error);
        standing.set(new Standing(
                better ? error : before.error(),
                better ? report.epoch() : before.epoch(),
                report.seconds(),
                TEXTS.get("epoch-now", String.valueOf(report.epoch())),
                false,
                Optional.empty()));
    }

    void show(Trial trial) {
        standing.set(new Standing(
                trial.error(), trial.epoch(), trial.seconds(), trial.endWords(), false, Optional.of(trial)));
    }

    /** The sweep is over and this one never had its turn. */
    void leaveOut() {
        standing.set(standing.get().with(TEXTS.get("not-trained")));
    }

    void setBest(boolean best) {
        Standing now = standing.get();
        if (now.isBest() != best) {
            standing.set(new Standing(now.error(), now.epoch(), now.seconds(), now.words(), best, now.trial()));
        }
    }
}
