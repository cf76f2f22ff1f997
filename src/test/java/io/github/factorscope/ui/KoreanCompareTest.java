package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.evaluation.AccuracyMetric;
import io.github.factorscope.evaluation.Metric;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.evaluation.topk.TopKMetric;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.plot.SvgPen;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In Korean the screen of comparisons shows no English, in none of its panes. */
class KoreanCompareTest extends WindowTest {
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern SVG_TEXT = Pattern.compile("<(?:text|title)[^>]*>([^<]*)<");

    /** Names, abbreviations, units and keys, which are the same in every language. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "RMSE", "MAE", "NDCG", "MAP", "MRR", "Top", "Koren", "MB", "CSV", "HTML", "PNG", "SVG", "Del", "demo",
            "films", "min", "max", "log");

    /** Where metrics were proposed stands under their definitions. */
    private static List<String> sources() {
        return Stream.<Metric[]>of(AccuracyMetric.values(), RankingMetric.values(), TopKMetric.values())
                .flatMap(Stream::of)
                .map(Metric::source)
                .toList();
    }

    private final Set<String> shown = new LinkedHashSet<>();

    @Override
    public void start(Stage stage) {
        Texts.use(Locale.KOREAN);
        super.start(stage);
    }

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    private void train(String family, long seed) {
        int before = window.workspace().runs().size();
        ModelFamily chosen = ModelCatalogue.find(family);
        interact(() -> {
            window.train().familyProperty().set(chosen);
            window.train()
                    .choosePreset(chosen.presets().stream()
                            .filter(preset -> preset.name().equals("quick"))
                            .findFirst()
                            .orElseThrow());
            window.train().seedProperty().set(String.valueOf(seed));
            window.train().train();
        });
        waitFor(() -> window.workspace().runs().size() == before + 1);
    }

    private List<RunRow> rows() {
        return window.compare().rowsProperty().get();
    }

    @Test
    void noPaneShowsEnglish() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        train("baseline", 1);
        train("svd", 1);
        train("svd", 2);
        clickOn("#rail-compare");
        waitFor(() ->
                rows().size() == 3 && rows().stream().allMatch(row -> row.line().isPresent()));
        look();
        clickOn("#pane-ranking");
        look();
        clickOn("#judge");
        waitFor(() -> rows().stream().allMatch(row -> row.topK().isPresent()));
        for (String pane : List.of("ranking", "top-k", "intervals", "accuracy-and-time", "where-they-err")) {
            clickOn("#pane-" + pane);
            look();
        }
        clickOn("#pane-two-runs");
        Labeled verdict = lookup("#verdictOnTwo").query();
        waitFor(() -> verdict.getText().contains("NDCG@10"));
        look();

        assertThat(shown).anyMatch(text -> text.contains("테스트 RMSE"));
        assertThat(english()).isEmpty();
    }

    private void look() {
        interact(() -> collect(lookup("#content").query()));
        interact(() -> collect(lookup(".screen-header").match(Node::isVisible).query()));
    }

    private void collect(Node node) {
        add(node.getAccessibleText());
        if (node instanceof Control control && control.getTooltip() != null) {
            add(control.getTooltip().getText());
        }
        if (node instanceof Labeled labeled) {
            add(labeled.getText());
        }
        if (node instanceof TextInputControl field) {
            add(field.getPromptText());
        }
        if (node instanceof ComboBox<?> box && box.getCellFactory() == null) {
            box.getItems().stream().map(String::valueOf).forEach(this::add);
        }
        if (node instanceof MenuButton button) {
            button.getItems().forEach(item -> add(item.getText()));
        }
        if (node instanceof TableView<?> table) {
            table.getColumns().forEach(column -> add(column.getText()));
            if (table.getContextMenu() != null) {
                table.getContextMenu().getItems().stream()
                        .map(MenuItem::getText)
                        .forEach(this::add);
            }
        }
        if (node instanceof PicturePlot plot && plot.picture() != null) {
            SVG_TEXT.matcher(SvgPen.draw(plot.picture(), 900, 400, ""))
                    .results()
                    .forEach(match -> add(match.group(1)));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private void add(String text) {
        if (text != null && !text.isBlank()) {
            shown.add(text);
        }
    }

    private List<String> english() {
        Set<String> allowed = new LinkedHashSet<>(SAME_EVERYWHERE);
        for (ModelFamily family : ModelCatalogue.all()) {
            Settings settings = family.defaults();
            allowed.add(family.title());
            for (Hyperparameter<?> hyperparameter : settings.hyperparameters()) {
                allowed.add(settings.valueWords(hyperparameter));
            }
        }
        List<String> data = window.workspace().dataProperty().get().loaded().dataset().items().items().stream()
                .map(item -> item.label())
                .toList();
        return shown.stream()
                .filter(text -> data.stream().noneMatch(text::contains))
                .map(text -> sources().stream().reduce(text, (left, source) -> left.replace("\n" + source, "")))
                .filter(text -> ENGLISH.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> !allowed.contains(word)))
                .toList();
    }
}
