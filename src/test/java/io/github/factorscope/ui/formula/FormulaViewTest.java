package io.github.factorscope.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.ui.MainWindow;
import java.util.List;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationTest;

class FormulaViewTest extends ApplicationTest {
    private FormulaView view;
    private Button before;
    private VBox box;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        view = new FormulaView();
        before = new Button("before");
        box = new VBox(before, view);
        Scene scene = new Scene(box, 800, 400);
        scene.getStylesheets()
                .add(MainWindow.class.getResource("factorscope.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void fontsAreRead() {
        Outlines.ready().join();
    }

    @AfterEach
    void themeAsBefore() {
        interact(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }

    /** Those whose formula is typeset. */
    static List<ModelFamily> families() {
        return ModelCatalogue.all().stream()
                .filter(family -> !family.formulaTerms().isEmpty())
                .toList();
    }

    private void show(String id) {
        show(ModelCatalogue.find(id));
    }

    private void show(ModelFamily family) {
        interact(() -> {
            view.show(
                    family.formula(),
                    family.formulaTerms().stream().map(FormulaPart::of).toList());
            box.applyCss();
            box.layout();
        });
    }

    private List<FormulaGlyphs> glyphs() {
        return view.getChildrenUnmodifiable().stream()
                .map(FormulaGlyphs.class::cast)
                .toList();
    }

    private FormulaGlyphs glyphs(String id) {
        return glyphs().stream()
                .filter(each -> each.part().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> lines(List<FormulaGlyphs> glyphs) {
        return glyphs.stream().map(Node::getLayoutY).distinct().toList();
    }

    private String pointedAt() {
        FormulaPart part = view.pointedAtProperty().get();
        return part == null ? "" : part.id();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFormulaFitsIntoANarrowColumnAndKeepsItsOrder(ModelFamily family) {
        interact(() -> view.setMaxWidth(300));
        show(family);

        for (Node each : glyphs()) {
            Bounds bounds = each.getBoundsInParent();
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(300.5);
            assertThat(bounds.getMaxY()).isLessThanOrEqualTo(view.getHeight() + 0.5);
        }
        List<FormulaGlyphs> glyphs = glyphs();
        for (int k = 1; k < glyphs.size(); k++) {
            Node left = glyphs.get(k - 1);
            Node right = glyphs.get(k);
            assertThat(right.getLayoutY() > left.getLayoutY() || right.getLayoutX() > left.getLayoutX())
                    .isTrue();
        }
    }

    @Test
    void aLongFormulaGoesOnBelowBeforeASign() {
        show("integrated");
        interact(() -> view.setMaxWidth(300));
        show("svdpp");
        show("integrated");

        List<Double> lines = lines(glyphs());
        assertThat(lines).hasSizeGreaterThan(1);
        for (Double line : lines.subList(1, lines.size())) {
            assertThat(glyphs().stream()
                            .filter(each -> each.getLayoutY() == line)
                            .findFirst()
                            .orElseThrow()
                            .part()
                            .latex())
                    .startsWith("+");
        }
    }

    @Test
    void bracketsStayTogetherWhereTheyFitIntoALine() {
        interact(() -> view.setMaxWidth(260));
        show("svdpp");

        assertThat(lines(glyphs())).hasSize(2);
        assertThat(glyphs("own-factors").getLayoutY())
                .isEqualTo(glyphs("rated-factors").getLayoutY());
    }

    @Test
    void aWideRoomHoldsTheFormulaInOneLine() {
        show("svdpp");

        assertThat(lines(glyphs())).hasSize(1);
    }

    @Test
    void theColourIsThatOfTheTheme() {
        show("svd");
        Color light = fill();
        interact(() -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            box.applyCss();
        });

        assertThat(light.getBrightness()).isLessThan(0.4);
        assertThat(fill().getBrightness()).isGreaterThan(0.7);
    }

    private Color fill() {
        return (Color) ((SVGPath) glyphs("mean").lookup(".formula-glyphs")).getFill();
    }

    @Test
    void theSizeFollowsTheFontAround() {
        show("svd");
        double width = view.prefWidth(-1);
        interact(() -> box.setStyle("-fx-font-size: 28px"));
        show("svd");

        assertThat(view.prefWidth(-1)).isBetween(1.9 * width, 2.1 * width);
    }

    @Test
    void theMousePointsAtTermsButNotAtSigns() {
        show("svd");
        moveTo(glyphs("user-bias"));
        assertThat(pointedAt()).isEqualTo("user-bias");
        moveTo(glyphs().get(2));
        assertThat(glyphs().get(2).part().latex()).isEqualTo("+");
        assertThat(pointedAt()).isEmpty();
        moveTo(glyphs("taste"));
        assertThat(pointedAt()).isEqualTo("taste");
        moveTo(before);
        assertThat(pointedAt()).isEmpty();
    }

    @Test
    void theKeyboardComesByOnceAndGoesAlongTheTerms() {
        show("svd");
        interact(before::requestFocus);
        push(KeyCode.TAB);
        assertThat(pointedAt()).isEqualTo("mean");
        push(KeyCode.RIGHT);
        assertThat(pointedAt()).isEqualTo("user-bias");
        push(KeyCode.END);
        assertThat(pointedAt()).isEqualTo("taste");
        push(KeyCode.RIGHT);
        assertThat(pointedAt()).isEqualTo("taste");
        push(KeyCode.LEFT);
        assertThat(pointedAt()).isEqualTo("item-bias");
        push(KeyCode.TAB);
        assertThat(before.isFocused()).isTrue();
        assertThat(pointedAt()).isEmpty();
    }

    @Test
    void theOwnerHighlightsTerms() {
        show("svdpp");
        interact(() -> view.highlight(part -> part.id().equals("mean")));

        assertThat(glyphs())
                .filteredOn(each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed-at")))
                .containsExactly(glyphs("mean"));
    }

    @Test
    void aTermSaysWhatItIsToThoseWhoDoNotSeeIt() {
        show("svdpp");

        assertThat(view.getAccessibleText()).isEqualTo("r̂ᵤᵢ = μ + bᵤ + bᵢ + qᵢᵀ (pᵤ + |Nᵤ|⁻½ Σ yⱼ)");
        FormulaGlyphs term = glyphs("rated-factors");
        assertThat(term.getAccessibleText()).isEqualTo("What the user rated at all");
        assertThat(term.getAccessibleHelp()).endsWith(".");
    }
}
