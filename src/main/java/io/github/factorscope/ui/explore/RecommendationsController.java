package io.github.factorscope.ui.explore;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.Skeleton;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.common.Views;
import io.github.factorscope.ui.explore.RecommendationList.Cost;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the list of what is recommended, and what can be asked of it. */
public final class RecommendationsController {
    private static final Texts TEXTS = Texts.of(RecommendationsController.class);
    private static final double NEEDS_TITLE = 310; // pixels
    private static final double AROUND_LENGTH = 52; // pixels of the arrow and the edges

    private static final int LINES_AWAITED = 12;

    private final ExploreViewModel explore;
    private final RecommendationsViewModel model;
    private final Consumer<Term> openEvidence;

    @FXML
    private VBox panel;

    @FXML
    private StackPane list;

    @FXML
    private HBox header;

    @FXML
    private Label title;

    @FXML
    private Button filterButton;

    @FXML
    private Slider diversity;

    @FXML
    private Label diversityValue;

    @FXML
    private Tooltip diversityHelp;

    @FXML
    private Label cost;

    @FXML
    private FlowPane rules;

    @FXML
    private FlowPane timesLine;

    @FXML
    private ToggleGroup times;

    @FXML
    private ToggleButton nowButton;

    @FXML
    private ToggleButton beforeButton;

    @FXML
    private Label moved;

    @FXML
    private TableView<RecommendationLine> recommendations;

    @FXML
    private Label leftTheList;

    /** @param openEvidence shows what stands behind a term of the item on the screen */
    public RecommendationsController(ExploreViewModel explore, Consumer<Term> openEvidence) {
        this.explore = explore;
        this.openEvidence = openEvidence;
        this.model = explore.recommendations();
    }

    @FXML
    private void initialize() {
        ComboBox<Integer> length = Choices.of(
                RecommendationsViewModel.LENGTHS, lines -> TEXTS.get("top", "" + lines), TEXTS.get("how-many-items"));
        length.setId("listLength");
        TextSize.leaveAlone(length);
        length.getButtonCell().fontProperty().addListener((Observable change) -> fitLength(length));
        fitLength(length);
        length.setMaxWidth(Double.MAX_VALUE);
        title.visibleProperty()
                .bind(panel.widthProperty()
                        .greaterThan(TextSize.factorProperty().multiply(NEEDS_TITLE))); // the box says it too
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.managedProperty().bind(title.visibleProperty());
        HBox.setHgrow(length, Priority.SOMETIMES);
        length.valueProperty().bindBidirectional(model.lengthProperty());
        header.getChildren().add(1, length);
        setUpFilter();
        setUpDiversity();
        setUpTimes();
        new RecommendationTable(recommendations, model);
        InTurn.markWithin(list);
        panel.getChildren().add(Views.load(new WhyNotController(explore, openEvidence)));
        for (Label label : List.of(cost, leftTheList)) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        model.listProperty().addListener((observable, before, now) -> show(now));
        show(model.listProperty().get());
    }

    /** A box that has once been wide asks for that width ever after: its entries are measured. */
    private static void fitLength(ComboBox<Integer> length) {
        double longest = 0;
        for (Integer lines : length.getItems()) {
            Text entry = new Text(TEXTS.get("top", "" + lines));
            entry.setFont(length.getButtonCell().getFont());
            longest = Math.max(longest, entry.getLayoutBounds().getWidth());
        }
        length.setMinWidth(Math.ceil(longest) + TextSize.px(AROUND_LENGTH));
        length.setPrefWidth(length.getMinWidth());
    }

