package io.github.factorscope.ui.action;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Choice.Entry;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field and a list over everything that can be done, and over users and items; the keyboard stays in the field. */
public final class Palette {
    private static final Texts TEXTS = Texts.of(Palette.class);
    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final Overlay overlay;
    private final TextField field = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final VBox card = new VBox(field, list);

    public Palette(PaletteViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        card.setId("palette");
        card.getStyleClass().addAll("overlay-card", "palette");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        field.setId("paletteField");
        field.setPromptText(TEXTS.get("palette-prompt"));
        field.setAccessibleText(TEXTS.get("palette-prompt"));
        field.textProperty().bindBidirectional(model.searchProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setId("paletteList");
        list.setItems(model.choices());
        list.setAccessibleText(TEXTS.get("palette-list"));
        list.setFocusTraversable(false);
        list.setCellFactory(unused -> new PaletteCell(this::choose));
        Label nothing = new Label(TEXTS.get("palette-nothing"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        model.choices().addListener((ListChangeListener<Choice>) change -> selectFirst());
    }

    /** Opens it, or closes it where it is open. */
    public void toggle() {
        if (overlay.isShown() && card.getScene() != null) {
            overlay.hide();
            return;
        }
        model.begin();
        overlay.show(card, field);
        selectFirst();
    }

    private void selectFirst() {
        list.getSelectionModel().clearSelection();
        move(1);
        list.scrollTo(0);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> page(1);
            case PAGE_UP -> page(-1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void page(int direction) {
        for (int k = 0; k < PAGE; k++) {
            move(direction);
        }
    }

    /** To the next line that can be chosen; headings are passed over. */
    private void move(int direction) {
        int line = list.getSelectionModel().getSelectedIndex() + direction;
        while (line >= 0 && line < list.getItems().size() && !(list.getItems().get(line) instanceof Entry)) {
            line += direction;
        }
        if (line >= 0 && line < list.getItems().size()) {
            list.getSelectionModel().select(line);
            list.scrollTo(Math.max(0, line - PAGE / 2));
        }
    }

    private void choose() {
        if (list.getSelectionModel().getSelectedItem() instanceof Entry entry) {
            overlay.hide();
            entry.action().run();
        }
    }
}
