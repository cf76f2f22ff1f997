package io.github.factorscope.ui.explore;

import io.github.factorscope.data.CommonRating;
import io.github.factorscope.data.JointCounts;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.inspection.EvidenceWords;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.ScrolledColumn;
import io.github.factorscope.ui.common.Stars;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands behind one neighbour of an explanation, with a way back and to the other neighbours. */
final class EvidencePane extends VBox {
    private static final Texts TEXTS = Texts.of(EvidencePane.class);

    private final Button back = button("fth-arrow-left", TEXTS.get("back-help"));
    private final Button before = button("fth-chevron-up", TEXTS.get("next-stronger"));
    private final Button after = button("fth-chevron-down", TEXTS.get("next-weaker"));
    private final Label place = new Label();
    private final ScrolledColumn content = new ScrolledColumn();
    private final Runnable close;
    private ExplanationView view;
    private List<Step> neighbours = List.of();
    private int shown = -1;
    private RatableCell.Rating rating; // null where ratings cannot be changed

    /** @param close called by whoever wants to go back */
    EvidencePane(Runnable close) {
        this.close = close;
        getStyleClass().add("evidence");
        back.setText(TEXTS.get("back"));
        back.setId("evidenceBack");
        back.setOnAction(event -> close.run());
        before.setId("evidenceBefore");
        before.setOnAction(event -> show(shown - 1));
        after.setId("evidenceAfter");
        after.setOnAction(event -> show(shown + 1));
        place.getStyleClass().add("muted");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(back, room, place, before, after);
        line.getStyleClass().add("line");
        content.getStyleClass().add("evidence-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(line, scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private static Button button(String icon, String help) {
        Button button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE || code == KeyCode.BACK_SPACE) {
            close.run();
        } else if (code == KeyCode.PAGE_UP) {
            show(shown - 1);
        } else if (code == KeyCode.PAGE_DOWN) {
            show(shown + 1);
        } else {
            return;
        }
        event.consume();
    }

    /** Lets the rating behind a neighbour be changed. */
    void setOnRate(RatableCell.Rating action) {
        rating = action;
    }

    /** Shows a neighbour of an explanation. */
    void show(ExplanationView newView, Step step) {
        view = newView;
        neighbours = newView.waterfall().neighbours();
        show(neighbours.indexOf(step));
        back.requestFocus();
    }

    /** The same neighbour in another explanation; false where it is not a neighbour there. */
    boolean follow(ExplanationView newView) {
        if (newView == null || shown < 0) {
            return false;
        }
        Term wanted = step().term();
        List<Step> others = newView.waterfall().neighbours();
        for (int k = 0; k < others.size(); k++) {
            Term term = others.get(k).term();
            if (term.kind() == wanted.kind()
                    && term.item() == wanted.item()
                    && term.neighbourUser() == wanted.neighbourUser()) {
                view = newView;
                neighbours = others;
                show(k);
                return true;
            }
        }
        return false;
    }

    /** What is shown. */
    Step step() {
        return neighbours.get(shown);
    }

    private void show(int index) {
        if (index < 0 || index >= neighbours.size()) {
            return;
        }
        shown = index;
        place.setText(TEXTS.get("of-all", Formats.count(index + 1), Formats.count(neighbours.size())));
        before.setDisable(index == 0);
        after.setDisable(index == neighbours.size() - 1);
        Term term = step().term();
        EvidenceWords words = new EvidenceWords(view.dataset(), view.explanation(), view.person(), term);
        Label given = label(words.given(), "evidence-title");
        given.setId("evidenceGiven");
        Label arithmetic = label(words.arithmetic(), "label");
        arithmetic.setId("evidenceSum");
        content.getChildren().setAll(given, arithmetic);
        if (rating != null && view.rates(term)) {
            content.getChildren().add(1, whatIf(term.item()));
        }
        words.share().ifPresent(share -> content.getChildren().add(label(share, "muted")));
        content.getChildren().add(label(words.similarity(), "muted"));
        if (term.hasItem()) {
            addCounts(words, term);
        } else {
            content.getChildren().add(label(words.support(), "label"));
            addCommonRatings(term);
        }
    }

    /** The rating behind the neighbour, to be changed or taken away. */
    private HBox whatIf(int item) {
        Label question = new Label(TEXTS.get("what-if"));
        question.getStyleClass().add("muted");
        Stars stars = new Stars();
        stars.setId("evidenceStars");
        stars.show(view.dataset().scale(), view.person().ratings().rating(item), Stars.Look.KNOWN);
        stars.onPicked(picked -> rating.rate(item, picked));
        Button remove = new Button(TEXTS.get("remove-rating"), new FontIcon("fth-x"));
        remove.setId("evidenceRemove");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.getStyleClass().addAll("flat", "small");
        remove.setOnAction(event -> rating.rate(item, Float.NaN));
        HBox line = new HBox(question, stars, remove);
        line.getStyleClass().add("line");
        return line;
    }

    private void addCounts(EvidenceWords words, Term term) {
        JointCounts joint =
                JointCounts.of(view.training(), term.item(), view.explanation().item());
        Label likeMinded = label(words.likeMinded(joint), "label");
        likeMinded.setId("likeMinded");
        content.getChildren().add(likeMinded);
        if (joint.total() > 0) {
            CountsGrid grid =
                    new CountsGrid(joint, term.evidence().map(Evidence::rating).orElse(Float.NaN));
            content.getChildren()
                    .addAll(
                            grid,
                            label(
                                    TEXTS.get(
                                            "rows-and-columns",
                                            view.words().neighbour(term),
                                            view.item().title()),
                                    "muted"));
        }
    }

    private void addCommonRatings(Term term) {
        List<CommonRating> common = CommonRating.of(view.person().ratings(), view.training(), term.neighbourUser());
        String own = view.person().isNewcomer()
                ? TEXTS.get("you")
                : TEXTS.get(
                        "user-column", view.dataset().users().id(view.person().user()));
        Node table =
                new CommonRatingTable(common, view.dataset(), own, view.words().neighbour(term));
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getChildren().add(table);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
