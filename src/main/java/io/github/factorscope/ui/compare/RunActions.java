package io.github.factorscope.ui.compare;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.RunLibraryModel;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.DirectoryChooser;

/** What can be done with saved runs: a menu, and keys. */
public final class RunActions {
    private static final Texts TEXTS = Texts.of(RunActions.class);
    private static final KeyCombination RENAME = new KeyCodeCombination(KeyCode.F2);
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
    private static final KeyCombination TICK = new KeyCodeCombination(KeyCode.SPACE);

    private final RunLibraryModel library;

    public RunActions(RunLibraryModel library) {
        this.library = library;
    }

    /** Gives a table of runs a menu, keys, and a column for tags, which is shown when there are some. */
    public void attachTo(TableView<RunEntry> table) {
        Supplier<List<RunEntry>> chosen =
                () -> List.copyOf(table.getSelectionModel().getSelectedItems());
        table.setContextMenu(menu(table, chosen));
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> { // before the table begins to edit a cell on F2
                    if (RENAME.match(event)) {
                        one(chosen, run -> rename(table, run));
                        event.consume();
                    } else if (DELETE.match(event)) {
                        library.delete(chosen.get());
                        event.consume();
                    } else if (TICK.match(event)) {
                        chosen.get().forEach(run -> run.overlaidProperty()
                                .set(!run.overlaidProperty().get()));
                        event.consume();
                    }
                });
        TableColumn<RunEntry, String> tags =
                Tables.addText(table, TEXTS.get("tags"), 120, run -> String.join(", ", run.tags()));
        tags.setVisible(false);
        table.getItems()
                .addListener((Observable change) -> tags.setVisible(
                        table.getItems().stream().anyMatch(run -> !run.tags().isEmpty())));
    }

    /**
     * A menu for runs.
     *
     * @param owner in whose window dialogs open
     * @param chosen the runs that it is about when it is opened; perhaps none
     */
    public ContextMenu menu(Node owner, Supplier<List<RunEntry>> chosen) {
        MenuItem rename = item(TEXTS.get("rename-key"), () -> one(chosen, run -> rename(owner, run)));
        MenuItem tags = item(TEXTS.get("tags-dialog"), () -> one(chosen, run -> tag(owner, run)));
        MenuItem delete = item(TEXTS.get("delete-key"), () -> library.delete(chosen.get()));
        MenuItem folder = item(TEXTS.get("show-folder"), () -> one(chosen, library::showFolder));
        MenuItem save = item(TEXTS.get("save"), () -> chosen.get().forEach(library::save));
        MenuItem open = item(TEXTS.get("open-run-folder"), () -> openFolder(owner));
        CheckMenuItem automatically = new CheckMenuItem(TEXTS.get("save-automatically"));
        automatically.selectedProperty().bindBidirectional(library.automaticallyProperty());
        ContextMenu menu =
                new ContextMenu(rename, tags, delete, save, folder, new SeparatorMenuItem(), open, automatically);
        menu.setOnShowing(event -> {
            List<RunEntry> runs = chosen.get();
            rename.setDisable(runs.size() != 1);
            tags.setDisable(runs.size() != 1);
            delete.setDisable(runs.isEmpty());
            folder.setDisable(runs.size() != 1 || runs.get(0).folder().isEmpty());
            save.setVisible(runs.stream().anyMatch(run -> run.folder().isEmpty()));
        });
        return menu;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void one(Supplier<List<RunEntry>> chosen, Consumer<RunEntry> action) {
        List<RunEntry> runs = chosen.get();
        if (runs.size() == 1) {
            action.accept(runs.get(0));
        }
    }

    private void rename(Node owner, RunEntry run) {
        ask(owner, TEXTS.get("rename"), TEXTS.get("ask-name", run.name()), run.name())
                .ifPresent(name -> library.rename(run, name));
    }

    private void tag(Node owner, RunEntry run) {
        ask(owner, TEXTS.get("tags"), TEXTS.get("ask-tags", run.name()), String.join(", ", run.tags()))
                .ifPresent(text -> library.tag(run, List.of(text.split(",", -1))));
    }

    private static Optional<String> ask(Node owner, String title, String question, String before) {
        TextInputDialog dialog = new TextInputDialog(before);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(question);
        return dialog.showAndWait();
    }

    /** Asks for the folder of a run, and opens it. */
    public void openFolder(Node owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("choose-run-folder"));
        File folder = chooser.showDialog(owner.getScene().getWindow());
        if (folder != null) {
            library.openFolder(folder.toPath());
        }
    }
}
