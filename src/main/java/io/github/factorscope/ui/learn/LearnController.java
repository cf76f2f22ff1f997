package io.github.factorscope.ui.learn;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Domain;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.StepKind;
import io.github.factorscope.plot.Axis;
import io.github.factorscope.plot.Curve;
import io.github.factorscope.plot.CurvePicture;
import io.github.factorscope.plot.Ink;
import io.github.factorscope.plot.Palette;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Views;
import io.github.factorscope.ui.common.WordsCell;
import io.github.factorscope.ui.plot.CurvePlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** Binds the screen on which a model learns step by step. */
public final class LearnController {
    private static final Texts TEXTS = Texts.of(LearnController.class);
    private static final int MANY_STEPS = 10;
    private static final double STEEP = 30; // stars; errors beyond are drawn by powers of ten

    private final LearnViewModel model;

    @FXML
    private ToggleButton toy;

    @FXML
    private ToggleButton data;

    @FXML
    private ComboBox<ModelFamily> family;

    @FXML
    private ComboBox<String> solver;

    @FXML
    private Button step;

    @FXML
    private Button manySteps;

    @FXML
    private Button solveItem;

    @FXML
    private Button solveUser;

    @FXML
    private Button epoch;

    @FXML
    private Button reset;

    @FXML
    private Node working;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private Label emptyText;

    @FXML
    private MatrixGrid matrix;

    @FXML
    private VBox ground;

    @FXML
    private VBox sliders;

    @FXML
    private Label slidersTitle;

    @FXML
    private Button diverge;

    @FXML
    private FormulaPane formula;

    @FXML
    private Node diverged;

    @FXML
    private Label divergedText;

    @FXML
    private ParametersPane parameters;

    @FXML
    private Node curvesPanel;

    @FXML
    private CurvePlot curves;

    private Node finder;
    private boolean showing; // whether it is the model that chooses

    public LearnController(LearnViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        setUpChoices();
        finder = Views.load(new FinderController(model));
        VBox.setVgrow(finder, Priority.ALWAYS);
        ground.getChildren().add(finder);
        matrix.setOnChoose(model::select);
        working.visibleProperty().bind(model.workingProperty());
        curves.setReadoutDecimals(3);
        model.shownProperty().addListener((Observable change) -> show());
        model.toyProperty().addListener((Observable change) -> showChoices());
        model.familyProperty().addListener((Observable change) -> showChoices());
        model.solverProperty().addListener((Observable change) -> showChoices());
        model.activeProperty().addListener((Observable change) -> show());
        showChoices();
        show();
    }

    private void setUpChoices() {
        family.getItems().setAll(ModelCatalogue.all());
        family.setCellFactory(list -> new FamilyCell());
        family.setButtonCell(new FamilyCell());
        family.valueProperty().bindBidirectional(model.familyProperty());
        solver.setCellFactory(list -> new WordsCell<>(Domain.Choices::words));
        solver.setButtonCell(new WordsCell<>(Domain.Choices::words));
        solver.setOnAction(event -> {
            if (!showing && solver.getValue() != null) {
                model.solverProperty().set(solver.getValue());
            }
        });
        toy.setOnAction(event -> {
            if (!model.toyProperty().get()) {
                model.toyProperty().set(true);
            }
            showChoices();
        });
        data.setOnAction(event -> {
            if (model.toyProperty().get()) {
                model.useData();
            }
            showChoices();
        });
    }

