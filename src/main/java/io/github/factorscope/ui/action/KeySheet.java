package io.github.factorscope.ui.action;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All keys on one sheet over the window. */
public final class KeySheet {
    private static final Texts TEXTS = Texts.of(KeySheet.class);

    private static final double AROUND =
            160; // pixels above and below the list: its head, the edges of the card, the window's

    private static final double KEYS_WIDTH = 120; // pixels

    private final Actions actions;
    private final Overlay overlay;
    private VBox card;

    public KeySheet(Actions actions, Overlay overlay) {
        this.actions = actions;
        this.overlay = overlay;
    }

    /** Opens it, or closes it where it is open. */
    public void toggle() {
        if (overlay.isShown() && card != null && card.getScene() != null) {
            overlay.hide();
            return;
        }
        ScrollPane keys = columns(KeyList.of(actions));
        keys.maxHeightProperty().bind(overlay.node().heightProperty().subtract(TextSize.px(AROUND)));
        card = new VBox(head(), keys);
        card.setId("keySheet");
        card.getStyleClass().addAll("overlay-card", "key-sheet");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        overlay.show(card, keys);
    }

    private HBox head() {
        Label title = new Label(TEXTS.get("keyboard-shortcuts"));
        title.getStyleClass().add("panel-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(TEXTS.get("close-esc"));
        close.setTooltip(new Tooltip(TEXTS.get("close-esc")));
        close.setOnAction(event -> overlay.hide());
        HBox head = new HBox(title, close);
        head.getStyleClass().add("line");
        return head;
    }

    /** Two columns of about the same height. */
    private static ScrollPane columns(List<KeyList.Section> sections) {
        int all = sections.stream().mapToInt(KeySheet::height).sum();
        VBox left = new VBox();
        VBox right = new VBox();
        int height = 0;
        for (KeyList.Section section : sections) {
            (2 * height < all ? left : right).getChildren().add(grid(section));
            height += height(section);
        }
        HBox both = new HBox(left, right);
        for (VBox column : List.of(left, right)) {
            column.getStyleClass().add("column");
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        both.getStyleClass().add("key-columns");
        ScrollPane scroll = new ScrollPane(both);
        scroll.setId("keyList");
        scroll.prefViewportHeightProperty().bind(both.heightProperty()); // with all lines that words are broken into
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setAccessibleText(TEXTS.get("keyboard-shortcuts"));
        return scroll;
    }

    private static int height(KeyList.Section section) {
        return section.lines().size() + 2;
    }

    private static GridPane grid(KeyList.Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        ColumnConstraints keysColumn = new ColumnConstraints();
        keysColumn.setMinWidth(TextSize.px(KEYS_WIDTH)); // so that words begin at one place in all sections
        grid.getColumnConstraints().add(keysColumn);
        Label title = new Label(section.title());
        title.getStyleClass().add("key-heading");
        grid.add(title, 0, 0, 2, 1);
        int row = 1;
        for (KeyList.Line line : section.lines()) {
            Label keys = new Label(line.keys());
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.getStyleClass().add("keys");
            Label words = new Label(line.words());
            words.setWrapText(true);
            grid.addRow(row++, keys, words);
        }
        return grid;
    }
}
