package io.github.factorscope.ui.train;

import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.ui.common.Palette;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.train.TrainViewModel.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the training screen. */
public final class TrainController {
    private final TrainViewModel model;
    private final Map<ModelFamily, SettingsGrid> grids = new HashMap<>();

    @FXML
    private ListView<ModelFamily> families;

    @FXML
    private Label title;

    @FXML
    private Label citation;

    @FXML
    private Label formula;

    @FXML
    private Label summary;

    @FXML
    private MenuButton presets;

    @FXML
    private StackPane settings;

    @FXML
    private TextField seed;

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
    private Label status;

    @FXML
    private Label watched;

    @FXML
    private ToggleButton bySecond;

    @FXML
    private CurvePlot errorPlot;

    @FXML
    private CurvePlot objectivePlot;

    public TrainController(TrainViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        families.setCellFactory(list -> new ModelCell());
        families.getItems().setAll(model.families());
        families.getSelectionModel().select(model.familyProperty().get());
        families.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.familyProperty().set(now);
            }
        });
        model.familyProperty().addListener((observable, before, now) -> {
            families.getSelectionModel().select(now);
            showFamily(now);
        });
        showFamily(model.familyProperty().get());
        seed.textProperty().bindBidirectional(model.seedProperty());
        patience.textProperty().bindBidirectional(model.patienceProperty());
        status.textProperty()
                .bind(Bindings.when(model.statusProperty().isEmpty())
                        .then("Choose a model, press Train, and watch its error fall")
                        .otherwise(model.statusProperty()));
        model.stateProperty().addListener((observable, before, now) -> showState(now));
        train.disableProperty()
                .bind(model.stateProperty().isNotEqualTo(State.IDLE).or(model.noData()));
        step.disableProperty().bind(model.noData().or(model.stateProperty().isEqualTo(State.STOPPING)));
        showState(model.stateProperty().get());
        setUpPlots();
    }

    private void setUpPlots() {
        objectivePlot.setReadoutDecimals(0);
        model.history().addListener((Observable change) -> showCurves());
        model.watchedProperty().addListener((Observable change) -> showCurves());
        model.finishedProperty().addListener((Observable change) -> showCurves());
        bySecond.selectedProperty().addListener((Observable change) -> showCurves());
        showCurves();
    }

    private void showFamily(ModelFamily family) {
        title.setText(family.title());
        citation.setText(family.citation());
        formula.setText(family.formula());
        summary.setText(family.summary());
        settings.getChildren().setAll(grids.computeIfAbsent(family, unused -> new SettingsGrid(model.form())));
        presets.getItems()
                .setAll(family.presets().stream().map(this::presetItem).toList());
    }

    private MenuItem presetItem(Preset preset) {
        MenuItem item = new MenuItem(preset.name() + " — " + preset.about());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.choosePreset(preset));
        return item;
    }

    private void showState(State state) {
        pause.setText(state == State.PAUSED ? "Resume" : "Pause");
        pauseIcon.setIconLiteral(state == State.PAUSED ? "fth-play-circle" : "fth-pause");
        boolean running = state == State.RUNNING || state == State.PAUSED;
        pause.setDisable(!running);
        stop.setDisable(!running);
    }

    private void showCurves() {
        List<EpochReport> history = model.history();
        ModelFamily family = model.watchedProperty().get();
        watched.setText(family == null ? "" : family.title());
        Color color = family == null ? Palette.NEUTRAL : Palette.ofFamily(family.id());
        TrainingCurves.Along along = bySecond.isSelected() ? TrainingCurves.Along.SECONDS : TrainingCurves.Along.EPOCHS;
        for (CurvePlot plot : List.of(errorPlot, objectivePlot)) {
            plot.setWholeX(along == TrainingCurves.Along.EPOCHS);
        }
        errorPlot.setTitles(along.title(), "RMSE (stars)");
        errorPlot.setCurves(TrainingCurves.errors(history, color, along));
        objectivePlot.setTitles(along.title(), "Objective (stars²)");
        objectivePlot.setCurves(model.inOneGo() ? List.of() : TrainingCurves.objective(history, color, along));
        showEmptyTexts();
        Optional<EpochReport> best = history.size() < 2 ? Optional.empty() : TrainingCurves.best(history);
        errorPlot.setMarked(
                best.map(report -> OptionalDouble.of(TrainingCurves.place(report, along)))
                        .orElse(OptionalDouble.empty()),
                best.map(report -> "best epoch " + report.epoch()).orElse(""));
    }

    private void showEmptyTexts() {
        boolean diverged = model.finishedProperty().get() != null
                && model.finishedProperty().get().outcome().divergence().isPresent();
        errorPlot.setEmptyText(
                diverged
                        ? "It diverged before an epoch was done: see the message above"
                        : "Press Train: the errors of every epoch appear here");
        objectivePlot.setEmptyText(
                model.inOneGo()
                        ? "Worked out in one go: nothing is minimised step by step"
                        : "What training minimises");
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
