package io.github.factorscope.model.parts;

import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The presets of a family, in the order in which they are shown. */
public final class PresetList {
    private static final Texts TEXTS = Texts.of(PresetList.class);

    private final Settings defaults;
    private final List<Preset> presets = new ArrayList<>();

    /** Begins with the default settings. */
    public PresetList(Settings defaults) {
        this.defaults = defaults;
        presets.add(new Preset("default", TEXTS.get("preset-default"), defaults));
    }

    /** What the papers used for Netflix. */
    public PresetList paper(String about, UnaryOperator<Settings> change) {
        return add("paper", about, change);
    }

    /** What a search found on MovieLens 100K, see docs/presets.md. */
    public PresetList ml100k(UnaryOperator<Settings> change) {
        return add("ml-100k", TEXTS.get("preset-ml-100k"), change);
    }

    /** What a search found on MovieLens 1M, see docs/presets.md. */
    public PresetList ml1m(UnaryOperator<Settings> change) {
        return add("ml-1m", TEXTS.get("preset-ml-1m"), change);
    }

    /** For a first look. */
    public PresetList quick(String about, UnaryOperator<Settings> change) {
        return add("quick", about, change);
    }

    /** For a first look, with fewer factors and epochs. */
    public PresetList quick(UnaryOperator<Settings> change) {
        return quick(TEXTS.get("preset-quick"), change);
    }

    /** The same as the default, where that is quick enough. */
    public PresetList quickAsDefault() {
        return quick(TEXTS.get("preset-quick-as-default"), settings -> settings);
    }

    /** Another one. */
    public PresetList add(String name, String about, UnaryOperator<Settings> change) {
        presets.add(new Preset(name, about, change.apply(defaults)));
        return this;
    }

    public List<Preset> toList() {
        return List.copyOf(presets);
    }
}
