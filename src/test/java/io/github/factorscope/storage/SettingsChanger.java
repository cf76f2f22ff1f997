package io.github.factorscope.storage;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that changes what windows share: presets, profiles, settings and the library. */
final class SettingsChanger {
    static final int TIMES = 40;

    private SettingsChanger() {}

    /** The folder, a name of its own, and whether it changes the size or the recent files. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String name = args[1];
        boolean sizes = Boolean.parseBoolean(args[2]);
        ModelFamily svd = ModelCatalogue.find("svd");
        PresetStore presets = new PresetStore(folder.resolve("presets.json"), SettingsChanger::fail);
        ProfileStore profiles = new ProfileStore(folder.resolve("profiles.json"), SettingsChanger::fail);
        RunLibrary library = new RunLibrary(folder.resolve("runs"));
        Run run = EndlessSaver.sample();
        System.out.println("ready");
        for (int k = 1; k <= TIMES; k++) {
            presets.save(svd, name + k, svd.defaults(), "");
            profiles.save(new Profile(name + k, "data", "", List.of()));
            int step = k;
            Preferences.change(
                    folder.resolve("preferences.json"),
                    all -> sizes ? all.withSize(step, step) : all.withRecent(name + step));
            library.save(run, new RunLabels(k, "", List.of()));
        }
    }

    private static void fail(String warning) {
        throw new IllegalStateException(warning);
    }
}
