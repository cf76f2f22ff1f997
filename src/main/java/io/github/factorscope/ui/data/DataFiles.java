package io.github.factorscope.ui.data;

import io.github.factorscope.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for files and folders with ratings. */
public final class DataFiles {
    private static final Texts TEXTS = Texts.of(DataFiles.class);

    private DataFiles() {}

    /** Asks for a file; empty where none was chosen. */
    public static Optional<Path> askForFile(Window owner) {
        return askForFile(owner, TEXTS.get("choose-file"));
    }

    static Optional<Path> askForFile(Window owner, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /** Asks for a folder; empty where none was chosen. */
    public static Optional<Path> askForFolder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("choose-folder"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
