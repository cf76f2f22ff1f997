package io.github.factorscope.ui.explore;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds what shows several models side by side. */
public final class SideBySideController {
    private static final Texts TEXTS = Texts.of(SideBySideController.class);
    private static final List<Integer> DEPTHS = List.of(10, 20);
    private static final double SCROLL_BAR = 16; // pixels

    private final SideBySideViewModel model;
    private final AlignedListsView lists;
    private final AlignedTermsView terms = new AlignedTermsView();
    private final Label places = new Label();
    private final OverlapTable overlaps = new OverlapTable();
    private final HBox legend = new HBox();
    private final VBox listsWithWords;
    private final Map<RunEntry, CheckBox> boxes = new LinkedHashMap<>();
    private boolean oneItem;

    @FXML
    private MenuButton sideRuns;

    @FXML
    private HBox depthPlace;

    @FXML
    private HBox ways;

    @FXML
    private Label working;

    @FXML
    private Label sentence;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox nothing;

    @FXML
    private Label nothingText;

    public SideBySideController(SideBySideViewModel model) {
        this.model = model;
        lists = new AlignedListsView(item -> model.explore().itemProperty().set(item));
        places.setId("sidePlaces");
        places.setWrapText(true);
        places.setMinHeight(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("side-legend");
        listsWithWords = new VBox(lists, legend, places, overlaps);
        listsWithWords.getStyleClass().add("side-lists");
    }

    @FXML
    private void initialize() {
        ComboBox<Integer> depth =
                Choices.of(DEPTHS, count -> TEXTS.get("top", "" + count), TEXTS.get("how-many-items-listed"));
        depth.setId("sideDepth");
        depth.valueProperty()
                .addListener((observable, before, now) -> model.depthProperty().set(now));
        depthPlace.getChildren().setAll(depth);
        addWays();
        working.visibleProperty().bind(model.busyProperty());
        model.candidates().addListener((ListChangeListener<RunEntry>) change -> listRuns());
        model.chosen().addListener((ListChangeListener<RunEntry>) change -> tickRuns());
        model.shownProperty().addListener((Observable change) -> show());
        model.explore().itemProperty().addListener((Observable change) -> show());
        model.explanationsProperty().addListener((Observable change) -> showTerms());
        scroll.heightProperty().addListener((Observable change) -> showTerms());
        scroll.viewportBoundsProperty().addListener((observable, before, now) -> lists.setRoom(now.getWidth()));
        places.maxWidthProperty().bind(scroll.viewportBoundsProperty().map(Bounds::getWidth)); // read without scrolling
        listsWithWords.heightProperty().addListener((Observable change) -> fitHeight());
        listRuns();
        show();
    }

    private void addWays() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton asLists =
                LookSwitch.button(TEXTS.get("lists"), "side-lists", TEXTS.get("lists-help"), "left-pill");
        ToggleButton asItem =
                LookSwitch.button(TEXTS.get("one-item"), "side-item", TEXTS.get("one-item-help"), "right-pill");
        asLists.setToggleGroup(group);
        asItem.setToggleGroup(group);
        asLists.setSelected(true);
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true); // one of them always is
                return;
            }
            oneItem = now == asItem;
            show();
        });
        ways.getChildren().setAll(asLists, asItem);
    }

    private void listRuns() {
        boxes.clear();
        for (RunEntry entry : model.candidates()) {
            CheckBox box = new CheckBox(entry.name());
            box.setOnAction(event -> model.choose(entry, box.isSelected()));
            boxes.put(entry, box);
        }
        sideRuns.getItems()
                .setAll(boxes.values().stream()
                        .map(box -> new CustomMenuItem(box, false))
                        .toList());
        tickRuns();
    }

    private void tickRuns() {
        sideRuns.setText(TEXTS.get(
                "runs-chosen",
                "" + model.chosen().size(),
                "" + model.candidates().size()));
        boxes.forEach((entry, box) -> {
            boolean chosen = model.chosen().contains(entry);
            box.setSelected(chosen);
            box.setDisable(chosen ? model.chosen().size() == 1 : !model.hasRoom());
        });
    }

    private void show() {
        SideBySide shown = model.shownProperty().get();
        boolean any = shown != null;
        nothing.setVisible(!any);
        nothingText.setText(reasonForNothing());
        scroll.setVisible(any);
        Integer item = model.explore().itemProperty().get();
        sentence.setText(any ? sentence(shown) : "");
        places.setText(any && item != null ? shown.places(item) : "");
        if (!any) {
            return;
        }
        if (oneItem) {
            if (scroll.getContent() != terms) {
                scroll.setContent(terms);
            }
            fitHeight();
            showTerms();
            return;
        }
        lists.show(shown, item);
        if (scroll.getContent() != listsWithWords) {
            scroll.setContent(listsWithWords);
        }
        fitHeight();
        overlaps.show(shown);
        int sides = shown.sides().size();
        overlaps.setVisible(sides > 1);
        overlaps.setManaged(sides > 1);
        legend.getChildren().setAll(SideLegend.of(sides));
    }

    /** The scroll bar stands right below the lists, not at the end of the panel. */
    private void fitHeight() {
        scroll.setMaxHeight(oneItem ? Double.MAX_VALUE : listsWithWords.getHeight() + TextSize.px(SCROLL_BAR));
    }

    private void showTerms() {
        SideBySide shown = model.shownProperty().get();
        if (oneItem && shown != null) {
            terms.show(shown, model.explanationsProperty().get(), scroll.getHeight());
        }
    }

    private String sentence(SideBySide shown) {
        if (shown.sides().size() > 1) {
            return shown.disagreement();
        }
        return model.candidates().size() == 1 ? TEXTS.get("only-one-run") : TEXTS.get("choose-another-run");
    }

    private String reasonForNothing() {
        return model.explore().personProperty().get() == null
                ? TEXTS.get("choose-user-left")
                : TEXTS.get("working-out");
    }
}
