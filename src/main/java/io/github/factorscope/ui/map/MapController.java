package io.github.factorscope.ui.map;

import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.map.MapViewModel.State;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Binds the map. */
public final class MapController {
    private static final Texts TEXTS = Texts.of(MapController.class);
    private static final List<Integer> FEWEST = List.of(1, 5, 20, 50, 200);

    private static final double BETWEEN_ENDS = 24; // pixels
    private static final double WIDTH_FOR_ENDS = 320; // pixels; the ends stand at the edges of the map too

    private final MapViewModel model;
    private final Runnable chooseUser;
    private ItemMap drawnMap; // whose places are drawn, with these axes
    private MapAxis drawnAcross;
    private MapAxis drawnUp;

    @FXML
    private Label runName;

    @FXML
    private Node tools;

    @FXML
    private ComboBox<Colouring> colouring;

    @FXML
    private ComboBox<Integer> fewest;

    @FXML
    private Button chooseUserButton;

    @FXML
    private Node marking;

    @FXML
    private Label person;

    @FXML
    private ToggleButton ratings;

    @FXML
    private ToggleButton recommendations;

    @FXML
    private Node empty;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyText;

    @FXML
    private VBox offers;

    @FXML
    private Node working;

    @FXML
    private Node content;

    @FXML
    private ComboBox<MapAxis> across;

    @FXML
    private ComboBox<MapAxis> up;

    @FXML
    private AxisEnd upHigh;

    @FXML
    private AxisEnd upLow;

    @FXML
    private AxisEnd acrossLow;

    @FXML
    private AxisEnd acrossHigh;

    @FXML
    private MapCanvas canvas;

    @FXML
    private LegendBar legend;

    @FXML
    private Pane picture;

    @FXML
    private Pane beside;

    @FXML
    private ItemPane side;

    /** @param chooseUser shows the screen where a user is chosen */
    public MapController(MapViewModel model, Runnable chooseUser) {
        this.model = model;
        this.chooseUser = chooseUser;
    }

    @FXML
    private void initialize() {
        setUpTools();
        setUpAxes();
        setUpCanvas();
        side.setUp(model, canvas::centre);
        legend.setOnGenre(model.genreProperty()::set);
        model.stateProperty().addListener((Observable change) -> showState());
        model.shownRunProperty().addListener((Observable change) -> showState());
        model.offeredRuns().addListener((Observable change) -> showState());
        InTurn.mark(content, picture, beside);
        showState();
        LatePart.untilVisible(content);
    }

