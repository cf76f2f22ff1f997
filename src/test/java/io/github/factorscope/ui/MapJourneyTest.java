package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.ui.map.Colouring;
import io.github.factorscope.ui.map.Dots;
import io.github.factorscope.ui.map.MapCanvas;
import io.github.factorscope.ui.map.MapViewModel;
import io.github.factorscope.ui.map.MapViewModel.State;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody walks through the films on the map: by wheel, keyboard, search and neighbours, and out to an explanation. */
class MapJourneyTest extends WindowTest {
    private MapViewModel map;
    private MapCanvas canvas;

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
    }

    @BeforeEach
    void lookAtTheMapOfAModel() {
        clickOn("#openDemo");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        train("svd");
        clickOn("#rail-map");
        map = window.map();
        waitFor(() -> map.stateProperty().get() == State.READY);
        canvas = lookup("#canvas").query();
    }

    private Dots dots() {
        return map.dotsProperty().get();
    }

    @Test
    void walksFromFilmToFilm() {
        zoomsAndMoves();
        int jaws = searchesATitle();
        goesToANeighbour(jaws);
        clicksADot();
    }

    private void zoomsAndMoves() {
        assertThat(canvas.zoomed()).isEqualTo(1);
        moveTo(canvas);
        scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        double byWheel = canvas.zoomed();
        assertThat(byWheel).isNotEqualTo(1);

        clickOn(canvas);
        write("0");
        assertThat(canvas.zoomed()).isEqualTo(1);
        write("++");
        assertThat(canvas.zoomed()).isGreaterThan(1.4);
        write("-");
        assertThat(canvas.zoomed()).isLessThan(1.4);

        Point2D before = place(0);
        type(KeyCode.RIGHT);
        waitFor(() -> place(0).getX() < before.getX());
        Point2D beforeDrag = place(0);
        drag(canvas).dropBy(40, -30);
        waitFor(() -> !place(0).equals(beforeDrag));
        assertThat(place(0).getX() - beforeDrag.getX()).isCloseTo(40, within(0.01));
        assertThat(place(0).getY() - beforeDrag.getY()).isCloseTo(-30, within(0.01));
        assertThat(map.itemProperty().get()).isNull(); // moving is not clicking
        write("0");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D place(int dot) {
        return canvas.place(dots().items()[dot]);
    }

    private int searchesATitle() {
        clickOn("#mapSearch").write("jaw");
        waitFor(() -> !map.hits().isEmpty());
        type(KeyCode.ENTER);
        waitFor(() -> text("#mapItemTitle").equals("Jaws (1975)"));
        assertThat(text("#mapItemFacts")).contains(" ratings to learn from, mean ");
        int jaws = map.itemProperty().get();
        Point2D middle = canvas.place(jaws);
        assertThat(middle.distance(canvas.getWidth() / 2, canvas.getHeight() / 2))
                .isLessThan(1);
        assertThat(canvas.getAccessibleText()).contains("looking at Jaws (1975)");
        return jaws;
    }

    private void goesToANeighbour(int from) {
        TableView<?> byFactors = lookup("#nearByFactors").query();
        TableView<?> byRatings = lookup("#nearByRatings").query();
        waitFor(() -> byFactors.getItems().size() == 8 && byRatings.getItems().size() == 8);
        clickOn(row(byFactors, 2));
        waitFor(() -> map.itemProperty().get() != from);
        int second = map.itemProperty().get();
        waitFor(map::isComplete);
        clickOn(row(byRatings, 0));
        waitFor(() -> map.itemProperty().get() != second);
    }

    private Node row(TableView<?> table, int index) {
        return from(table)
                .lookup(".table-row-cell")
                .match(node -> node instanceof TableRow<?> row && row.isVisible() && row.getIndex() == index)
                .query();
    }

    private void clicksADot() {
        clickOn("#fitMap");
        interact(() -> map.itemProperty().set(null));
        WaitForAsyncUtils.waitForFxEvents();
        Point2D where = canvas.localToScreen(place(0));
        clickOn(where);
        waitFor(() ->
                Integer.valueOf(dots().items()[0]).equals(map.itemProperty().get()));

        clickOn(canvas.localToScreen(5, 5)); // nothing there
        waitFor(() -> map.itemProperty().get() == null);
    }

    @Test
    void seesOtherColoursComponentsAndTheme() {
        Set<Color> byGenre = colours();
        assertThat(byGenre).hasSizeGreaterThan(20);
        clickOn(lookup(".legend-chip").nth(0).<ToggleButton>query());
        waitFor(() -> map.genreProperty().get() != null);
        assertThat(colours()).isNotEqualTo(byGenre);

        ComboBox<Colouring> colouring = lookup("#colouring").query();
        interact(() -> colouring.setValue(Colouring.MEAN));
        waitFor(() -> lookup(".ramp").tryQuery().isPresent());
        assertThat(lookup(".legend-chip").tryQuery()).isEmpty();

        double[] before = dots().x();
        ComboBox<?> across = lookup("#across").query();
        interact(() -> across.getSelectionModel().select(3));
        assertThat(dots().x()).isNotEqualTo(before);
        assertThat(text("#acrossLow")).startsWith("←  ");
        assertThat(across.getValue().toString()).startsWith("4: ");

        Color light = ground();
        interact(() -> window.setDark(true));
        waitFor(() -> ground().getBrightness() < 0.2);
        assertThat(light.getBrightness()).isGreaterThan(0.9);
    }

    private Color ground() {
        return pixels().getColor(3, 3);
    }

    private Set<Color> colours() {
        WaitForAsyncUtils.waitForFxEvents();
        PixelReader pixels = pixels();
        Set<Color> seen = new HashSet<>();
        for (int x = 0; x < canvas.getWidth(); x++) {
            for (int y = 0; y < canvas.getHeight(); y++) {
                seen.add(pixels.getColor(x, y));
            }
        }
        return seen;
    }

    private PixelReader pixels() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> canvas.snapshot(null, null))
                .getPixelReader();
    }

    @Test
    void marksWhomExploreIsAboutAndExplains() {
        clickOn("#rail-explore");
        waitFor(() -> window.explore().explanationProperty().get() != null);
        clickOn("#rail-map");
        waitFor(() -> lookup("#ratings").query().isVisible() && !text("#person").isEmpty());
        Set<Color> before = colours();
        clickOn("#ratings");
        clickOn("#recommendations");
        assertThat(colours()).isNotEqualTo(before);
        assertThat(lookup(".legend-mark").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("rated less", "recommended");

        clickOn("#mapSearch").write("jaws");
        waitFor(() -> !map.hits().isEmpty());
        type(KeyCode.ENTER);
        int jaws = map.itemProperty().get();
        clickOn("#explainItem");
        waitFor(() -> window.explore().explanationProperty().get() != null
                && window.explore().explanationProperty().get().item() == jaws);
        assertThat(((ToggleButton) lookup("#rail-explore").query()).isSelected())
                .isTrue();
    }

    @Test
    void aModelWithoutFactorsOffersOneThatHasSome() {
        train("baseline");
        interact(() -> window.workspace()
                .selectedRunProperty()
                .set(window.workspace().runs().get(1)));
        waitFor(() -> map.stateProperty().get() == State.NO_FACTORS);
        assertThat(text("#emptyTitle")).contains("Baseline");
        clickOn(".offered-run");

        waitFor(() -> map.stateProperty().get() == State.READY);
        assertThat(map.shownRunProperty().get().run().experiment().family().id())
                .isEqualTo("svd");
    }
}
