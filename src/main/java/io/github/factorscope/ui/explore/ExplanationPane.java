package io.github.factorscope.ui.explore;

import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.Waterfall.Step;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.Skeleton;
import io.github.factorscope.ui.common.Splitters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One explained prediction: a sentence, the waterfall, the neighbours, and the evidence behind the one that was opened. It
 * knows nothing of the screen around it, so that several can stand side by side.
 */
public final class ExplanationPane extends VBox {
    private static final Texts TEXTS = Texts.of(ExplanationPane.class);
    private static final int LINES_AWAITED = 10;
    private static final double LEAST_WIDTH = 280;
    private static final double WATERFALL_SHARE = 0.7; // where both need the room
    private static final double APART = 0.005; // of the room; less is no other place

    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label prediction = new Label();
    private final Label before = new Label();
    private final Label sentence = new Label();
    private final WaterfallView waterfall = new WaterfallView();
    private final FormulaStrip formula = new FormulaStrip(waterfall, this);
    private final NeighbourTable neighbours = new NeighbourTable();
    private final EvidencePane evidence = new EvidencePane(this::closeEvidence);
    private final SplitPane sum = new SplitPane(waterfall, neighbours);
    private final Label nothing = new Label(TEXTS.get("choose-an-item"));
    private final ObjectProperty<ExplanationView> view = new SimpleObjectProperty<>();
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final Skeleton skeleton = new Skeleton(LINES_AWAITED);
    private boolean openedFromTable;
    private boolean divided; // by somebody
    private double set = Double.NaN; // share of the waterfall that was worked out; NaN before

