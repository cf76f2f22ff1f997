package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Thousandths;
import io.github.factorscope.inspection.AlignedTerms;
import io.github.factorscope.inspection.AlignedTerms.Cell;
import io.github.factorscope.inspection.AlignedTerms.Row;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.inspection.StarText;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.explore.SideBySide.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The selected item under every model: one waterfall a model, all on one scale, with the same causes in the same rows. */
final class AlignedTermsView extends GridPane {
    private static final Texts TEXTS = Texts.of(AlignedTermsView.class);
    private static final double LINE = 24;
    private static final double HEADER = 52;
    private static final int FEWEST = 4; // neighbours with a row of their own
    private static final int MOST = 14;
    private static final int MORE = 30; // when others are unfolded
    private static final int OTHER_ROWS = 6; // mean, biases, others together, unattributed, sum
    private static final double FAR_LEFT = -1e6;

    private SideBySide answer;
    private List<Explanation> explanations = List.of();
    private double room;
    private boolean unfolded;

    AlignedTermsView() {
        getStyleClass().add("aligned-terms");
        TextSize.follow(this, this::build);
    }

    /** @param height that there is room for, in pixels: as many neighbours have a row of their own */
    void show(SideBySide shown, List<Explanation> explained, double height) {
        answer = shown;
        explanations = explained;
        room = height;
        unfolded = false;
        build();
    }

    private void build() {
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        if (answer == null || explanations.size() != answer.sides().size()) {
            return;
        }
        addColumns();
        int fitting =
                (int) Math.max(FEWEST, Math.min(MOST, TextSize.usual(room - TextSize.px(HEADER)) / LINE - OTHER_ROWS));
        AlignedTerms aligned = AlignedTerms.of(explanations, unfolded ? fitting + MORE : fitting);
        WaterfallScale scale = scale(aligned);
        ExplanationWords words = new ExplanationWords(answer.dataset(), explanations.get(0), answer.person());
        addHeaders();
        int line = 1;
        for (Row row : aligned.rows()) {
            addRow(line++, row, words, scale);
        }
        if (isCut()) {
            addCut(line++, scale);
        }
        addTotals(line, scale);
    }

    private void addColumns() {
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(TextSize.px(120));
        name.setPrefWidth(TextSize.px(200));
        name.setMaxWidth(TextSize.px(280));
        name.setHgrow(Priority.SOMETIMES);
        getColumnConstraints().add(name);
        for (int side = 0; side < answer.sides().size(); side++) {
            ColumnConstraints bars = new ColumnConstraints();
            bars.setMinWidth(60);
            bars.setPrefWidth(100);
            bars.setHgrow(Priority.ALWAYS);
            ColumnConstraints amounts = new ColumnConstraints(TextSize.px(60));
            amounts.setHalignment(HPos.RIGHT);
            getColumnConstraints().addAll(bars, amounts);
        }
        getRowConstraints().add(new RowConstraints(TextSize.px(HEADER)));
    }

    private void addHeaders() {
        Dataset dataset = answer.dataset();
        int item = explanations.get(0).item();
        Label title = new Label(dataset.items().item(item).label());
        title.getStyleClass().add("list-column-name");
        title.setWrapText(true);
        title.setMaxHeight(TextSize.px(HEADER));
        Tooltips.showWholeText(title);
        add(title, 0, 0);
        for (int side = 0; side < answer.sides().size(); side++) {
            Side each = answer.sides().get(side);
            Label name = new Label(each.entry().name());
            name.setGraphic(new Circle(5, Colours.ofFamily(each.family())));
            name.getStyleClass().add("list-column-name");
            Tooltips.showWholeText(name);
            int rank = each.predictions().rank(item);
            Label place = new Label(rank == 0 ? TEXTS.get("rated-by-user") : TEXTS.get("rank-of", each.rank(item)));
            place.getStyleClass().add("muted");
            VBox header = new VBox(name, place);
            header.getStyleClass().add("aligned-header");
            add(header, 1 + 2 * side, 0, 2, 1);
        }
    }

