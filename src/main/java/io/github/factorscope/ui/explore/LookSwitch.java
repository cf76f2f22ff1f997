package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Two ways to look at a person: one model with its list and explanation, or several models side by side. */
final class LookSwitch extends HBox {
    private static final Texts TEXTS = Texts.of(LookSwitch.class);
    private static final double BESIDE_SIDES =
            230; // pixels that what stays has beside several models, which need the room
    private static final double SHARE_BESIDE_SIDES = 0.2; // of a wide screen

    private final SplitPane content;
    private final List<Node> oneModel;
    private final Region first;
    private final Node sideBySide;
    private double[] dividers;
    private double besideSides = BESIDE_SIDES; // pixels of usual type

    /**
     * A switch on one model.
     *
     * @param content whose first part stays; the others give way
     * @param sideBySide what takes their place
     */
    LookSwitch(SplitPane content, Node sideBySide, SideBySideViewModel model) {
        this.content = content;
        this.sideBySide = sideBySide;
        first = (Region) content.getItems().get(0);
        oneModel = List.copyOf(content.getItems());
        ToggleGroup group = new ToggleGroup();
        ToggleButton one = button(TEXTS.get("one-model"), "look-one", TEXTS.get("one-model-help"), "left-pill");
        ToggleButton several =
                button(TEXTS.get("side-by-side"), "look-side-by-side", TEXTS.get("side-by-side-help"), "right-pill");
        one.setToggleGroup(group);
        several.setToggleGroup(group);
        one.setSelected(true);
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true); // one of them always is
                return;
            }
            show(now == several);
            model.activeProperty().set(now == several);
        });
        setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(one, several);
    }

    static ToggleButton button(String text, String id, String help, String pill) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add(pill);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(boolean several) {
        if (several == content.getItems().contains(sideBySide)) {
            return;
        }
        SplitPane.setResizableWithParent(first, !several);
        if (several) {
            dividers = content.getDividerPositions();
            content.getItems().setAll(first, sideBySide);
            content.setDividerPositions(
                    Math.max(SHARE_BESIDE_SIDES, TextSize.px(besideSides) / Math.max(1, content.getWidth())));
        } else {
            besideSides = first.getWidth() > 0 ? TextSize.usual(first.getWidth()) : besideSides;
            content.getItems().setAll(oneModel);
            content.setDividerPositions(dividers);
        }
    }
}
