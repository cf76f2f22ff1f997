package io.github.factorscope.ui.compare;

import io.github.factorscope.report.ComparisonPictures;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.report.TrainingCurves.Along;
import io.github.factorscope.report.TrainingCurves.Measure;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** Errors while training. */
final class CurvesPane implements ComparePane {
    private static final Texts TEXTS = Texts.of(CurvesPane.class);

    private final ComboBox<Measure> measure = new ComboBox<>();
    private final ToggleButton bySecond = new ToggleButton(TEXTS.get("by-second"));
    private final ToggleButton bands = new ToggleButton(TEXTS.get("bands"));
    private final CurvePlot plot = new CurvePlot();
    private List<RunRow> shown = List.of();

    CurvesPane() {
        measure.getItems().setAll(Measure.values());
        measure.setValue(Measure.TEST);
        measure.setAccessibleText(TEXTS.get("what-curves-show"));
        measure.valueProperty().addListener((Observable change) -> draw());
        bands.setSelected(true);
        bands.selectedProperty().addListener((Observable change) -> draw());
        bySecond.selectedProperty().addListener((Observable change) -> draw());
        plot.setId("curves");
        plot.setAccessibleText(TEXTS.get("curves-of-ticked"));
    }

    @Override
    public String id() {
        return "curves";
    }

    @Override
    public List<Node> options() {
        return List.of(measure, bySecond, bands);
    }

    @Override
    public Region body() {
        return plot;
    }

    @Override
    public void show(List<RunRow> ticked) {
        shown = ticked;
        if (!ticked.isEmpty() && !has(measure.getValue())) { // the curve of another measure would be empty
            measure.setValue(has(Measure.VALIDATION) ? Measure.VALIDATION : Measure.TRAINING);
        }
        bands.setVisible(ticked.stream()
                .flatMap(row -> row.line().stream())
                .anyMatch(line -> line.members().size() > 1));
        draw();
    }

    private boolean has(Measure wanted) {
        return shown.stream()
                .flatMap(row -> row.run().outcome().history().stream())
                .anyMatch(report -> wanted.of(report).isPresent());
    }

    private void draw() {
        Along along = bySecond.isSelected() ? Along.SECONDS : Along.EPOCHS;
        plot.show(
                bands.isSelected()
                        ? ComparisonPictures.bands(shown, measure.getValue(), along)
                        : ComparisonPictures.curves(shown, measure.getValue(), along));
    }

    @Override
    public Optional<PicturePlot> plot() {
        return Optional.of(plot);
    }
}
