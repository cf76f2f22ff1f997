package io.github.factorscope.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a scene. */
public final class FileDrop {
    private FileDrop() {}

    /** The first of the dropped files or folders is opened. */
    public static void install(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> drop(event, open));
    }

    private static void drop(DragEvent event, Consumer<Path> open) {
        List<File> files = event.getDragboard().getFiles();
        boolean any = files != null && !files.isEmpty();
        if (any) {
            open.accept(files.get(0).toPath());
        }
        event.setDropCompleted(any);
        event.consume();
    }
}
