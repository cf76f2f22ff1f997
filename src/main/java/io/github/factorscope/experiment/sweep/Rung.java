package io.github.factorscope.experiment.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of successive halving.
 *
 * @param settings how many train in it
 * @param epochs that each of them has had at its end
 */
public record Rung(int settings, int epochs) {

    /**
     * All steps. Each has {@code keepOneIn} times the epochs of the step before and that part of its settings, so that all
     * steps cost about the same; the last one has all epochs. There are as many steps as leave one setting at the end and
     * at least one epoch at the beginning: with few epochs, more settings are trained to the end.
     *
     * @param settings that begin
     * @param epochs of a whole training
     */
    public static List<Rung> of(int settings, int epochs, int keepOneIn) {
        int steps = Math.min(wholeLogarithm(settings, keepOneIn), wholeLogarithm(epochs, keepOneIn));
        List<Rung> rungs = new ArrayList<>();
        long part = Math.round(Math.pow(keepOneIn, steps));
        int left = settings;
        for (int step = 0; step <= steps; step++) {
            rungs.add(new Rung(left, (int) (epochs / part)));
            part /= keepOneIn;
            left = Math.max(1, left / keepOneIn);
        }
        return rungs;
    }

    /** The largest power of the base that does not exceed the number. */
    private static int wholeLogarithm(int number, int base) {
        int power = 0;
        for (int rest = number / base; rest > 0; rest /= base) {
            power++;
        }
        return power;
    }

    /** The epochs of all trainings together. */
    static double totalEpochs(List<Rung> rungs) {
        double total = 0;
        int before = 0;
        for (Rung rung : rungs) {
            total += (double) rung.settings() * (rung.epochs() - before);
            before = rung.epochs();
        }
        return total;
    }
}
