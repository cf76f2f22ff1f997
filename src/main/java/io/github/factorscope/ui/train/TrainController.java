package io.github.factorscope.ui.train;

import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.report.TrainingCurves;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.Late;
import io.github.factorscope.ui.common.Lines;
import io.github.factorscope.ui.common.Stepwise;
import io.github.factorscope.ui.formula.FormulaView;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.train.Training.State;
import io.github.factorscope.ui.workspace.PresetShelf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the training screen. */
public final class TrainController implements Stepwise {
    private static final Texts TEXTS = Texts.of(TrainController.class);
    private static final PseudoClass DOES_NOT_FIT = PseudoClass.getPseudoClass("danger");
    private static final double LIST_SHARE = 0.375; // of the window's height
    private static final double LIST_BORDER = 6;

    private final TrainViewModel model;
    private final PresetShelf shelf;
    private final Map<ModelFamily, SettingsGrid> grids = new HashMap<>();

    @FXML
    private ListView<ModelFamily> families;

    @FXML
    private VBox form;

    @FXML
    private Label title;

    @FXML
    private Label citation;

    @FXML
    private FormulaView formula;

    @FXML
    private Label summary;

    @FXML
    private Label forecast;

    @FXML
    private MenuButton presets;

    @FXML
    private StackPane settings;

    @FXML
    private TextField seed;

    @FXML
    private TextField repeats;

    @FXML
    private TextField patience;

    @FXML
    private Button train;

    @FXML
    private Button pause;

    @FXML
    private FontIcon pauseIcon;

    @FXML
    private Button step;

    @FXML
    private Button stop;

    @FXML
    private VBox column;

    @FXML
    private TrainingList trainings;

    @FXML
    private Label status;

    @FXML
    private ToggleButton bySecond;

    @FXML
    private CurvePlot errorPlot;

    @FXML
    private CurvePlot objectivePlot;

    public TrainController(TrainViewModel model, PresetShelf shelf) {
        this.model = model;
        this.shelf = shelf;
    }

    @Override
    public List<Late<SettingsGrid>> parts() {
        return List.of(new Late<>(() -> grid(model.familyProperty().get())));
    }

