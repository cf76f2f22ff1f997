package io.github.factorscope.ui.common;

import io.github.factorscope.storage.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's settings, saved whenever they change. On the FX thread only. */
public final class PreferencesStore {
    private static final Logger LOG = LoggerFactory.getLogger(PreferencesStore.class);

    private final Path file;
    private final ObservableList<String> recent;
    private Preferences preferences;

    public PreferencesStore(Path file) {
        this.file = file;
        this.preferences = Preferences.load(file);
        this.recent = FXCollections.observableArrayList(preferences.recent());
    }

    public Preferences get() {
        return preferences;
    }

    /** Paths that were opened, the last one first. */
    public ObservableList<String> recent() {
        return recent;
    }

    /** Changes and saves, together with what other windows have saved. Settings that cannot be saved are no reason to disturb anybody: the log says so. */
    public void update(UnaryOperator<Preferences> change) {
        try {
            preferences = Preferences.change(file, change);
        } catch (IOException e) {
            LOG.warn("{} cannot be saved", file, e);
            preferences = change.apply(preferences);
        }
        if (!recent.equals(preferences.recent())) {
            recent.setAll(preferences.recent());
        }
    }
}