    private void addRow(int line, Row row, ExplanationWords words, WaterfallScale scale) {
        addName(line, nameOf(row, words));
        for (int side = 0; side < row.cells().size(); side++) {
            Cell cell = row.cells().get(side);
            boolean first = row.cause() == AlignedTerms.Cause.MEAN;
            Color color = cell.isEmpty()
                    ? Color.TRANSPARENT
                    : first ? Colours.NEUTRAL : cell.amount() >= 0 ? Colours.RAISES : Colours.LOWERS;
            addBar(line, side, scale, first ? FAR_LEFT : cell.from() / 1000.0, cell.to() / 1000.0, color);
            String amount = cell.isEmpty()
                    ? ""
                    : first ? StarText.thousandths(cell.to()) : StarText.amountOf(cell.to() - cell.from());
            addAmount(line, side, amount, cell.isEmpty() ? "" : help(cell, words), false);
        }
    }

    private Node nameOf(Row row, ExplanationWords words) {
        return switch (row.cause()) {
            case MEAN -> plain(words.name(TermKind.MEAN), words.help(TermKind.MEAN));
            case USER_BIAS -> plain(words.name(TermKind.USER_BIAS), words.help(TermKind.USER_BIAS));
            case ITEM_BIAS -> plain(words.name(TermKind.ITEM_BIAS), words.help(TermKind.ITEM_BIAS));
            case UNATTRIBUTED -> plain(words.name(TermKind.UNATTRIBUTED), words.help(TermKind.UNATTRIBUTED));
            case OTHER_NEIGHBOURS -> others(row);
            case NEIGHBOUR -> neighbour(row);
        };
    }

