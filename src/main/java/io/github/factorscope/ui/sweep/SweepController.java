package io.github.factorscope.ui.sweep;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Picture;
import io.github.factorscope.report.SweepPictures;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.sweep.SweepForm.Way;
import io.github.factorscope.ui.sweep.SweepViewModel.State;
import io.github.factorscope.ui.sweep.VariedSetting.Choice;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the sweep screen. */
public final class SweepController {
    private static final Texts TEXTS = Texts.of(SweepController.class);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double WIDE_ENOUGH_FOR_NAMES = 320; // pixels

    private final SweepViewModel model;
    private final Runnable showTrain;

    @FXML
    private Label plan;

    @FXML
    private Button start;

    @FXML
    private Button pause;

    @FXML
    private FontIcon pauseIcon;

    @FXML
    private Button stop;

    @FXML
    private FlowPane models;

    @FXML
    private ComboBox<String> preset;

    @FXML
    private ComboBox<Choice> firstSetting;

    @FXML
    private TextField firstValues;

    @FXML
    private Label firstHint;

    @FXML
    private ComboBox<Choice> secondSetting;

    @FXML
    private TextField secondValues;

    @FXML
    private Label secondHint;

    @FXML
    private ComboBox<Way> way;

    @FXML
    private Node trialsLine;

    @FXML
    private TextField trials;

    @FXML
    private TextField patience;

    @FXML
    private TextField repeats;

    @FXML
    private TextField seed;

    @FXML
    private Label status;

    @FXML
    private ToggleButton perEpoch;

    @FXML
    private CurvePlot sweepErrors;

    @FXML
    private CurvePlot sweepSeconds;

    @FXML
    private SweepTable trialTable;

    @FXML
    private Label note;

    @FXML
    private Button openTrain;

    @FXML
    private TextField presetName;

    @FXML
    private Button save;

    /** @param showTrain shows the screen on which a chosen setting can be trained */
    public SweepController(SweepViewModel model, Runnable showTrain) {
        this.model = model;
        this.showTrain = showTrain;
    }

    @FXML
    private void initialize() {
        SweepForm form = model.form();
        form.chosen().forEach(this::addModel);
        preset.setItems(form.presets());
        preset.valueProperty().bindBidirectional(form.presetProperty());
        firstSetting.setItems(form.firstChoices());
        secondSetting.setItems(form.secondChoices());
        bind(form.first(), firstSetting, firstValues, firstHint);
        bind(form.second(), secondSetting, secondValues, secondHint);
        way.getItems().setAll(Way.values());
        way.valueProperty().bindBidirectional(form.wayProperty());
        trialsLine.visibleProperty().bind(form.wayProperty().isNotEqualTo(Way.GRID));
        trialsLine.managedProperty().bind(trialsLine.visibleProperty());
        trials.textProperty().bindBidirectional(form.trialsProperty());
        patience.textProperty().bindBidirectional(form.patienceProperty());
        repeats.textProperty().bindBidirectional(form.repeatsProperty());
        seed.textProperty().bindBidirectional(form.seedProperty());
        form.wordsProperty().addListener((Observable change) -> showPlan());
        form.planProperty().addListener((Observable change) -> showPlan());
        model.workspace().dataProperty().addListener((Observable change) -> showPlan());
        model.stateProperty().addListener((observable, before, now) -> showState(now));
        showState(model.stateProperty().get());
        setUpResults();
    }

    private void addModel(ModelFamily family, BooleanProperty chosen) {
        ToggleButton chip = new ToggleButton(family.title());
        chip.setGraphic(new Circle(5, Colours.ofFamily(family.id())));
        chip.getStyleClass().addAll("small", "chip");
        chip.setId("sweep-" + family.id());
        chip.selectedProperty().bindBidirectional(chosen);
        models.getChildren().add(chip);
    }

    private static void bind(VariedSetting varied, ComboBox<Choice> setting, TextField values, Label hint) {
        setting.valueProperty().bindBidirectional(varied.choiceProperty());
        values.textProperty().bindBidirectional(varied.textProperty());
        hint.textProperty().bind(varied.hintProperty());
        varied.wrongProperty().addListener((observable, before, now) -> {
            values.pseudoClassStateChanged(DANGER, now);
            hint.pseudoClassStateChanged(DANGER, now);
        });
        values.visibleProperty().bind(varied.choiceProperty().isNotEqualTo(Choice.NOTHING));
        values.managedProperty().bind(values.visibleProperty());
        hint.managedProperty().bind(values.visibleProperty());
        hint.visibleProperty().bind(values.visibleProperty());
    }

