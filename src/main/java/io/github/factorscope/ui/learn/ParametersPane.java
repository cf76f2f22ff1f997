package io.github.factorscope.ui.learn;

import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.StepEffect;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the next step does to every parameter; or, of a model without steps, what its neighbours add. */
public final class ParametersPane extends VBox {
    private static final Texts TEXTS = Texts.of(ParametersPane.class);
    private static final int MOST = 12; // with their rule
    private static final int MOST_NEIGHBOURS = 30;
    private static final int MOST_ERRORS = 10;

    public ParametersPane() {
        getStyleClass().add("parameters");
    }

    void show(Shown shown) {
        List<Node> lines = new ArrayList<>();
        if (!shown.hasSteps()) {
            addNeighbours(lines, shown);
        } else if (shown.effects().isEmpty() && shown.isDescent()) {
            addPresent(lines, shown);
        } else {
            shown.effects().forEach((kind, effect) -> addStep(lines, shown, kind, effect));
        }
        getChildren().setAll(lines);
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("muted", "note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private static void addStep(List<Node> lines, Shown shown, StepKind kind, StepEffect effect) {
        StepWords words = new StepWords(shown);
        if (kind != StepKind.RATING) {
            Label heading = new Label(TEXTS.get("solve-" + kind.name().toLowerCase(Locale.ROOT)));
            heading.getStyleClass().add("parameter-heading");
            lines.add(heading);
        }
        List<Moved> before = effect.before();
        for (int k = 0; k < Math.min(MOST, before.size()); k++) {
            lines.add(line(words, before.get(k), effect.after().get(k)));
        }
        if (before.size() > MOST) {
            lines.add(note(TEXTS.get("more-parameters", before.size() - MOST, Formats.count(before.size() - MOST))));
        }
        if (shown.equations().containsKey(kind)) {
            lines.add(new EquationsView(shown.equations().get(kind), before, effect.after()));
        }
    }

    private static Node line(StepWords words, Moved before, Moved after) {
        Label symbol = new Label(StepWords.symbol(before.symbol()));
        symbol.getStyleClass().addAll("parameter-symbol", Summand.styleClass(before.symbol()));
        Label owner = new Label(words.owner(before));
        owner.getStyleClass().add("parameter-owner");
        Label from = new Label(StepWords.values(before));
        Label arrow = new Label("→");
        arrow.getStyleClass().add("muted");
        Label to = new Label(StepWords.values(after));
        to.getStyleClass().add("parameter-after");
        Label change = new Label(change(before, after));
        change.getStyleClass()
                .addAll(
                        "parameter-change",
                        before.symbol().isVector() ? "muted" : direction(after.values()[0] - before.values()[0]));
        HBox values = new HBox(8, symbol, owner, from, arrow, to, change);
        values.getStyleClass().add("line");
        HBox.setHgrow(owner, Priority.SOMETIMES);
        for (Label label : List.of(from, arrow, to, change)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        VBox line = new VBox(values);
        String more = StepWords.more(before, after);
        if (!more.isEmpty()) {
            Label norm = note(more);
            norm.getStyleClass().add("parameter-rule");
            line.getChildren().add(norm);
        }
        for (String rule : words.rule(before, after)) {
            Label label = note(rule);
            label.getStyleClass().add("parameter-rule");
            line.getChildren().add(label);
        }
        line.getStyleClass().add("parameter");
        return line;
    }

    private static String change(Moved before, Moved after) {
        return before.symbol().isVector() ? "" : LearnNumbers.signed((double) after.values()[0] - before.values()[0]);
    }

    /** The style class of words about a change. */
    private static String direction(double change) {
        return change < 0 ? "lowered" : change > 0 ? "raised" : "muted";
    }

    /** Where there is no step to take: the parameters as they are. */
    private static void addPresent(List<Node> lines, Shown shown) {
        lines.add(note(shown.runaway().isEmpty() ? TEXTS.get("no-rating") : lastErrors(shown)));
        StepWords words = new StepWords(shown);
        List<Moved> all = shown.parameters();
        for (int k = 0; k < Math.min(MOST, all.size()); k++) {
            Label symbol = new Label(StepWords.symbol(all.get(k).symbol()));
            symbol.getStyleClass()
                    .addAll("parameter-symbol", Summand.styleClass(all.get(k).symbol()));
            Label owner = new Label(words.owner(all.get(k)));
            owner.getStyleClass().add("parameter-owner");
            Label values = new Label(StepWords.values(all.get(k)));
            values.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, symbol, owner, values);
            line.getStyleClass().add("line");
            lines.add(line);
        }
    }

    /** How the error swings from one side to the other, further each time. */
    private static String lastErrors(Shown shown) {
        List<double[]> errors = shown.history().errors();
        return TEXTS.get(
                "last-errors",
                errors.subList(Math.max(0, errors.size() - MOST_ERRORS), errors.size()).stream()
                        .map(point -> LearnNumbers.signed(point[1]))
                        .collect(Collectors.joining("  →  ")));
    }

    private static void addNeighbours(List<Node> lines, Shown shown) {
        lines.add(note(TEXTS.get("no-steps")));
        ExplanationWords words = new ExplanationWords(
                shown.ground().dataset(),
                shown.explanation(),
                Person.known(shown.ground().training(), shown.user()));
        List<Step> neighbours = Waterfall.of(shown.explanation()).neighbours();
        for (Step step : neighbours.subList(0, Math.min(MOST_NEIGHBOURS, neighbours.size()))) {
            step.term().evidence().ifPresent(evidence -> {
                Label name = new Label(words.neighbour(step.term()));
                name.getStyleClass().add("parameter-owner");
                Label arithmetic = new Label(TEXTS.get(
                        "neighbour",
                        Formats.stars(evidence.rating()),
                        LearnNumbers.factor(evidence.deviation()),
                        LearnNumbers.factor(evidence.weight()),
                        LearnNumbers.signed(step.term().amount())));
                arithmetic.setMinWidth(Region.USE_PREF_SIZE);
                HBox line = new HBox(8, name, arithmetic);
                HBox.setHgrow(name, Priority.SOMETIMES);
                line.getStyleClass().add("line");
                lines.add(line);
            });
        }
        if (neighbours.size() > MOST_NEIGHBOURS) {
            int more = neighbours.size() - MOST_NEIGHBOURS;
            lines.add(note(TEXTS.get("more-neighbours", more, Formats.count(more))));
        }
    }
}
