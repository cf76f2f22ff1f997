package io.github.factorscope.ui.common;

import io.github.factorscope.storage.LayoutStore;
import io.github.factorscope.ui.data.DataViewModel;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.workspace.PresetShelf;
import io.github.factorscope.ui.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The view models of a window whose work is done at once, except where a test wants to see it going on. */
public final class TestWorkspace {
    public final Workspace workspace = new Workspace();
    public final ErrorPresenter errors = new ErrorPresenter();
    public final Background background = new ImmediateBackground();
    public final PreferencesStore preferences;
    public final DataViewModel data;
    public final TrainViewModel train;
    public final PresetShelf shelf;
    private final Path folder;

    public TestWorkspace(Path folder) {
        this(folder, new ImmediateBackground(), 1);
    }

    /**
     * One whose trainings go on while the test looks.
     *
     * @param training where trainings run
     * @param atOnce how many
     */
    public TestWorkspace(Path folder, Background training, int atOnce) {
        this.folder = folder;
        preferences = new PreferencesStore(folder.resolve("preferences.json"));
        data = new DataViewModel(
                workspace,
                background,
                errors,
                preferences,
                new LayoutStore(folder.resolve("layouts.json"), errors::say));
        train = new TrainViewModel(workspace, training, errors, atOnce);
        shelf = new PresetShelf(folder.resolve("presets.json"), errors);
    }

    /** Ratings of 30 users for 20 items, with two groups of users who like different items. */
    public Path ratingFile(String name) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= 30; user++) {
            for (int item = 1; item <= 20; item++) {
                if (random.nextInt(3) > 0) {
                    int stars = (user % 2 == item % 2 ? 4 : 2) + random.nextInt(2);
                    lines.append(user + "," + item + "," + stars + ".0,1000\n");
                }
            }
        }
        return write(name, lines.toString());
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