    private void setUpTools() {
        colouring.getItems().setAll(Colouring.values());
        colouring.setConverter(words(Colouring::title));
        colouring.valueProperty().bindBidirectional(model.colouringProperty());
        fewest.getItems().setAll(FEWEST);
        fewest.setConverter(
                words(count -> count == 1 ? TEXTS.get("all-items") : TEXTS.get("from-ratings", Formats.count(count))));
        fewest.valueProperty().bindBidirectional(model.fewestProperty());
        ratings.selectedProperty().bindBidirectional(model.ratingsMarkedProperty());
        recommendations.selectedProperty().bindBidirectional(model.recommendationsMarkedProperty());
        model.marksProperty().addListener((Observable change) -> showPerson());
        showPerson();
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T thing) {
                return thing == null ? "" : words.apply(thing);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    private void showPerson() {
        PersonMarks marks = model.marksProperty().get();
        String name = marks == null ? "" : marks.person().name();
        person.setText(name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        marking.setVisible(marks != null);
        marking.setManaged(marks != null);
        chooseUserButton.setVisible(marks == null);
        chooseUserButton.setManaged(marks == null);
    }

    private void setUpAxes() {
        for (ComboBox<MapAxis> box : List.of(across, up)) {
            box.setItems(model.axes());
            AxisCell button = new AxisCell(
                    axis -> TextSize.usual(box.getWidth()) < WIDTH_FOR_ENDS ? axis.shareWords() : axis.shortWords());
            box.setButtonCell(button);
            box.widthProperty().addListener((Observable change) -> button.showAxis());
            box.setCellFactory(list -> new AxisCell(MapAxis::words));
        }
        across.valueProperty().bindBidirectional(model.acrossProperty());
        up.valueProperty().bindBidirectional(model.upProperty());
        up.disableProperty().bind(model.upProperty().isNull());
        for (AxisEnd end : List.of(upHigh, upLow, acrossLow, acrossHigh)) {
            end.setTooltip(new Tooltip(TEXTS.get("ends-help")));
            end.fontProperty().addListener((Observable change) -> fitEnds());
        }
        canvas.widthProperty().addListener((Observable change) -> fitEnds());
    }

    private void fitEnds() {
        AxisEnd.fit(canvas.getWidth(), List.of(upHigh));
        AxisEnd.fit(canvas.getWidth(), List.of(upLow));
        AxisEnd.fit(canvas.getWidth() - BETWEEN_ENDS, List.of(acrossLow, acrossHigh));
    }

    private void setUpCanvas() {
        canvas.setDescription(item -> model.words().describe(item));
        canvas.setOnChoose(item -> model.itemProperty().set(item < 0 ? null : item));
        canvas.setOnOpen(model::explain);
        model.dotsProperty().addListener((Observable change) -> showDots());
        model.paintProperty().addListener((Observable change) -> showPaint());
        InvalidationListener remark = change -> showMarks();
        model.neighboursProperty().addListener(remark);
        model.marksProperty().addListener(remark);
        model.ratingsMarkedProperty().addListener(remark);
        model.recommendationsMarkedProperty().addListener(remark);
        model.itemProperty().addListener((observable, before, now) -> {
            showMarks();
            if (now != null) {
                canvas.reveal(now);
            }
        });
        canvas.groundProperty().addListener((Observable change) -> showLegend());
    }

    private void showState() {
        State state = model.stateProperty().get();
        content.setVisible(state == State.READY);
        tools.setVisible(state == State.READY);
        working.setVisible(state == State.WORKING);
        empty.setVisible(state == State.NO_RUN || state == State.NO_FACTORS);
        RunEntry run = model.shownRunProperty().get();
        runName.setText(run == null ? "" : model.nameOf(run));
        if (state == State.NO_RUN || state == State.NO_FACTORS) {
            showEmpty(state == State.NO_FACTORS, run);
        }
    }

    private void showEmpty(boolean noFactors, RunEntry run) {
        emptyTitle.setText(
                noFactors
                        ? TEXTS.get(
                                "no-factors", run.run().experiment().family().title())
                        : TEXTS.get("no-model"));
        String families =
                RunsWithFactors.families().stream().map(ModelFamily::title).collect(Collectors.joining(", "));
        List<RunEntry> runs = model.offeredRuns();
        emptyText.setText(
                TEXTS.get("models-with-factors", families, TEXTS.get(runs.isEmpty() ? "train-one" : "look-at-a-run")));
        List<Button> buttons = new ArrayList<>();
        for (RunEntry offered : runs) {
            Button button = new Button(offered.nameWithData());
            button.getStyleClass().add("offered-run");
            button.setOnAction(event -> model.select(offered));
            buttons.add(button);
        }
        offers.getChildren().setAll(buttons);
    }

    private void showDots() {
        MapAxis x = model.acrossProperty().get();
        MapAxis y = model.upProperty().get();
        boolean newPlaces = model.map() != drawnMap || !Objects.equals(x, drawnAcross) || !Objects.equals(y, drawnUp);
        drawnMap = model.map();
        drawnAcross = x;
        drawnUp = y;
        canvas.show(model.dotsProperty().get(), newPlaces);
        upHigh.show("↑", false, y == null ? List.of() : y.high());
        upLow.show("↓", false, y == null ? List.of() : y.low());
        acrossLow.show("←", false, x == null ? List.of() : x.low());
        acrossHigh.show("→", true, x == null ? List.of() : x.high());
        fitEnds();
        showPaint();
        showMarks();
    }

    private void showPaint() {
        canvas.setPaint(model.paintProperty().get());
        showLegend();
    }

    private void showMarks() {
        canvas.setMarks(MapMarks.of(
                model.dotsProperty().get(),
                model.itemProperty().get(),
                model.neighboursProperty().get(),
                model.marksProperty().get(),
                model.ratingsMarkedProperty().get(),
                model.recommendationsMarkedProperty().get()));
        Integer item = model.itemProperty().get();
        showLegend();
        String items = Formats.count(model.dotsProperty().get().size());
        canvas.setAccessibleText(
                item == null || model.map() == null
                        ? TEXTS.get("map-of-items", items)
                        : TEXTS.get("map-of-items-looking", items, model.words().describe(item)));
    }

    private LegendBar.Marks shownMarks() {
        PersonMarks marks = model.marksProperty().get();
        return new LegendBar.Marks(
                marks == null ? Double.NaN : marks.meanRating(),
                marks != null && model.ratingsMarkedProperty().get(),
                marks != null && model.recommendationsMarkedProperty().get());
    }

    private void showLegend() {
        legend.show(
                model.paintProperty().get(),
                model.genreProperty().get(),
                shownMarks(),
                model.hidden(),
                model.fewestProperty().get(),
                canvas.ground());
    }

    @FXML
    private void onChooseUser() {
        chooseUser.run();
    }

    @FXML
    private void onZoomIn() {
        canvas.zoomIn();
    }

    @FXML
    private void onZoomOut() {
        canvas.zoomOut();
    }

    @FXML
    private void onFit() {
        canvas.fit();
    }

    /** A component by its number, its share and its ends. */
    private static final class AxisCell extends ListCell<MapAxis> {
        private final Function<MapAxis, String> words;

        AxisCell(Function<MapAxis, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(MapAxis axis, boolean isEmpty) {
            super.updateItem(axis, isEmpty);
            showAxis();
        }

        void showAxis() {
            setText(isEmpty() || getItem() == null ? null : words.apply(getItem()));
        }
    }
}
