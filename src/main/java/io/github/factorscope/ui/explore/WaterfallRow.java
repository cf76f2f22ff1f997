package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** One line of a waterfall: name, stars, bar and amount. Headings run on over their bar, which is thin and lies below. */
final class WaterfallRow extends Region {
    private static final double NAME_SHARE = 0.36; // of the width
    private static final double LEAST_NAME = 96; // pixels
    private static final double STARS = 36;
    private static final double AMOUNT = 72;
    private static final double GAP = 8;
    private static final PseudoClass SUBTOTAL = PseudoClass.getPseudoClass("subtotal");
    private static final PseudoClass LINK = PseudoClass.getPseudoClass("link");

    private final Label name = new Label();
    private final Label stars = new Label();
    private final WaterfallBar bar = new WaterfallBar();
    private final Label amount = new Label();
    private boolean heading;

    WaterfallRow() {
        getStyleClass().add("waterfall-line");
        name.getStyleClass().add("waterfall-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // series differ at their ends
        stars.getStyleClass().add("waterfall-stars");
        amount.getStyleClass().add("waterfall-amount");
        getChildren().addAll(bar, name, stars, amount);
    }

    /**
     * Shows a line.
     *
     * @param subtotal whether it is a heading, whose amount counts by the lines below it
     * @param link whether it unfolds or folds
     */
    void show(String title, String given, String number, String help, boolean subtotal, boolean link) {
        heading = subtotal;
        name.setText(title);
        Tooltips.show(name, help);
        stars.setText(given);
        amount.setText(number);
        pseudoClassStateChanged(SUBTOTAL, subtotal);
        pseudoClassStateChanged(LINK, link);
        amount.getStyleClass().setAll("label", subtotal ? "waterfall-subtotal" : "waterfall-amount");
        setAccessibleText(title + " " + given + " " + number);
        requestLayout();
    }

    /** From now on it is what all steps add up to. */
    void makeSum() {
        bar.leadNowhere();
    }

    void showBar(WaterfallScale scale, double from, double to, boolean subtotal, Color color) {
        bar.show(scale, from, to, subtotal, color);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double given = TextSize.px(STARS);
        double number = TextSize.px(AMOUNT);
        double barStart = Math.max(TextSize.px(LEAST_NAME), Math.rint(NAME_SHARE * getWidth())) + given + 2 * GAP;
        double barEnd = getWidth() - number - GAP;
        double nameEnd = heading ? barEnd : stars.getText().isEmpty() ? barStart - GAP : barStart - given - 2 * GAP;
        name.resizeRelocate(0, 0, nameEnd, height);
        stars.resizeRelocate(barStart - given - GAP, 0, given, height);
        bar.resizeRelocate(barStart, 0, Math.max(0, barEnd - barStart), height);
        amount.resizeRelocate(barEnd + GAP, 0, number, height);
    }
}
