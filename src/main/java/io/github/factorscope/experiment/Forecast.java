package io.github.factorscope.experiment;

import io.github.factorscope.data.Split;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a training will take on this machine, said before it begins; right within a factor of two where it takes longer
 * than a moment.
 *
 * @param seconds of training and of judging every epoch
 * @param epochSeconds of learning in one epoch
 * @param bytes of memory that training adds at its peak
 * @param freeBytes that there are
 */
public record Forecast(double seconds, double epochSeconds, long bytes, long freeBytes) {
    private static final Texts TEXTS = Texts.of(Forecast.class);
    private static final int MEGA = 1_000_000;
    private static final double STARTING = 0.2; // seconds until the code is compiled

    /** For the settings of one training at a time. */
    public static Forecast of(ModelFamily family, Settings settings, Split split) {
        return of(family.cost(DataShape.of(split.training()), settings), predictions(split));
    }

    /** Does what takes longest the first time that a training on a split is forecast, so that the first forecast does not. */
    public static void prepare(Split split) {
        DataShape.of(split.training());
        MachineSpeed.slowerThanReference();
    }

    private static double predictions(Split split) {
        return split.training().size()
                + (double) split.validation().size()
                + split.test().size();
    }

    private static Forecast of(Cost cost, double predictions) {
        double cores = Runtime.getRuntime().availableProcessors();
        double speed = MachineSpeed.slowerThanReference() / 1e9;
        double epoch = speed * (cost.epochAlone() + cost.epochShared() / cores);
        double once = speed * cost.onceShared() / cores;
        double judging = speed * cost.predictionShared() * predictions / cores;
        double learning = cost.epochs() == 1 ? epoch + once : epoch;
        return new Forecast(
                STARTING + once + cost.epochs() * (epoch + judging),
                learning,
                (long) cost.bytes(),
                MachineMemory.freeBytes());
    }

    /**
     * About how long many trainings take together.
     *
     * @param costs one for each
     * @param atOnce how many train at the same time: what uses one core only is shared out among them
     * @return seconds
     */
    public static double secondsOfAll(List<Cost> costs, Split split, int atOnce) {
        double cores = Runtime.getRuntime().availableProcessors();
        double speed = MachineSpeed.slowerThanReference() / 1e9;
        double predictions = predictions(split);
        double alone = 0; // nanoseconds of one core
        double shared = 0; // nanoseconds of all cores, were there one
        for (Cost cost : costs) {
            alone += cost.epochs() * cost.epochAlone();
            shared += cost.onceShared() + cost.epochs() * (cost.epochShared() + cost.predictionShared() * predictions);
        }
        double busy = Math.min(cores, Math.min(atOnce, Math.max(1, costs.size())));
        return STARTING + speed * (alone / busy + shared / cores);
    }

    /** What is free in memory now, after a collection. */
    public static long bytesFreeNow() {
        return MachineMemory.freeBytesAfterCollecting();
    }

    /** Whether there is enough memory. */
    public boolean fits() {
        return bytes <= freeBytes;
    }

    /** Such as "20 MB" or "1.3 GB". */
    public static String words(long bytes) {
        double mega = bytes / (double) MEGA;
        return mega < 1000
                ? String.format(Texts.locale(), "%.0f MB", Math.max(1, mega))
                : String.format(Texts.locale(), "%.1f GB", mega / 1000);
    }

    /**
     * Refuses what would not fit in memory.
     *
     * @throws InvalidSettingException with the setting that would fit
     */
    public static void requireFits(ModelFamily family, Settings settings, Split split) {
        DataShape shape = DataShape.of(split.training());
        double bytes = family.cost(shape, settings).bytes();
        if (bytes <= MachineMemory.freeBytes()) {
            return;
        }
        long free = MachineMemory.freeBytesAfterCollecting();
        if (bytes > free) {
            String advice = family.memorySettings().stream()
                    .map(setting -> fitting(family, setting, shape, settings, free))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(fits -> TEXTS.get("would-fit", fits))
                    .orElseGet(() -> TEXTS.get("smaller-model"));
            throw new InvalidSettingException(String.join(
                    " ",
                    TEXTS.get("does-not-fit", family.id(), words((long) bytes), words(free)),
                    advice,
                    TEXTS.get("more-memory")));
        }
    }

    /** A sentence for when the memory ran short after all: what the training takes, and what would take less. */
    public static String whenMemoryRanShort(ModelFamily family, Settings settings, Split split) {
        DataShape shape = DataShape.of(split.training());
        long bytes = (long) family.cost(shape, settings).bytes();
        long free = MachineMemory.freeBytesAfterCollecting();
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get("memory-ran-short", family.id(), words(bytes), words(free)));
        family.memorySettings().stream()
                .map(setting -> fitting(family, setting, shape, settings, Math.min(free, bytes / 2)))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(fits -> sentences.add(TEXTS.get("would-fit", fits)));
        sentences.add(TEXTS.get("more-memory"));
        return String.join(" ", sentences);
    }

    /** The value of this setting nearest to the present one with which the training fits, by factors of two. */
    private static Optional<String> fitting(
            ModelFamily family, Hyperparameter<Integer> setting, DataShape shape, Settings settings, long free) {
        Domain<Integer> domain = setting.domain();
        long most = Math.max(shape.items(), shape.users());
        int effective = (int) Math.min(settings.get(setting), most);
        for (int shift = 1; shift < Integer.SIZE - 1; shift++) {
            for (long value : new long[] {effective >> shift, (long) effective << shift}) {
                boolean possible = value <= Integer.MAX_VALUE && domain.contains((int) value);
                if (possible
                        && family.cost(shape, settings.with(setting, (int) value))
                                        .bytes()
                                <= free) {
                    return Optional.of(setting.name() + " = " + value);
                }
            }
        }
        return Optional.empty();
    }
}
