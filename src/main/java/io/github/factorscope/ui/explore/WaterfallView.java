package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tooltips;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A prediction as a waterfall: one line a step, from the mean to the prediction. */
public final class WaterfallView extends VBox {
    private static final double NAME_SHARE = 0.34; // of the width
    private static final int FEWEST = 6;
    private static final int MOST = 20;
    private static final double LINE_HEIGHT = 24;
    private static final int OTHER_LINES = 7; // mean, biases, the others together, unattributed, sum, and air
    private static final int MANY = 40;

    private Explanation explanation;
    private Dataset dataset;
    private Color predictionColor = Colours.NEUTRAL;
    private int few = FEWEST;

    public WaterfallView() {
        getStyleClass().add("waterfall");
    }

    /**
     * Shows an explanation; nothing for null.
     *
     * @param color of the model
     * @param height that there is room for, in pixels: as many neighbours have a line of their own
     */
    void show(Explanation shown, Dataset data, Color color, double height) {
        predictionColor = color;
        few = (int) Math.max(FEWEST, Math.min(MOST, height / LINE_HEIGHT - OTHER_LINES));
        explanation = shown;
        dataset = data;
        rebuild(few);
    }

    private void rebuild(int neighbours) {
        getChildren().clear();
        if (explanation == null) {
            return;
        }
        Waterfall waterfall = Waterfall.of(explanation, neighbours);
        Scale scale = Scale.of(waterfall);
        double reached = 0;
        for (Step step : waterfall.steps()) {
            boolean first = reached == 0;
            double after = reached + step.amount();
            String amount = first ? Formats.decimals(step.amount(), 3) : Formats.amount(step.amount());
            WaterfallBar bar = first
                    ? new WaterfallBar(scale, scale.low(), after, Colours.NEUTRAL)
                    : new WaterfallBar(scale, reached, after, colorOf(step));
            String help = step.kind() == Waterfall.Kind.TERM
                    ? Sentences.help(step.term().kind())
                    : Sentences.neighbourHelp(step.term(), dataset);
            getChildren().add(line(name(step), stars(step), bar, amount, help));
            reached = after;
        }
        double prediction = waterfall.predictionThousandths() / 1000.0;
        HBox total = line(
                new Label("Prediction"),
                "",
                new WaterfallBar(scale, scale.low(), prediction, predictionColor),
                Formats.decimals(prediction, 3),
                "The sum of all that stands above");
        total.getStyleClass().add("waterfall-total");
        getChildren().add(total);
    }

    private static Color colorOf(Step step) {
        return step.thousandths() >= 0 ? Colours.RAISES : Colours.LOWERS;
    }

    private Labeled name(Step step) {
        return switch (step.kind()) {
            case TERM -> new Label(Sentences.name(step.term().kind()));
            case NEIGHBOUR -> new Label(Sentences.neighbour(step.term(), explanation, dataset));
            case OTHER_NEIGHBOURS -> unfoldLink(step);
        };
    }

    private static String stars(Step step) {
        return step.kind() == Waterfall.Kind.NEIGHBOUR && step.term().kind() != TermKind.IMPLICIT
                ? step.term()
                        .evidence()
                        .map(evidence -> Formats.stars(evidence.rating()) + "★")
                        .orElse("")
                : "";
    }

    private Hyperlink unfoldLink(Step step) {
        Hyperlink link = new Hyperlink(Formats.count(step.terms().size()) + " others");
        link.setOnAction(event -> rebuild(few + MANY));
        link.setTooltip(new Tooltip("Unfold the strongest " + MANY + " of them"));
        return link;
    }

    private HBox line(Labeled name, String stars, WaterfallBar bar, String amount, String help) {
        name.getStyleClass().add("waterfall-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.prefWidthProperty().bind(widthProperty().multiply(NAME_SHARE));
        if (name.getTooltip() == null) {
            Tooltips.show(name, help);
        }
        Label given = new Label(stars);
        given.getStyleClass().add("waterfall-stars");
        Label number = new Label(amount);
        number.getStyleClass().add("waterfall-amount");
        HBox line = new HBox(name, given, bar, number);
        line.getStyleClass().add("waterfall-line");
        line.setAccessibleText(name.getText() + " " + stars + " " + amount);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return line;
    }

    /** What the bars span, in stars. */
    record Scale(double low, double high) {
        private static final double MARGIN = 0.08;

        /** From a little below the lowest sum to a little above the highest: the first bar is cut off at the left. */
        static Scale of(Waterfall waterfall) {
            double reached = 0;
            double low = waterfall.predictionThousandths() / 1000.0;
            double high = low;
            for (Step step : waterfall.steps()) {
                reached += step.amount();
                low = Math.min(low, reached);
                high = Math.max(high, reached);
            }
            double margin = Math.max(0.05, MARGIN * (high - low));
            return new Scale(low - 2 * margin, high + margin);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }
    }
}
