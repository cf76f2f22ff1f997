package io.github.factorscope.ui.sweep;

import io.github.factorscope.experiment.sweep.Values;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A hyperparameter that is varied and its values as typed. */
public final class VariedSetting {
    private static final Texts TEXTS = Texts.of(VariedSetting.class);
    private static final Map<String, String> USUAL = Map.of("factors", "10,20,50,100", "neighbours", "10,30,100,300");
    private static final int MOST_SHOWN = 12;
    private static final double AROUND = 4; // times less and more than the usual value

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.NOTHING);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private final Map<Choice, String> typed = new HashMap<>();

    /** A line of the list of hyperparameters. */
    public record Choice(Optional<Hyperparameter<?>> hyperparameter) {
        /** Nothing is varied. */
        public static final Choice NOTHING = new Choice(Optional.empty());

        public static Choice of(Hyperparameter<?> hyperparameter) {
            return new Choice(Optional.of(hyperparameter));
        }

        /** As on the command line; empty for nothing. */
        public String name() {
            return hyperparameter.map(Hyperparameter::name).orElse("");
        }

        /** Those of other models are the same where they have the same name. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Choice choice && choice.name().equals(name());
        }

        @Override
        public int hashCode() {
            return name().hashCode();
        }

        @Override
        public String toString() {
            return hyperparameter
                    .map(h -> h.symbol().isEmpty() ? h.label() : h.label() + " " + h.symbol())
                    .orElseGet(() -> TEXTS.get("nothing-else"));
        }
    }

    VariedSetting() {
        choice.addListener((observable, before, now) -> {
            if (before != null) {
                typed.put(before, text.get());
            }
            if (now != null) {
                text.set(now.hyperparameter().map(this::textFor).orElse(""));
            }
        });
    }

    /** What was typed for it before, where that is still possible: another model may know other values. */
    private String textFor(Hyperparameter<?> hyperparameter) {
        String before = typed.get(Choice.of(hyperparameter));
        return before != null && isPossible(before, hyperparameter) ? before : suggestion(hyperparameter);
    }

    private static boolean isPossible(String text, Hyperparameter<?> hyperparameter) {
        try {
            Values values = Values.parse(text);
            return !values.areFew() || !values.all(hyperparameter).isEmpty();
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    /** Values to begin with: around the usual one. */
    private static <T> String suggestion(Hyperparameter<T> hyperparameter) {
        String usual = USUAL.get(hyperparameter.name());
        if (usual != null) {
            return usual;
        }
        if (hyperparameter.domain() instanceof Domain.Choices<?> choices) {
            return names(choices);
        }
        double value = ((Number) hyperparameter.defaultValue()).doubleValue();
        return value == 0 ? "0,0.01,0.1" : around(hyperparameter, value);
    }

    private static <E extends Enum<E>> String names(Domain.Choices<E> choices) {
        return String.join(",", choices.choices().stream().map(choices::format).toList());
    }

    private static String around(Hyperparameter<?> hyperparameter, double value) {
        if (hyperparameter.domain() instanceof Domain.WholeNumbers whole) {
            int low = (int) Math.max(whole.min(), Math.round(value / AROUND));
            int high = (int) Math.min(whole.max(), Math.round(value * AROUND));
            return low + ".." + high + ":5log";
        }
        Domain.RealNumbers real = (Domain.RealNumbers) hyperparameter.domain();
        double high = Math.min(real.max(), value * AROUND);
        return real.format(Math.max(real.min(), value / AROUND)) + ".." + real.format(high) + ":5log";
    }

    /** What is varied. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The values that are meant, or what is wrong with them. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Empty where nothing is varied, or something is wrong: then the hint says what. */
    Optional<Variation> read() {
        if (choice.get() == null || choice.get().hyperparameter().isEmpty()) {
            wrong.set(false);
            hint.set("");
            return Optional.empty();
        }
        Hyperparameter<?> hyperparameter = choice.get().hyperparameter().get();
        try {
            Variation variation = Variation.of(hyperparameter.name(), text.get());
            hint.set(words(variation.values(), hyperparameter));
            wrong.set(false);
            return Optional.of(variation);
        } catch (InvalidSettingException e) {
            hint.set(e.getMessage());
            wrong.set(true);
            return Optional.empty();
        }
    }

    private static String words(Values values, Hyperparameter<?> hyperparameter) {
        if (!values.areFew()) {
            return TEXTS.get("any-between");
        }
        List<String> all = values.all(hyperparameter);
        String shown = String.join("  ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
        return all.size() > MOST_SHOWN ? shown + "  … " + all.get(all.size() - 1) : shown;
    }
}