    private void setUpResults() {
        status.textProperty()
                .bind(Bindings.when(model.statusProperty().isEmpty())
                        .then(TEXTS.get("invitation"))
                        .otherwise(model.statusProperty()));
        trialTable.show(model);
        model.rows().addListener((Observable change) -> showColumns());
        model.picturesProperty().addListener((Observable change) -> showPictures());
        perEpoch.selectedProperty().addListener((Observable change) -> showPictures());
        note.textProperty().bind(model.noteProperty());
        Tooltips.showWholeText(note);
        openTrain.visibleProperty().bind(model.selectedProperty().isNotNull());
        openTrain.managedProperty().bind(openTrain.visibleProperty());
        presetName.textProperty().addListener((Observable change) -> showSave());
        sweepSeconds.widthProperty().addListener((Observable change) -> showPictures());
        sweepSeconds.setReadoutDecimals(2);
        showPictures();
        showSave();
    }

    private void showPlan() {
        Optional<String> obstacle = model.obstacle();
        boolean idle = model.stateProperty().get() == State.IDLE;
        plan.setText(obstacle.orElse(model.form().wordsProperty().get()));
        plan.pseudoClassStateChanged(DANGER, obstacle.isPresent());
        start.setDisable(!idle || obstacle.isPresent());
    }

    private void showState(State state) {
        boolean paused = state == State.PAUSED;
        pause.setText(TEXTS.get(paused ? "resume" : "pause"));
        pauseIcon.setIconLiteral(paused ? "fth-play-circle" : "fth-pause");
        boolean goesOn = paused || state == State.RUNNING;
        pause.setDisable(!goesOn);
        stop.setDisable(!goesOn);
        showPlan();
        showSave();
    }

    private void showSave() {
        save.setDisable(!model.hasBest() || presetName.getText().isBlank());
        presetName.setDisable(!model.hasBest());
    }

    /** Once for each sweep: columns that are set anew forget how the table was sorted. */
    private void showColumns() {
        List<Hyperparameter<?>> varied = model.varied();
        boolean seeds = model.rows().stream()
                        .map(row -> row.attempt().seed())
                        .distinct()
                        .count()
                > 1;
        boolean models = model.rows().stream()
                        .map(row -> row.attempt().candidate().family())
                        .distinct()
                        .count()
                > 1;
        List<Object> columns = List.of(varied, models, seeds);
        if (!model.rows().isEmpty() && !columns.equals(trialTable.getUserData())) {
            trialTable.setUserData(columns);
            trialTable.setColumns(varied, models, seeds);
        }
    }

    private void showPictures() {
        Optional<SweepPictures> pictures = model.picturesProperty().get();
        boolean named = TextSize.usual(sweepSeconds.getWidth())
                >= WIDE_ENOUGH_FOR_NAMES; // otherwise the colours of the first plot tell
        show(sweepErrors, pictures.map(SweepPictures::errors).orElseGet(() -> nothing(TEXTS.get("error-appears"))));
        show(
                sweepSeconds,
                pictures.map(each -> each.seconds(perEpoch.isSelected(), named))
                        .orElseGet(() -> nothing(TEXTS.get("time-appears"))));
    }

    private static CurvePicture nothing(String why) {
        return new CurvePicture(List.of(), Axis.of(""), Axis.of(""), why);
    }

    private static void show(CurvePlot plot, Picture picture) {
        if (picture instanceof CurvePicture curves) {
            plot.show(curves);
        } else {
            plot.show(nothing("")); // no values of curves under the mouse
            plot.show(picture);
        }
    }

    @FXML
    private void onStart() {
        model.start();
    }

    @FXML
    private void onPause() {
        model.pauseOrResume();
    }

    @FXML
    private void onStop() {
        model.stop();
    }

    @FXML
    private void onOpenTrain() {
        showTrain.run();
    }

    @FXML
    private void onSave() {
        if (model.saveBest(presetName.getText())) {
            presetName.clear();
        }
    }
}