    public ExplanationPane() {
        getStyleClass().addAll("panel", "explanation");
        setMinWidth(LEAST_WIDTH);
        title.getStyleClass().add("panel-title");
        facts.getStyleClass().add("muted");
        for (Label name : List.of(title, facts)) {
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
        }
        prediction.getStyleClass().add("prediction");
        prediction.setMinWidth(Region.USE_PREF_SIZE);
        before.getStyleClass().add("muted");
        before.setMinWidth(Region.USE_PREF_SIZE);
        before.managedProperty().bind(before.visibleProperty());
        before.setTooltip(new Tooltip(TEXTS.get("prediction-before")));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.visibleProperty().bind(evidence.visibleProperty().not()); // which needs the room
        sentence.managedProperty().bind(sentence.visibleProperty());
        formula.visibleProperty().bind(sum.visibleProperty());
        formula.managedProperty().bind(formula.visibleProperty());
        nameParts();
        VBox names = new VBox(title, facts);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        HBox heading = new HBox(names, before, prediction);
        heading.getStyleClass().add("line");
        sum.setOrientation(Orientation.VERTICAL);
        sum.setDividerPositions(WATERFALL_SHARE);
        sum.heightProperty().addListener((Observable change) -> divideRoom());
        Splitters.whenMoved(sum, () -> divided = true);
        sum.getStyleClass().add("plain-split");
        waterfall.setOnOpen(step -> open(step, false));
        neighbours.setOnOpen(step -> open(step, true));
        StackPane body = new StackPane(sum, evidence, nothing, skeleton);
        skeleton.visibleProperty().bind(waiting.and(view.isNull()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(heading, sentence, formula, body);
        view.addListener((observable, shown, now) -> show(shown, now));
        nothing.visibleProperty().bind(view.isNull().and(waiting.not()));
        show(null, null);
        LatePart.untilVisible(sum);
        LatePart.untilVisible(evidence);
    }

    /** Whether an explanation is under way where there is none. */
    BooleanProperty waitingProperty() {
        return waiting;
    }

    private void nameParts() {
        title.setId("itemTitle");
        facts.setId("itemFacts");
        prediction.setId("predictionLabel");
        before.setId("predictionBefore");
        sentence.setId("sentence");
        waterfall.setId("waterfall");
        neighbours.setId("neighbours");
        sum.setId("sum");
        evidence.setId("evidence");
    }

    /** What is shown; nothing for null. */
    public ObjectProperty<ExplanationView> viewProperty() {
        return view;
    }

    /** Lets ratings of the person be changed where they are reasons; otherwise they can but be looked at. */
    void setOnRate(RatableCell.Rating rating) {
        evidence.setOnRate(rating);
        Consumer<Step> remove = step -> {
            if (view.get() != null && view.get().rates(step.term())) {
                rating.rate(step.term().item(), Float.NaN);
            }
        };
        waterfall.setOnRemove(remove);
        neighbours.setOnRemove(remove);
    }

    /** What bars span where several panes stand side by side; null where this one stands alone. */
    public ObjectProperty<WaterfallScale> commonScaleProperty() {
        return waterfall.commonScaleProperty();
    }

    /** What the bars of this one need; empty where nothing is shown. */
    public Optional<WaterfallScale> ownScale() {
        return view.get() == null
                ? Optional.empty()
                : Optional.of(WaterfallScale.of(view.get().waterfall()));
    }

    private void show(ExplanationView shown, ExplanationView now) {
        boolean stays = shown != null
                && now != null
                && evidence.isVisible()
                && shown.dataset().equals(now.dataset())
                && shown.explanation().item() == now.explanation().item()
                && evidence.follow(now);
        evidence.setVisible(stays);
        sum.setVisible(now != null && !stays);
        waterfall.show(now);
        if (now == null) {
            title.setText("");
            facts.setText("");
            prediction.setText("");
            before.setVisible(false);
            sentence.setText("");
            neighbours.getItems().clear();
            return;
        }
        formula.show(now);
        title.setText(now.item().label());
        facts.setText(String.join(", ", now.item().genres()));
        prediction.setText(Formats.withStar(Formats.prediction(now.shown())));
        before.setText(Formats.prediction(now.shownBefore()) + "  →");
        before.setVisible(Double.isFinite(now.shownBefore())
                && !Formats.prediction(now.shownBefore()).equals(Formats.prediction(now.shown())));
        sentence.setText(now.words().summary());
        neighbours.show(now.words(), waterfall.waterfall().neighbours());
        divideRoom();
    }

    /** Room that the waterfall or the table does not need is for the other one, unless somebody has divided it. */
    private void divideRoom() {
        double room = sum.getHeight();
        if (view.get() == null || room <= 0) {
            return;
        }
        double position = sum.getDividerPositions()[0];
        divided |= Double.isNaN(set) && Math.abs(position - WATERFALL_SHARE) > APART; // as it was left another day
        if (divided) {
            return;
        }
        double most = Math.max(WATERFALL_SHARE * room, room - neighbours.wantedHeight());
        set = Math.min(most, waterfall.wantedHeight()) / room;
        sum.setDividerPositions(set);
    }

    /** Opens the evidence behind a neighbour of what is shown, by its term or one of another explanation. */
    void openEvidence(Term term) {
        waterfall.waterfall().neighbours().stream()
                .filter(step -> step.term().kind() == term.kind()
                        && step.term().item() == term.item()
                        && step.term().neighbourUser() == term.neighbourUser())
                .findFirst()
                .ifPresent(step -> open(step, true));
    }

    /** Opens the evidence behind the strongest neighbour, where there is one. */
    public void openStrongest() {
        if (view.get() != null) {
            waterfall.waterfall().neighbours().stream().findFirst().ifPresent(step -> open(step, false));
        }
    }

    private void open(Step step, boolean fromTable) {
        openedFromTable = fromTable;
        sum.setVisible(false);
        evidence.setVisible(true);
        evidence.show(view.get(), step);
    }

    /** Back from the evidence to the sum. */
    public void closeEvidence() {
        if (!evidence.isVisible()) {
            return;
        }
        Step seen = evidence.step();
        evidence.setVisible(false);
        sum.setVisible(true);
        if (openedFromTable) {
            neighbours.focusOn(seen);
        } else {
            waterfall.focusOn(seen);
        }
    }
}
