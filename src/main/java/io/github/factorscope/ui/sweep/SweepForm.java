package io.github.factorscope.ui.sweep;

import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.sweep.Candidate;
import io.github.factorscope.experiment.sweep.SearchSpace;
import io.github.factorscope.experiment.sweep.Strategy;
import io.github.factorscope.experiment.sweep.SweepPlan;
import io.github.factorscope.experiment.sweep.Variation;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.sweep.VariedSetting.Choice;
import io.github.factorscope.ui.workspace.PresetShelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be swept, as chosen and typed. */
public final class SweepForm {
    private static final Texts TEXTS = Texts.of(SweepForm.class);
    private static final List<String> FIRST_TO_VARY = List.of("factors", "neighbours");

    /** Which settings are tried. */
    public enum Way {
        GRID,
        RANDOM,
        HALVING;

        @Override
        public String toString() {
            return TEXTS.get("way-" + name().toLowerCase(Locale.ROOT));
        }
    }

    private final PresetShelf shelf;
    private final Function<ModelFamily, Optional<Settings>> typedUnderTrain;
    private final Supplier<Optional<Split>> split;
    private final int atOnce;
    private final Map<ModelFamily, BooleanProperty> chosen = new LinkedHashMap<>();
    private final ObservableList<String> presets = FXCollections.observableArrayList();
    private final StringProperty preset = new SimpleStringProperty("default");
    private final ObservableList<Choice> firstChoices = FXCollections.observableArrayList();
    private final ObservableList<Choice> secondChoices = FXCollections.observableArrayList();
    private final VariedSetting first = new VariedSetting();
    private final VariedSetting second = new VariedSetting();
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.GRID);
    private final StringProperty trials = new SimpleStringProperty("20");
    private final StringProperty patience = new SimpleStringProperty("10");
    private final StringProperty repeats = new SimpleStringProperty("1");
    private final StringProperty seed = new SimpleStringProperty("1");
    private final ReadOnlyObjectWrapper<Optional<SweepPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private boolean listing;

    /**
     * A form with sensible values, so that a sweep can begin at once.
     *
     * @param typedUnderTrain the settings there; empty where one of them is wrong
     * @param split of the open data; empty where there is none
     * @param atOnce how many trainings run at the same time
     */
    SweepForm(
            PresetShelf shelf,
            ModelFamily family,
            Function<ModelFamily, Optional<Settings>> typedUnderTrain,
            Supplier<Optional<Split>> split,
            int atOnce) {
        this.shelf = shelf;
        this.typedUnderTrain = typedUnderTrain;
        this.split = split;
        this.atOnce = atOnce;
        for (ModelFamily each : ModelCatalogue.all()) {
            BooleanProperty ticked = new SimpleBooleanProperty(each.equals(family));
            ticked.addListener((Observable change) -> list());
            chosen.put(each, ticked);
        }
        shelf.saved().addListener((Observable change) -> list());
        InvalidationListener changed = change -> read();
        List.<Observable>of(
                        preset,
                        first.choiceProperty(),
                        first.textProperty(),
                        second.choiceProperty(),
                        second.textProperty(),
                        way,
                        trials,
                        patience,
                        repeats,
                        seed)
                .forEach(property -> property.addListener(changed));
        list();
    }

    /** Instead of a preset: the settings as they are typed under Train. */
    static String asTyped() {
        return TEXTS.get("as-typed");
    }

    /** Lists what all chosen models have in common, and keeps what is chosen where it is still there. */
    private void list() {
        listing = true;
        List<ModelFamily> families = families();
        List<String> names = common(
                families, family -> shelf.of(family).stream().map(Preset::name).toList());
        List<String> withTyped = new ArrayList<>(names);
        withTyped.add(asTyped());
        keep(presets, withTyped, preset, withTyped.get(0));
        List<Choice> settings = common(
                families,
                family -> family.hyperparameters().stream().map(Choice::of).toList());
        Choice best = settings.stream()
                .filter(choice -> FIRST_TO_VARY.contains(choice.name()))
                .findFirst()
                .orElse(settings.isEmpty() ? Choice.NOTHING : settings.get(0));
        keep(firstChoices, settings, first.choiceProperty(), best);
        List<Choice> withNothing = new ArrayList<>(settings);
        withNothing.add(0, Choice.NOTHING);
        keep(secondChoices, withNothing, second.choiceProperty(), Choice.NOTHING);
        listing = false;
        read();
    }

    private static <T> void keep(ObservableList<T> list, List<T> now, Property<T> value, T otherwise) {
        T before = value.getValue();
        if (!list.equals(now)) {
            list.setAll(now);
        }
        value.setValue(now.contains(before) ? now.get(now.indexOf(before)) : otherwise); // of the models as chosen now
    }

    private static <T> List<T> common(List<ModelFamily> families, Function<ModelFamily, List<T>> of) {
        List<T> common = new ArrayList<>();
        for (int k = 0; k < families.size(); k++) {
            List<T> its = of.apply(families.get(k));
            if (k == 0) {
                common.addAll(its);
            } else {
                common.retainAll(its);
            }
        }
        return common;
    }

    /** Plans anew, as data or what is typed under Train may have changed. */
    void read() {
        if (listing) {
            return;
        }
        Optional<Variation> varied = first.read();
        Optional<Variation> also = second.read();
        plan.set(Optional.empty());
        try {
            if (families().isEmpty()) {
                throw new InvalidSettingException(TEXTS.get("choose-a-model"));
            }
            if (first.wrongProperty().get() || second.wrongProperty().get()) {
                throw new InvalidSettingException(TEXTS.get("correct-values"));
            }
            List<Variation> variations = new ArrayList<>();
            varied.ifPresent(variations::add);
            also.ifPresent(variations::add);
            SweepPlan read = SweepPlan.of(
                    new SearchSpace(bases(), variations),
                    strategy(),
                    whole("no-repeats", repeats),
                    whole("no-seed", seed),
                    whole("no-patience", patience),
                    false);
            words.set(describe(read));
            plan.set(Optional.of(read));
        } catch (InvalidSettingException e) {
            words.set(e.getMessage());
        }
    }

    private List<Candidate> bases() {
        List<Candidate> bases = new ArrayList<>();
        for (ModelFamily family : families()) {
            bases.add(new Candidate(family, base(family)));
        }
        return bases;
    }

    private Settings base(ModelFamily family) {
        if (asTyped().equals(preset.get())) {
            return typedUnderTrain
                    .apply(family)
                    .orElseThrow(() -> new InvalidSettingException(TEXTS.get("typed-wrong", family.title())));
        }
        return shelf.of(family).stream()
                .filter(each -> each.name().equals(preset.get()))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(TEXTS.get("choose-settings")))
                .settings();
    }

    private Strategy strategy() {
        return switch (way.get()) {
            case GRID -> new Strategy.Grid();
            case RANDOM -> new Strategy.RandomDraws(whole("no-trials", trials));
            case HALVING -> new Strategy.Halving(OptionalInt.of(whole("no-trials", trials)), 3);
        };
    }

    /** @param complaint key of what is said where it is none */
    private static int whole(String complaint, StringProperty text) {
        try {
            return Integer.parseInt(text.get().strip());
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(TEXTS.get(complaint, text.get()), e);
        }
    }

    private String describe(SweepPlan read) {
        int count = read.attempts().size();
        return split.get()
                .map(data ->
                        TEXTS.get("trainings-and-time", count, Formats.seconds(read.forecastSeconds(data, atOnce))))
                .orElseGet(() -> TEXTS.get("trainings", count));
    }

    /** Those that are ticked, in the order of the papers. */
    public List<ModelFamily> families() {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every model, and whether it is ticked. */
    public Map<ModelFamily, BooleanProperty> chosen() {
        return chosen;
    }

    /** Names of presets that every ticked model has. */
    public ObservableList<String> presets() {
        return presets;
    }

    /** What the settings that are not varied are taken from. */
    public StringProperty presetProperty() {
        return preset;
    }

    /** What can be varied in every ticked model. */
    public ObservableList<Choice> firstChoices() {
        return firstChoices;
    }

    /** The same, or nothing. */
    public ObservableList<Choice> secondChoices() {
        return secondChoices;
    }

    public VariedSetting first() {
        return first;
    }

    public VariedSetting second() {
        return second;
    }

    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** How many are tried at random. */
    public StringProperty trialsProperty() {
        return trials;
    }

    /** Epochs without a lower validation error after which a training ends. */
    public StringProperty patienceProperty() {
        return patience;
    }

    /** Seeds for each setting. */
    public StringProperty repeatsProperty() {
        return repeats;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** Empty where something is missing or wrong. */
    public ReadOnlyObjectProperty<Optional<SweepPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** How much there is to train, or what is missing or wrong. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
