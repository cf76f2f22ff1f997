package io.github.factorscope.ui.compare;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.evaluation.topk.TopKCase;
import io.github.factorscope.evaluation.topk.TopKProtocol;
import io.github.factorscope.evaluation.topk.TopKProtocol.Outranking;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.report.ComparisonPictures;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.plot.CurvePlot;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Koren's top-K protocol: the curve, the test films behind it, and what outranked each. */
final class TopKPane implements ComparePane {
    private static final Texts TEXTS = Texts.of(TopKPane.class);

    private final Background background;
    private final ErrorPresenter errors;
    private final ToggleButton top = new ToggleButton(TEXTS.get("best-two-percent"));
    private final ComboBox<String> names = new ComboBox<>();
    private final CurvePlot plot = new CurvePlot();
    private final TableView<TopKCase> cases = new TableView<>();
    private final TableView<RankedItem> above = new TableView<>();
    private final Label about = new Label(TEXTS.get("select-test-item"));
    private final SplitPane body;
    private List<RunRow> shown = List.of();
    private Dataset dataset;
    private RatingMatrix training;

    TopKPane(Background background, ErrorPresenter errors) {
        this.background = background;
        this.errors = errors;
        plot.setReadoutDecimals(3);
        plot.setAccessibleText(TEXTS.get("top-k-of-ticked"));
        top.selectedProperty().addListener((Observable change) -> draw());
        names.setAccessibleText(TEXTS.get("run-of-items"));
        names.valueProperty().addListener((Observable change) -> listCases());
        setUpTables();
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox films = new VBox(cases, about, above);
        films.getStyleClass().add("films");
        films.setMinWidth(280);
        VBox.setVgrow(cases, Priority.ALWAYS);
        VBox.setVgrow(above, Priority.ALWAYS);
        body = new SplitPane(plot, films);
        body.setDividerPositions(0.58);
        body.getStyleClass().add("plain-split");
        TextSize.followAll(body);
    }

    private void setUpTables() {
        for (TableView<?> table : List.of(cases, above)) {
            table.getStyleClass().add("dense");
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
            table.setMinHeight(60);
            table.setPrefHeight(120);
        }
        cases.setId("topKCases");
        above.setId("topKAbove");
        cases.setAccessibleText(TEXTS.get("best-rated-items"));
        above.setAccessibleText(TEXTS.get("what-outranked"));
        cases.setPlaceholder(new Label(TEXTS.get("no-protocol")));
        above.setPlaceholder(new Label(TEXTS.get("nothing-outranked")));
        above.setVisible(false);
        above.setManaged(false);
        Tables.addText(cases, TEXTS.get("item"), 160, each -> dataset.items()
                .item(each.item())
                .label());
        Tables.addText(cases, TEXTS.get("user"), 60, each -> dataset.users().id(each.user()));
        TableColumn<TopKCase, Double> percentile =
                Tables.addDecimal(cases, TEXTS.get("percentile"), 108, TopKCase::percentile, 1);
        Tables.addNumber(
                cases, TEXTS.get("ratings"), 70, each -> training.byItem().length(each.item()), Formats::count);
        cases.getSortOrder().add(percentile);
        percentile.setSortType(TableColumn.SortType.DESCENDING);
        cases.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> explain(now));
        Tables.addText(above, TEXTS.get("ranked-above"), 160, each -> dataset.items()
                .item(each.item())
                .label());
        Tables.addDecimal(above, TEXTS.get("predicted"), 92, RankedItem::prediction, 2);
        Tables.addNumber(
                above, TEXTS.get("ratings"), 70, each -> training.byItem().length(each.item()), Formats::count);
    }

    @Override
    public String id() {
        return "top-k";
    }

    @Override
    public List<Node> options() {
        return List.of(top, names);
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void show(List<RunRow> ticked) {
        shown = ticked;
        draw();
        List<String> judged = ticked.stream()
                .filter(row -> row.topK().isPresent())
                .map(RunRow::name)
                .toList();
        if (!names.getItems().equals(judged)) {
            String before = names.getValue();
            names.getItems().setAll(judged);
            names.setValue(judged.contains(before) ? before : judged.isEmpty() ? null : judged.get(0));
        }
        names.setDisable(judged.isEmpty());
    }

    private void draw() {
        plot.show(ComparisonPictures.topK(shown, top.isSelected() ? ComparisonPictures.TOP : 100));
    }

    private Optional<RunRow> listed() {
        return shown.stream()
                .filter(row -> row.name().equals(names.getValue()) && row.topK().isPresent())
                .findFirst();
    }

    private void listCases() {
        cases.getSelectionModel().clearSelection();
        Optional<RunRow> row = listed();
        row.ifPresent(found -> {
            dataset = found.run().experiment().dataset();
            training = found.run().experiment().split().training();
        });
        cases.getItems().setAll(row.flatMap(RunRow::topK).map(TopKResult::cases).orElse(List.of()));
        cases.sort();
    }

    private void explain(TopKCase selected) {
        boolean known = selected != null && listed().isPresent();
        above.setVisible(known);
        above.setManaged(known);
        if (!known) {
            about.setText(TEXTS.get("select-test-item"));
            return;
        }
        RunRow row = listed().orElseThrow();
        Run run = row.run();
        TopKProtocol protocol =
                new TopKProtocol(run.model(), training, row.topK().orElseThrow().settings());
        background.run(
                () -> protocol.outranking(selected),
                found -> {
                    if (selected.equals(cases.getSelectionModel().getSelectedItem())) {
                        showAbove(selected, found);
                    }
                },
                errors::show);
    }

    private void showAbove(TopKCase selected, Outranking found) {
        about.setText(TEXTS.get(
                found.equal().isEmpty() ? "outranked" : "outranked-with-ties",
                dataset.users().id(selected.user()),
                dataset.items().item(selected.item()).label(),
                Formats.prediction(found.prediction()),
                Formats.count(found.above().size()),
                Formats.count(selected.drawn()),
                Formats.count(found.equal().size())));
        above.getItems().setAll(found.above());
    }

    @Override
    public Optional<PicturePlot> plot() {
        return Optional.of(plot);
    }
}
