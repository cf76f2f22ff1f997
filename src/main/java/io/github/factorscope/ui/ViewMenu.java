package io.github.factorscope.ui;

import io.github.factorscope.text.Language;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Action;
import io.github.factorscope.ui.action.Actions;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the window looks and speaks, and what helps with it. */
public final class ViewMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(ViewMenu.class);

    public ViewMenu() {
        setGraphic(new FontIcon("fth-settings"));
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setAccessibleText(TEXTS.get("view"));
        setTooltip(new Tooltip(TEXTS.get("view")));
    }

    /** @param language what is chosen by its code */
    void show(Actions actions, Theme theme, String language) {
        ToggleGroup themes = new ToggleGroup();
        RadioMenuItem light = radio(actions, "theme-light", themes);
        RadioMenuItem dark = radio(actions, "theme-dark", themes);
        theme.darkProperty().subscribe(now -> (now ? dark : light).setSelected(true));
        CheckMenuItem projector = new CheckMenuItem();
        fill(projector, actions, "projector");
        BooleanExpression isOn = theme.projectorProperty();
        isOn.subscribe(now -> projector.setSelected(now));
        Menu languages = new Menu(TEXTS.get("language"));
        languages.setId("view-language");
        ToggleGroup spoken = new ToggleGroup();
        for (Language each : Language.values()) {
            RadioMenuItem item = radio(actions, "language-" + each.code(), spoken);
            item.setText(each.title());
            item.setSelected(each.code().equals(language));
            languages.getItems().add(item);
        }
        getItems()
                .setAll(
                        light,
                        dark,
                        projector,
                        plain(actions, "full-screen"),
                        new SeparatorMenuItem(),
                        languages,
                        new SeparatorMenuItem(),
                        plain(actions, "palette"),
                        plain(actions, "keys"),
                        plain(actions, "about"));
    }

    private static RadioMenuItem radio(Actions actions, String id, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem();
        item.setToggleGroup(group);
        fill(item, actions, id);
        return item;
    }

    private static MenuItem plain(Actions actions, String id) {
        MenuItem item = new MenuItem();
        fill(item, actions, id);
        return item;
    }

    private static void fill(MenuItem item, Actions actions, String id) {
        Action action = actions.of(id);
        item.setId("view-" + id.toLowerCase(Locale.ROOT));
        item.setText(action.keyText().isEmpty() ? action.title() : action.title() + "  (" + action.keyText() + ")");
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
    }
}
