package io.github.factorscope.ui.data;

import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.text.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How ratings are to be set apart, as chosen and typed. What belongs to the other choices is kept meanwhile. */
public final class SplitForm {
    private static final Texts TEXTS = Texts.of(SplitForm.class);

    /** Which ratings to judge by. */
    public enum Choice {
        RANDOM,
        FOLDS,
        LAST,
        FROM;

        @Override
        public String toString() {
            return TEXTS.get("test-" + name().toLowerCase(Locale.ROOT));
        }
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.RANDOM);
    private final StringProperty testPercent = new SimpleStringProperty("10");
    private final StringProperty fold = new SimpleStringProperty("1");
    private final StringProperty folds = new SimpleStringProperty("5");
    private final StringProperty last = new SimpleStringProperty("5");
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty validationPercent = new SimpleStringProperty();
    private final StringProperty seed = new SimpleStringProperty();

    SplitForm(SplitPlan plan) {
        show(plan);
    }

    /** Fills in what a plan says; the fields of other choices stay. */
    void show(SplitPlan plan) {
        TestChoice test = plan.test();
        if (test instanceof TestChoice.RandomShare random) {
            choice.set(Choice.RANDOM);
            testPercent.set(percentOf(random.share()));
        } else if (test instanceof TestChoice.Fold oneFold) {
            choice.set(Choice.FOLDS);
            fold.set(String.valueOf(oneFold.fold()));
            folds.set(String.valueOf(oneFold.folds()));
        } else if (test instanceof TestChoice.LastOfUser lastOnes) {
            choice.set(Choice.LAST);
            last.set(String.valueOf(lastOnes.count()));
        } else if (test instanceof TestChoice.FromDate fromDate) {
            choice.set(Choice.FROM);
            from.set(fromDate.date());
        }
        validationPercent.set(percentOf(plan.validationShare()));
        seed.set(String.valueOf(plan.seed()));
    }

    /**
     * What is chosen and typed.
     *
     * @throws IllegalArgumentException where something is wrong, with a sentence for the user
     */
    SplitPlan plan() {
        return new SplitPlan(
                test(), percent("wrong-validation-share", validationPercent.get()), whole("no-seed", seed.get()));
    }

    private TestChoice test() {
        return switch (choice.get()) {
            case RANDOM -> new TestChoice.RandomShare(percent("wrong-test-share", testPercent.get()));
            case FOLDS -> new TestChoice.Fold(small("no-fold", fold.get()), small("no-count-of-folds", folds.get()));
            case LAST -> new TestChoice.LastOfUser(small("no-count-of-last", last.get()));
            case FROM -> TestChoice.FromDate.of(day(from.get()));
        };
    }

    /**
     * The share that a percentage means.
     *
     * @param complaint key of what is said where it is none
     */
    private static double percent(String complaint, String text) {
        double percent;
        try {
            percent = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            percent = Double.NaN;
        }
        if (!(percent >= 0 && percent <= 90)) {
            throw new IllegalArgumentException(TEXTS.get(complaint, text));
        }
        return percent / 100;
    }

    private static String percentOf(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static int small(String complaint, String text) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole(complaint, text)));
    }

    private static long whole(String complaint, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(TEXTS.get(complaint, text), e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TEXTS.get("no-day", text), e);
        }
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Percent of all ratings, as typed. */
    public StringProperty testPercentProperty() {
        return testPercent;
    }

    /** Which of the folds, counted from 1, as typed. */
    public StringProperty foldProperty() {
        return fold;
    }

    /** How many folds there are, as typed. */
    public StringProperty foldsProperty() {
        return folds;
    }

    /** How many of each user, as typed. */
    public StringProperty lastProperty() {
        return last;
    }

    /** The day from which on ratings are the test, as typed. */
    public StringProperty fromProperty() {
        return from;
    }

    /** Percent of the remaining ratings, as typed. */
    public StringProperty validationPercentProperty() {
        return validationPercent;
    }

    public StringProperty seedProperty() {
        return seed;
    }
}
