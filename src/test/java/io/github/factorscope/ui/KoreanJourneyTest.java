package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Item;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.explore.ExplanationPane;
import io.github.factorscope.ui.map.Colouring;
import io.github.factorscope.ui.map.MapViewModel.State;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever reads Korean reads nothing but Korean under Explore and on the map, save names. */
class KoreanJourneyTest extends WindowTest {
    /** Keys of the keyboard, kinds of files, authors. */
    private static final Set<String> WORDS = Set.of(
            "Ctrl", "Shift", "Esc", "Del", "Enter", "Page", "up", "down", "CSV", "ID", "RBO", "Webber", "Moffat",
            "Zobel");

    private Set<String> names = Set.of();
    private Pattern anyName = Pattern.compile("");

    @Override
    public void start(Stage stage) {
        Texts.use(Locale.KOREAN);
        super.start(stage);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @BeforeEach
    void openTheDemo() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
    }

    private void train(String family) {
        int before = window.workspace().runs().size();
        interact(() -> {
            window.train().familyProperty().set(ModelCatalogue.find(family));
            window.train()
                    .choosePreset(ModelCatalogue.find(family).presets().stream()
                            .filter(preset -> preset.name().equals("quick"))
                            .findFirst()
                            .orElseThrow());
            window.train().train();
        });
        waitFor(() -> window.workspace().runs().size() == before + 1);
        interact(() -> window.workspace()
                .selectedRunProperty()
                .set(window.workspace().runs().get(before)));
        names = names();
        anyName = ShownTexts.anyOf(names);
    }

    /** Of items, genres, models, data and runs. */
    private Set<String> names() {
        Set<String> all = new HashSet<>();
        for (RunEntry run : window.workspace().runs()) {
            var dataset = run.run().experiment().dataset();
            all.add(run.name());
            all.add(dataset.name());
            for (int index = 0; index < dataset.items().size(); index++) {
                Item item = dataset.items().item(index);
                all.add(item.title());
                all.addAll(item.genres());
            }
        }
        ModelCatalogue.all().stream().map(ModelFamily::title).forEach(all::add);
        return all;
    }

    private void assertKorean(String screen) {
        assertKorean(screen, Set.of());
    }

    private void assertKorean(String screen, Set<String> wordsOfNames) {
        WaitForAsyncUtils.waitForFxEvents();
        Set<String> words = new HashSet<>(WORDS);
        words.addAll(wordsOfNames);
        List<String> texts = new ArrayList<>();
        interact(() -> lookup(screen).queryAll().stream()
                .filter(Node::isVisible)
                .forEach(node -> texts.addAll(ShownTexts.of(node))));
        assertThat(texts.stream()
                        .filter(text ->
                                !ShownTexts.english(text, anyName, words).isEmpty())
                        .distinct())
                .as("not Korean, of %s texts", texts.size())
                .isEmpty();
        assertThat(texts).anySatisfy(text -> assertThat(text).containsPattern("\\p{IsHangul}{2}"));
    }

    private void awaitExplanation() {
        waitFor(() -> {
            var answer = window.explore().answerProperty().get();
            var explanation = window.explore().explanationProperty().get();
            return answer != null
                    && explanation != null
                    && Integer.valueOf(explanation.item())
                            .equals(window.explore().itemProperty().get())
                    && answer.person().equals(window.explore().personProperty().get());
        });
    }

    private void explore(String family) {
        train(family);
        clickOn("#rail-explore");
        awaitExplanation();
    }

    @Test
    void ratingsListExplanationAndEvidence() {
        for (String family : List.of("cor-ngbr", "user-ngbr", "integrated")) {
            explore(family);
            assertKorean(".explore");
            openEvidence();
            assertKorean(".explore");
            interact(() -> lookup("#evidenceBack").queryAs(Button.class).fire());
        }
    }

    private void openEvidence() {
        interact(() -> lookup("#explanation").queryAs(ExplanationPane.class).openStrongest());
        waitFor(() -> lookup("#evidenceGiven").tryQuery().isPresent());
    }

    @Test
    void whyNotAndWhatIf() {
        explore("svdpp");
        interact(() -> {
            var recommendations = window.explore().recommendations();
            recommendations.filterProperty().set(new ItemFilter(List.of("Drama"), List.of("War"), 1950, 1990, 3, 1));
            recommendations.diversityProperty().set(0.7);
        });
        for (String title : List.of("jaws", "godfather", "toy story")) {
            clickOn("#question").write(title);
            ListView<?> asked = lookup("#asked").query();
            waitFor(() -> !asked.getItems().isEmpty());
            assertKorean(".explore");
            push(KeyCode.ENTER);
            waitFor(() -> asked.getItems().isEmpty() && !text("#whyNotSentence").isEmpty());
            assertKorean(".explore");
        }

        interact(() -> {
            var ratings = window.explore().personProperty().get().ratings();
            window.explore()
                    .rate(ratings.with(ratings.item(0), ratings.value(0) > 3 ? 1 : 5)
                            .without(ratings.item(1)));
        });
        awaitExplanation();
        waitFor(() -> lookup("#timesLine").query().isVisible());
        assertKorean(".explore");
    }

    @Test
    void somebodyNewAndSideBySide() {
        train("svd");
        explore("cor-ngbr");
        clickOn("#newPerson");
        ListView<?> starters = lookup("#starters").query();
        waitFor(() -> starters.getItems().size() == 12);
        interact(starters::requestFocus);
        push(KeyCode.HOME).push(KeyCode.DIGIT5);
        awaitExplanation();
        assertKorean(".explore");

        clickOn("#look-side-by-side");
        waitFor(() -> window.explore().sideBySide().shownProperty().get() != null
                && !window.explore().sideBySide().busyProperty().get());
        assertKorean(".explore");
        clickOn("#side-item");
        interact(() -> lookup("#unfoldOthers").tryQueryAs(Hyperlink.class).ifPresent(Hyperlink::fire));
        assertKorean(".explore");
    }

    @Test
    void theMap() {
        train("baseline");
        clickOn("#rail-map");
        waitFor(() -> window.map().stateProperty().get() == State.NO_FACTORS);
        assertThat(ShownTexts.english(text("#emptyText"), anyName, WORDS)).isEmpty();
        train("svd");
        waitFor(() -> window.map().stateProperty().get() == State.READY);
        Set<String> shortened = names.stream()
                .flatMap(name -> List.of(name.split("[^A-Za-z]+")).stream())
                .collect(Collectors.toSet()); // titles on the axes are cut
        for (Colouring colouring : Colouring.values()) {
            interact(() -> {
                window.map().colouringProperty().set(colouring);
                window.map()
                        .itemProperty()
                        .set(window.map().dotsProperty().get().items()[colouring.ordinal()]);
            });
            waitFor(() -> window.map().isComplete());
            assertKorean(".map", shortened);
        }
    }
}