    @FXML
    private void initialize() {
        families.setCellFactory(list -> new ModelCell());
        families.getItems().setAll(model.families());
        families.sceneProperty().flatMap(Scene::heightProperty).addListener((observable, before, now) -> {
            if (now != null) {
                families.setPrefHeight(listHeight(now.doubleValue()));
            }
        });
        families.fixedCellSizeProperty().addListener((Observable change) -> {
            if (families.getScene() != null) {
                families.setPrefHeight(listHeight(families.getScene().getHeight()));
            }
        });
        families.getSelectionModel().select(model.familyProperty().get());
        families.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.familyProperty().set(now);
            }
        });
        Lines.keepSelectedInView(families);
        model.familyProperty().addListener((observable, before, now) -> {
            families.getSelectionModel().select(now);
            showFamily(now);
        });
        showFamily(model.familyProperty().get());
        shelf.saved()
                .addListener((Observable change) ->
                        showPresets(model.familyProperty().get()));
        model.forecastProperty().addListener((observable, before, now) -> showForecast(now));
        showForecast(model.forecastProperty().get());
        seed.textProperty().bindBidirectional(model.seedProperty());
        repeats.textProperty().bindBidirectional(model.repeatsProperty());
        patience.textProperty().bindBidirectional(model.patienceProperty());
        ObservableValue<State> state = model.stateProperty();
        status.textProperty().bind(model.statusProperty().map(TrainController::orInvitation));
        train.disableProperty().bind(model.noData());
        step.disableProperty()
                .bind(model.noData()
                        .or(Bindings.createBooleanBinding(() -> state.getValue() == State.STOPPING, state)));
        state.addListener((observable, before, now) -> {
            showState(now);
            showCurves();
        });
        showState(state.getValue());
        trainings.show(model, column.heightProperty());
        setUpPlots();
        InTurn.mark(column, form, column);
    }

    private static String orInvitation(String status) {
        return status.isEmpty() ? TEXTS.get("invitation") : status;
    }

    private void setUpPlots() {
        objectivePlot.setReadoutDecimals(0);
        model.history().addListener((Observable change) -> showCurves());
        model.watchedProperty().addListener((Observable change) -> showCurves());
        bySecond.selectedProperty().addListener((Observable change) -> showCurves());
        showCurves();
    }

    private void showFamily(ModelFamily family) {
        title.setText(family.title());
        citation.setText(family.citation());
        formula.show(family);
        summary.setText(family.summary());
        settings.getChildren().setAll(grid(family));
        showPresets(family);
    }

    /** @param family the chosen one, whose settings the form holds */
    private SettingsGrid grid(ModelFamily family) {
        return grids.computeIfAbsent(family, unused -> new SettingsGrid(model.form()));
    }

    private void showPresets(ModelFamily family) {
        presets.getItems()
                .setAll(shelf.of(family).stream().map(this::presetItem).toList());
        List<Preset> saved = shelf.savedOf(family);
        if (!saved.isEmpty()) {
            presets.getItems().add(new SeparatorMenuItem());
            saved.forEach(preset -> presets.getItems().add(deletingItem(family, preset)));
        }
    }

    private MenuItem deletingItem(ModelFamily family, Preset preset) {
        MenuItem item = new MenuItem(TEXTS.get("delete-preset", preset.name()));
        item.setMnemonicParsing(false);
        item.setGraphic(new FontIcon("fth-trash-2"));
        item.setOnAction(event -> shelf.delete(family, preset.name()));
        return item;
    }

    private void showForecast(Forecast now) {
        forecast.setText(TrainingWords.forecast(now));
        forecast.pseudoClassStateChanged(DOES_NOT_FIT, now != null && !now.fits());
    }

    private MenuItem presetItem(Preset preset) {
        MenuItem item = new MenuItem(preset.name() + " — " + preset.about());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.choosePreset(preset));
        return item;
    }

    /** @param state null where nothing is watched */
    private void showState(State state) {
        boolean paused = state == State.PAUSED;
        pause.setText(TEXTS.get(paused ? "resume" : "pause"));
        pauseIcon.setIconLiteral(paused ? "fth-play-circle" : "fth-pause");
        boolean goesOn = paused || state == State.RUNNING;
        pause.setDisable(!goesOn);
        stop.setDisable(!goesOn && state != State.WAITING);
    }

    private void showCurves() {
        List<EpochReport> history = model.history();
        Training watched = model.watchedProperty().get();
        Ink ink = watched == null
                ? Palette.NEUTRAL
                : Palette.ofFamily(watched.experiment().family().id());
        boolean inOneGo = watched != null && watched.isInOneGo();
        TrainingCurves.Along along = bySecond.isSelected() ? TrainingCurves.Along.SECONDS : TrainingCurves.Along.EPOCHS;
        CurvePicture errors = new CurvePicture(
                TrainingCurves.errors(history, ink, along),
                along.axis(),
                Axis.of(TEXTS.get("rmse-in-stars")),
                watched == null ? TEXTS.get("errors-appear-after-train") : emptyText(watched));
        Optional<EpochReport> best = history.size() < 2 ? Optional.empty() : TrainingCurves.best(history);
        errorPlot.show(best.map(report -> errors.withMark(new CurvePicture.Mark(
                        TrainingCurves.place(report, along), TEXTS.get("best-epoch", String.valueOf(report.epoch())))))
                .orElse(errors));
        objectivePlot.show(new CurvePicture(
                inOneGo ? List.of() : TrainingCurves.objective(history, ink, along),
                along.axis(),
                Axis.of(TEXTS.get("objective-in-stars")),
                TEXTS.get(inOneGo ? "no-objective" : "objective-appears")));
    }

    private static String emptyText(Training watched) {
        return TEXTS.get(
                switch (watched.stateProperty().get()) {
                    case WAITING -> "begins-by-itself";
                    case RUNNING, PAUSED, STOPPING -> "errors-appear";
                    case ENDED ->
                        watched.run().flatMap(run -> run.outcome().divergence()).isPresent()
                                ? "diverged-before-an-epoch"
                                : "ended-before-an-epoch";
                });
    }

    /** All models where the window is high enough, otherwise so many that the settings keep most of the room. */
    private double listHeight(double windowHeight) {
        double all = families.getFixedCellSize() * families.getItems().size() + LIST_BORDER;
        return Math.min(all, LIST_SHARE * windowHeight);
    }

    @FXML
    private void onTrain() {
        model.train();
    }

    @FXML
    private void onPause() {
        model.pauseOrResume();
    }

    @FXML
    private void onStep() {
        model.step();
    }

    @FXML
    private void onStop() {
        model.stop();
    }
}