    private Node neighbour(Row row) {
        if (row.item() < 0) {
            String user = answer.dataset().users().id(row.neighbourUser());
            return plain(TEXTS.get("user-column", user), TEXTS.get("user-help", user));
        }
        String title = answer.dataset().items().item(row.item()).label();
        Label name = plain(title, TEXTS.get("total-of-rating", title));
        float given = answer.person().ratings().rating(row.item());
        if (Float.isNaN(given)) {
            return name;
        }
        Label stars = new Label(StarText.stars(given) + "★");
        stars.getStyleClass().add("waterfall-stars");
        stars.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox both = new HBox(8, name, stars);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Node others(Row row) {
        long count = row.cells().stream()
                .flatMap(cell -> cell.terms().stream())
                .map(term -> List.of(term.item(), term.neighbourUser()))
                .distinct()
                .count();
        if (unfolded) {
            return plain(ExplanationWords.others((int) count), TEXTS.get("weaker-ones"));
        }
        Hyperlink link = new Hyperlink(ExplanationWords.others((int) count));
        link.setId("unfoldOthers");
        link.getStyleClass().add("waterfall-name");
        link.setOnAction(event -> {
            unfolded = true;
            build();
        });
        Tooltips.show(link, TEXTS.get("unfold-strongest", String.valueOf(MORE)));
        return link;
    }

    private static Label plain(String text, String help) {
        Label label = new Label(text);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.getStyleClass().add("aligned-name");
        Tooltips.show(label, help);
        return label;
    }

    /** Whether a prediction lies outside the scale, so that another one is shown. */
    private boolean isCut() {
        for (int side = 0; side < explanations.size(); side++) {
            if (cut(side) != 0) {
                return true;
            }
        }
        return false;
    }

    /** In thousandths of a star. */
    private int cut(int side) {
        return shown(side) - Thousandths.of(explanations.get(side).prediction());
    }

    private int shown(int side) {
        return Thousandths.of(
                answer.sides().get(side).shown(explanations.get(side).item()));
    }

    private void addCut(int line, WaterfallScale scale) {
        addName(line, plain(ExplanationWords.cut(), TEXTS.get("cut-help")));
        for (int side = 0; side < explanations.size(); side++) {
            int cut = cut(side);
            double from = Thousandths.of(explanations.get(side).prediction()) / 1000.0;
            addBar(line, side, scale, from, shown(side) / 1000.0, cut == 0 ? Color.TRANSPARENT : Colours.NEUTRAL);
            addAmount(line, side, cut == 0 ? "" : StarText.amountOf(cut), "", false);
        }
    }

    private void addTotals(int line, WaterfallScale scale) {
        Label name = plain(TEXTS.get("prediction"), TEXTS.get("sum-help"));
        name.getStyleClass().add("aligned-total");
        addName(line, name);
        for (int side = 0; side < explanations.size(); side++) {
            addBar(
                    line,
                    side,
                    scale,
                    FAR_LEFT,
                    shown(side) / 1000.0,
                    Colours.ofFamily(answer.sides().get(side).family()));
            addAmount(line, side, StarText.thousandths(shown(side)), "", true);
        }
    }

    private void addName(int line, Node name) {
        getRowConstraints().add(new RowConstraints(TextSize.px(LINE)));
        add(name, 0, line);
    }

    private void addBar(int line, int side, WaterfallScale scale, double from, double to, Color color) {
        if (color.equals(Color.TRANSPARENT)) {
            add(new StandingLine(scale, to), 1 + 2 * side, line);
            return;
        }
        WaterfallBar bar = new WaterfallBar();
        bar.setMinWidth(40);
        bar.show(scale, from, to, false, color);
        add(bar, 1 + 2 * side, line);
    }

    private void addAmount(int line, int side, String text, String help, boolean total) {
        Labeled amount = new Label(text);
        amount.setId((total ? "aligned-total-" : "aligned-amount-" + line + "-") + side);
        amount.getStyleClass().add(total ? "aligned-total" : "aligned-amount");
        if (!help.isEmpty()) {
            Tooltips.show(amount, help);
        }
        add(amount, 2 + 2 * side, line);
    }

    /** What one rating adds in which way. */
    private static String help(Cell cell, ExplanationWords words) {
        if (!cell.terms().get(0).hasNeighbour()) {
            return words.help(cell.terms().get(0).kind());
        }
        return cell.terms().stream()
                .collect(Collectors.groupingBy(
                        Term::kind, () -> new EnumMap<>(TermKind.class), Collectors.summingDouble(Term::amount)))
                .entrySet()
                .stream()
                .map(part -> words.reason(part.getKey()) + " " + StarText.amount(part.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Where the sum stays as it is: a line down to the next bar. */
    private static final class StandingLine extends Region {
        private final WaterfallScale scale;
        private final double sum;
        private final Line line = new Line();

        StandingLine(WaterfallScale scale, double sum) {
            this.scale = scale;
            this.sum = sum;
            line.getStyleClass().add("waterfall-link-line");
            getChildren().add(line);
        }

        @Override
        protected void layoutChildren() {
            double x = Math.floor(scale.share(sum) * getWidth()) + 0.5;
            line.setStartX(x);
            line.setEndX(x);
            line.setEndY(getHeight());
        }
    }

    private WaterfallScale scale(AlignedTerms aligned) {
        WaterfallScale scale = null;
        for (int side = 0; side < explanations.size(); side++) {
            double prediction = explanations.get(side).prediction();
            double shown = shown(side) / 1000.0;
            WaterfallScale own = new WaterfallScale(Math.min(prediction, shown), Math.max(prediction, shown));
            for (Row row : aligned.rows()) {
                double reached = row.cells().get(side).to() / 1000.0;
                own = row.cells().get(side).isEmpty() ? own : own.with(new WaterfallScale(reached, reached));
            }
            scale = scale == null ? own : scale.with(own);
        }
        return scale;
    }
}