    private void setUpFilter() {
        Popover popover = new Popover();
        popover.setContentNode(new FilterPane(model, popover::hide));
        popover.setArrowLocation(ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        filterButton.setOnAction(event -> popover.show(filterButton));
        filterButton.disableProperty().bind(model.listProperty().isNull());
        rules.managedProperty().bind(rules.visibleProperty());
        model.filterProperty().addListener((Observable change) -> showRules());
        showRules();
    }

    private void setUpDiversity() {
        diversityHelp.setText(TEXTS.get("diversity-help"));
        Tooltip onSlider = new Tooltip(TEXTS.get("diversity-help"));
        onSlider.setWrapText(true);
        onSlider.setMaxWidth(TextSize.px(420));
        diversity.setTooltip(onSlider);
        diversity.valueProperty().bindBidirectional(model.diversityProperty());
        diversityValue
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> diversity.getValue() == 0
                                ? TEXTS.get("diversity-off")
                                : Formats.decimals(diversity.getValue(), 2),
                        diversity.valueProperty()));
    }

    private void setUpTimes() {
        Tooltips.showWholeText(moved);
        timesLine.managedProperty().bind(timesLine.visibleProperty());
        times.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true); // one of the two is always shown
            } else {
                model.beforeProperty().set(now == beforeButton);
            }
        });
        model.beforeProperty()
                .addListener((observable, before, now) -> (now ? beforeButton : nowButton).setSelected(true));
    }

    private void show(RecommendationList list) {
        cost.setText(
                list == null
                        ? ""
                        : list.cost().map(RecommendationsController::words).orElse(""));
        timesLine.setVisible(list != null && list.isChanged());
        moved.setText(list == null ? "" : Moves.count(list));
        leftTheList.setText(list == null ? "" : Moves.left(list.left()));
        leftTheList.setTooltip(list == null || list.left().isEmpty() ? null : new Tooltip(Moves.allLeft(list.left())));
        recommendations.setPlaceholder(placeholder(list));
        showRules();
    }

    private static String words(Cost cost) {
        String stars = Formats.prediction(cost.stars());
        String plainStars = Formats.prediction(cost.plainStars());
        String replaced = Formats.count(cost.replaced());
        String lines = Formats.count(cost.lines());
        return Double.isNaN(cost.similarity())
                ? TEXTS.get("mean-cost", stars, plainStars, replaced, lines)
                : TEXTS.get(
                        "mean-cost-similarity",
                        stars,
                        plainStars,
                        Formats.decimals(cost.similarity(), 3),
                        Formats.decimals(cost.plainSimilarity(), 3),
                        replaced,
                        lines);
    }

    private Node placeholder(RecommendationList list) {
        if (list == null) {
            return explore.personProperty().get() == null
                    ? new Label(TEXTS.get("choose-user-first"))
                    : new Skeleton(LINES_AWAITED);
        }
        if (list.wanted().answer().now().candidates() == 0) {
            return new Label(TEXTS.get("everything-rated"));
        }
        Button clear = new Button(TEXTS.get("clear-filter"));
        clear.setId("clearEmpty");
        clear.setOnAction(event -> model.filterProperty().set(ItemFilter.NONE));
        VBox nothing = new VBox(8, new Label(TEXTS.get("no-item-passes")), clear);
        nothing.getStyleClass().add("empty-state");
        return nothing;
    }

    /** What is asked for, each thing with a cross that takes it away. */
    private void showRules() {
        ItemFilter filter = model.filterProperty().get();
        RecommendationList list = model.listProperty().get();
        List<Node> nodes = new ArrayList<>();
        for (ItemFilter.Rule rule : filter.rules()) {
            Button chip = new Button(rule.text(), new FontIcon("fth-x"));
            chip.getStyleClass().addAll("small", "chip", "rule");
            chip.setAccessibleText(TEXTS.get("do-not-ask-for", rule.text()));
            chip.setMaxWidth(TextSize.px(240));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            Tooltips.show(chip, TEXTS.get("press-to-drop", rule.text()));
            chip.setOnAction(event -> model.filterProperty().set(rule.without()));
            nodes.add(chip);
        }
        if (!filter.isNone() && list != null) {
            Label count = new Label(TEXTS.get(
                    "of-all",
                    Formats.count(list.candidates()),
                    Formats.count(list.wanted().answer().now().candidates())));
            count.getStyleClass().addAll("small-text", "muted");
            Hyperlink clear = new Hyperlink(TEXTS.get("clear"));
            clear.setId("clearRules");
            clear.getStyleClass().add("small-text");
            clear.setOnAction(event -> model.filterProperty().set(ItemFilter.NONE));
            nodes.addAll(List.of(count, clear));
        }
        rules.getChildren().setAll(nodes);
        rules.setVisible(!nodes.isEmpty());
    }
}
