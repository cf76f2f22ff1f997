package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.FxBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What surrounds the screens, and the screens on which models are made, say nothing in English where Korean is spoken. */
class KoreanScreensTest extends WindowTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    /** Nodes, with all that is in them, whose texts are data, paths, sources, formulas, or what models say of themselves. */
    private static final Set<String> SPARED = Set.of(
            "citation",
            "dataName",
            "families",
            "fetchFolder",
            "fetchTerms",
            "firstSetting",
            "formula",
            "itemTable",
            "presets",
            "previewEncoding",
            "recentMenu",
            "secondSetting",
            "settings",
            "summary",
            "title",
            "userTable");

    /** Names, of settings too, and units. */
    private static final Set<String> NAMES = Set.of(
            "Ctrl",
            "FactorScope",
            "GroupLens",
            "MAE",
            "MovieLens",
            "RMSE",
            "Research",
            "UTF",
            "default",
            "demo",
            "factors",
            "films",
            "latest",
            "log",
            "small");

    private static final List<String> TITLES = ModelCatalogue.all().stream()
            .map(ModelFamily::title)
            .sorted(Comparator.comparing(String::length).reversed()) // some are parts of others
            .toList();

    @Override
    public void start(Stage stage) {
        Texts.use(Locale.KOREAN);
        window = new MainWindow(
                new FxBackground(), folder.resolve("preferences.json"), folder.resolve("runs"), 1024, 700);
        stage.setScene(window.scene());
        stage.show();
    }

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void dataIsShownInKorean() throws IOException {
        assertNoEnglish("before there is data");
        openDemo();
        assertNoEnglish("facts");
        for (int tab = 1; tab <= 2; tab++) {
            int shown = tab;
            onFxThread(() ->
                    lookup("#tables").queryAs(TabPane.class).getSelectionModel().select(shown));
            assertNoEnglish("tab " + tab);
        }
        onFxThread(window.fetch()::show);
        waitFor(() -> !window.fetch().lines().isEmpty());
        assertNoEnglish("what can be fetched");
        onFxThread(window.fetch()::close);
        Path strange = Files.writeString(folder.resolve("a.tsv"), "u1\ti1\t4\nu2\ti1\t?\nu2\ti2\t3\nu1\t\t2\n");
        onFxThread(() -> window.open(strange));
        waitFor(() -> window.data().preview().previewProperty().get() != null);
        assertNoEnglish("how a file is read");
    }

    @Test
    void trainingIsShownInKorean() {
        openDemo();
        onFxThread(() -> window.show(Screen.TRAIN));
        assertNoEnglish("before a training");
        clickOn("#step");
        waitFor(() -> window.train().history().size() == 1);
        assertNoEnglish("paused");
        clickOn("#stop");
        waitFor(() -> window.train().watchedProperty().get().isOver());
        assertNoEnglish("ended");
        onFxThread(() -> window.train().seedProperty().set("?"));
        clickOn("#train");
        assertNoEnglish("a wrong seed");
    }

    @Test
    void aSweepIsShownInKorean() {
        openDemo();
        onFxThread(() -> window.show(Screen.SWEEP));
        assertNoEnglish("before a sweep");
        onFxThread(() -> window.sweep().form().first().textProperty().set("2,3"));
        onFxThread(window.sweep()::start);
        waitFor(window.sweep()::hasBest);
        assertNoEnglish("after a sweep");
    }

    private void openDemo() {
        onFxThread(window.data()::openDemo);
        waitFor(() -> window.workspace().dataProperty().get() != null
                && window.workspace().activities().isEmpty());
    }

    private static void onFxThread(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void assertNoEnglish(String moment) {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> texts = new ArrayList<>();
        onFxThread(() -> collect(window.scene().getRoot(), texts));
        assertThat(texts.stream().filter(KoreanScreensTest::isEnglish).distinct())
                .as(moment)
                .isEmpty();
    }

    private static boolean isEnglish(String text) {
        String rest = text;
        for (String title : TITLES) {
            rest = rest.replace(title, "");
        }
        return WORD.matcher(rest).results().anyMatch(word -> !NAMES.contains(word.group()));
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible() || (node.getId() != null && SPARED.contains(node.getId()))) {
            return;
        }
        add(texts, node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            add(texts, labeled.getText());
        }
        if (node instanceof TextInputControl input) {
            add(texts, input.getPromptText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            add(texts, control.getTooltip().getText());
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream().map(MenuItem::getText).forEach(text -> add(texts, text));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void add(List<String> texts, String text) {
        Stream.ofNullable(text).forEach(texts::add);
    }
}
