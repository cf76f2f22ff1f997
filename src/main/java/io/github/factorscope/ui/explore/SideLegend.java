package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What the marks and numbers of lists side by side mean. */
final class SideLegend {
    private static final Texts TEXTS = Texts.of(SideLegend.class);

    private SideLegend() {}

    /** @param sides how many lists there are */
    static List<Node> of(int sides) {
        List<Node> parts = new ArrayList<>();
        if (sides < 2) {
            return parts;
        }
        for (int lists : sides > 2 ? new int[] {sides, 2, 1} : new int[] {sides, 1}) {
            String words = TEXTS.get(lists == sides ? "in-all-lists" : lists == 1 ? "only-here" : "in-some");
            Label label = new Label(words, ShareMark.of(lists, sides, Colours.NEUTRAL));
            label.setMinWidth(Label.USE_PREF_SIZE);
            parts.add(label);
        }
        parts.add(new Label(TEXTS.get("numbers-help")));
        parts.forEach(part -> part.getStyleClass().add("muted"));
        return parts;
    }
}
