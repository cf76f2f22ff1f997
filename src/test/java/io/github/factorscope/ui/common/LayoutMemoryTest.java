package io.github.factorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.storage.Preferences.Column;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What somebody has arranged is so again in another window. */
class LayoutMemoryTest extends ApplicationTest {
    @TempDir
    Path folder;

    private SplitPane split;
    private TableView<String> table;
    private Stage stage;

    @Override
    public void start(Stage shown) {
        stage = shown;
        build();
        stage.show();
    }

    private void build() {
        table = new TableView<>();
        table.setId("films");
        for (String title : List.of("A", "B", "C")) {
            TableColumn<String, String> column = new TableColumn<>(title);
            column.setPrefWidth(100);
            table.getColumns().add(column);
        }
        Region other = new Region();
        split = new SplitPane(table, other);
        split.setId("content");
        VBox view = new VBox(split);
        new LayoutMemory(new PreferencesStore(folder.resolve("preferences.json"))).attach("explore", view);
        stage.setScene(new Scene(view, 900, 400));
    }

    @Test
    void splittersStandWhereTheyWereLeft() {
        drag(".split-pane-divider").dropBy(120, 0);
        WaitForAsyncUtils.waitForFxEvents();
        double left = split.getDividerPositions()[0];
        assertThat(left).isGreaterThan(0.55);
        interact(this::build);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(split.getDividerPositions()[0]).isCloseTo(left, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void tablesAreAsTheyWereArranged() {
        PreferencesStore store = new PreferencesStore(folder.resolve("preferences.json"));
        store.update(p -> p.withLook(look ->
                look.withColumns("explore.films", List.of(new Column(2, 70), new Column(0, 140), new Column(1, 90)))));
        interact(this::build);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(table.getColumns()).extracting(TableColumn::getText).containsExactly("C", "A", "B");
        assertThat(table.getColumns().get(1).getWidth()).isEqualTo(140);
    }

    @Test
    void whatWasArrangedInATableWithOtherColumnsIsForgotten() {
        PreferencesStore store = new PreferencesStore(folder.resolve("preferences.json"));
        store.update(p -> p.withLook(look ->
                look.withColumns("explore.films", List.of(new Column(7, 70), new Column(0, 140), new Column(1, 90)))));
        interact(this::build);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(table.getColumns()).extracting(TableColumn::getText).containsExactly("A", "B", "C");
    }
}
