package io.github.factorscope.ui.explore;

import io.github.factorscope.ui.common.Tooltips;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

/** One line of a waterfall: name, stars, bar and amount. */
final class WaterfallRow extends HBox {
    private static final double NAME_SHARE = 0.36; // of the width
    private static final PseudoClass SUBTOTAL = PseudoClass.getPseudoClass("subtotal");
    private static final PseudoClass LINK = PseudoClass.getPseudoClass("link");

    private final Label name = new Label();
    private final Label stars = new Label();
    private final WaterfallBar bar = new WaterfallBar();
    private final Label amount = new Label();

    WaterfallRow() {
        getStyleClass().add("waterfall-line");
        name.getStyleClass().add("waterfall-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // series differ at their ends
        stars.getStyleClass().add("waterfall-stars");
        amount.getStyleClass().add("waterfall-amount");
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(name, stars, bar, amount);
        stars.managedProperty().bind(stars.visibleProperty());
    }

    /** A line of the list; what is no summand has its amount apart. */
    void show(String title, String given, String number, String help, boolean subtotal, boolean link) {
        name.setText(title);
        Tooltips.show(name, help);
        stars.setText(given);
        amount.setText(number);
        pseudoClassStateChanged(SUBTOTAL, subtotal);
        pseudoClassStateChanged(LINK, link);
        amount.getStyleClass().setAll("label", subtotal ? "waterfall-subtotal" : "waterfall-amount");
        stars.setVisible(!subtotal && !link); // a heading needs the room
        setAccessibleText(title + " " + given + " " + number);
    }

    void showBar(WaterfallScale scale, double from, double to, boolean subtotal, Color color) {
        bar.show(scale, from, to, subtotal, color);
    }

    @Override
    protected void layoutChildren() {
        double share = Math.round(NAME_SHARE * getWidth());
        name.setPrefWidth(stars.isVisible() ? share : share + stars.minWidth(-1) + getSpacing());
        super.layoutChildren();
    }
}
