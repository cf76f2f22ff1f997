package io.github.factorscope.ui.workspace;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.PresetStore;
import io.github.factorscope.storage.SavedPreset;
import io.github.factorscope.ui.common.ErrorPresenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The presets that the window offers: those that came with the models, and those that were saved. On the FX thread only. */
public final class PresetShelf {
    private final PresetStore store;
    private final ErrorPresenter errors;
    private final ObservableList<SavedPreset> saved = FXCollections.observableArrayList();

    /** @param file where presets are saved */
    public PresetShelf(Path file, ErrorPresenter errors) {
        this.errors = errors;
        store = new PresetStore(file, errors::say);
        refresh();
    }

    private void refresh() {
        saved.setAll(store.all());
    }

    /** Those that were saved, of all models; changes when one is added or removed. */
    public ObservableList<SavedPreset> saved() {
        return saved;
    }

    /** Those of one model that were saved and still fit it. */
    public List<Preset> savedOf(ModelFamily family) {
        return saved.stream()
                .filter(preset -> preset.model().equals(family.id()))
                .flatMap(preset -> preset.of(family).stream())
                .toList();
    }

    /** All of one model: those that came with it first. */
    public List<Preset> of(ModelFamily family) {
        return Stream.concat(family.presets().stream(), savedOf(family).stream())
                .toList();
    }

    /** Saves; false where that failed, and the user has been told why. */
    public boolean save(ModelFamily family, String name, Settings settings, String about) {
        try {
            store.save(family, name, settings, about);
            return true;
        } catch (InvalidSettingException e) {
            errors.say(e.getMessage());
            return false;
        } catch (IOException | RuntimeException e) {
            errors.show(e);
            return false;
        } finally {
            refresh();
        }
    }

    /** Removes one that was saved. */
    public void delete(ModelFamily family, String name) {
        try {
            store.delete(family, name);
        } catch (IOException | RuntimeException e) {
            errors.show(e);
        } finally {
            refresh();
        }
    }
}