    private void showChoices() {
        showing = true;
        toy.setSelected(model.toyProperty().get());
        data.setSelected(!model.toyProperty().get());
        List<String> solvers = model.solvers();
        if (!solver.getItems().equals(solvers)) {
            solver.getItems().setAll(solvers);
        }
        solver.setValue(solvers.isEmpty() ? null : model.solverProperty().get());
        setShown(solver, !solvers.isEmpty());
        showing = false;
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void show() {
        Shown shown = model.shownProperty().get();
        boolean nothing = shown == null
                && model.activeProperty().get()
                && !model.workingProperty().get();
        setShown(content, shown != null);
        setShown(empty, nothing);
        showButtons(shown);
        if (nothing) {
            emptyText.setText(model.objection().orElseGet(() -> TEXTS.get("no-data")));
        }
        if (shown == null) {
            return;
        }
        setShown(matrix, shown.ground().isToy());
        setShown(finder, !shown.ground().isToy());
        if (shown.ground().isToy()) {
            matrix.show(shown);
        }
        formula.show(shown);
        parameters.show(shown);
        showSliders(shown);
        showRunaway(shown);
        showCurves(shown);
    }

    private void showButtons(Shown shown) {
        boolean descent = shown == null ? model.solvers().contains("sgd") : shown.isDescent();
        boolean steps = shown == null || shown.hasSteps();
        setShown(step, steps && descent);
        setShown(manySteps, steps && descent);
        setShown(solveItem, steps && !descent);
        setShown(solveUser, steps && !descent);
        setShown(epoch, steps);
        setShown(reset, steps);
        boolean can = shown != null && shown.canStep();
        List.of(step, manySteps, solveItem, solveUser).forEach(button -> button.setDisable(!can));
        epoch.setDisable(shown == null || shown.runaway().isPresent());
        reset.setDisable(shown == null);
    }

    private void showSliders(Shown shown) {
        List<Hyperparameter<Double>> wanted = new ArrayList<>(shown.stepSizes());
        wanted.addAll(shown.regularizations());
        boolean same = wanted.equals(sliders.getChildren().stream()
                .map(node -> ((SettingSlider) node).hyperparameter())
                .toList());
        if (!same) {
            sliders.getChildren()
                    .setAll(wanted.stream()
                            .map(each -> new SettingSlider(
                                    each, shown.stepSizes().contains(each), value -> model.adjust(each, value)))
                            .toList());
        }
        sliders.getChildren().forEach(node -> {
            SettingSlider slider = (SettingSlider) node;
            slider.show(shown.settings().get(slider.hyperparameter()));
            slider.setDisable(shown.runaway().isPresent());
        });
        slidersTitle.setText(TEXTS.get(shown.hasSteps() ? "sliders" : "one-go"));
        setShown(diverge, shown.ground().isToy() && shown.isDescent());
        diverge.setDisable(!shown.canStep());
    }

    private void showRunaway(Shown shown) {
        Optional<Runaway> runaway = shown.runaway();
        setShown(diverged, runaway.isPresent());
        runaway.ifPresent(away -> divergedText.setText(TEXTS.get(
                "diverged-why",
                LearnNumbers.setting(away.rate()),
                LearnNumbers.of(away.slope()),
                LearnNumbers.of(away.factor()),
                LearnNumbers.of(away.measured()),
                LearnNumbers.setting(away.largestRate()))));
    }

    private void showCurves(Shown shown) {
        List<Curve> all = new ArrayList<>();
        Shown.History history = shown.history();
        all.add(curve(TEXTS.get("rmse-curve"), Palette.NEUTRAL, Curve.Stroke.DASHED, history.accuracies()));
        if (shown.isRated()) {
            all.add(curve(
                    TEXTS.get("error-curve"),
                    Palette.ofFamily(shown.family().id()),
                    Curve.Stroke.SOLID,
                    history.errors().stream()
                            .map(point -> new double[] {point[0], Math.abs(point[1])})
                            .toList()));
        }
        boolean steep = history.errors().stream().anyMatch(point -> Math.abs(point[1]) > STEEP);
        Axis x = Axis.of(TEXTS.get(shown.isDescent() ? "steps" : "solves"), Axis.Scale.WHOLE);
        Axis y = Axis.of(TEXTS.get("stars"), steep ? Axis.Scale.LOGARITHMIC : Axis.Scale.FROM_ZERO);
        curves.show(new CurvePicture(all, x, y, ""));
        setShown(curvesPanel, shown.hasSteps());
    }

    private static Curve curve(String name, Ink ink, Curve.Stroke stroke, List<double[]> points) {
        return new Curve(
                name,
                ink,
                stroke,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    @FXML
    private void onStep() {
        model.step(1);
    }

    @FXML
    private void onManySteps() {
        model.step(MANY_STEPS);
    }

    @FXML
    private void onSolveItem() {
        model.solve(StepKind.ITEM);
    }

    @FXML
    private void onSolveUser() {
        model.solve(StepKind.USER);
    }

    @FXML
    private void onEpoch() {
        model.epoch();
    }

    @FXML
    private void onReset() {
        model.reset();
    }

    @FXML
    private void onDiverge() {
        model.diverge();
    }

    @FXML
    private void onCalmDown() {
        model.calmDown();
    }

    /** A model by its colour and name. */
    private static final class FamilyCell extends ListCell<ModelFamily> {
        private final Circle dot = new Circle(5);

        @Override
        protected void updateItem(ModelFamily family, boolean isEmpty) {
            super.updateItem(family, isEmpty);
            setText(isEmpty || family == null ? null : family.title());
            setGraphic(isEmpty || family == null ? null : dot);
            if (family != null) {
                dot.setFill(Colours.ofFamily(family.id()));
            }
        }
    }
}
