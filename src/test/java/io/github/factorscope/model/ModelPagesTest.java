package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.factorscope.experiment.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** There is a page for every model, and it says what the application says. */
class ModelPagesTest {
    static List<ModelFamily> families() {
        return ModelCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyModelHasAPageWithItsTitleSummaryAndSource(ModelFamily family) throws IOException {
        ModelPage page = ModelPage.of(family);

        assertSoftly(softly -> {
            softly.assertThat(page.text().lines().findFirst())
                    .as("the first line of docs/models/%s.md", family.id())
                    .hasValue("# " + family.title() + " (`" + family.id() + "`)");
            softly.assertThat(page.text().contains(family.summary()))
                    .as("docs/models/%s.md contains: %s", family.id(), family.summary())
                    .isTrue();
            softly.assertThat(page.section("Source").orElse("")).as("## Source").contains(family.citation());
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void thePageHasTheFormulaHowItIsLearnedAndWhatToLookFor(ModelFamily family) throws IOException {
        ModelPage page = ModelPage.of(family);

        assertSoftly(softly -> {
            softly.assertThat(page.text().contains("$$\\hat r_{ui} = "))
                    .as("docs/models/%s.md has a line $$\\hat r_{ui} = …$$", family.id())
                    .isTrue();
            for (String heading : List.of("The idea", "How it learns", "Cost", "What to look for")) {
                softly.assertThat(page.section(heading)).as("## " + heading).isPresent();
            }
            softly.assertThat(page.section("What to look for").orElse(""))
                    .as("a command under ## What to look for")
                    .contains("./factorscope ");
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void theTablesOfSettingsAndPresetsAreThoseOfTheCode(ModelFamily family) throws IOException {
        ModelPage page = ModelPage.of(family);
        String settings = ModelPage.settings(family);
        String presets = ModelPage.presets(family);

        assertThat(page.section("Settings").orElse(""))
                .as("docs/models/%s.md needs, under \"## Settings\":%n%n%s%n%s", family.id(), settings, presets)
                .contains(settings, presets);
    }

    @Test
    void theIndexHasEveryModelAndThereIsNoOtherPage() throws IOException {
        String index = Files.readString(ModelPage.FOLDER.resolve("README.md"));

        for (ModelFamily family : families()) {
            assertThat(index).contains("[`" + family.id() + "`](" + family.id() + ".md)");
        }
        try (Stream<Path> files = Files.list(ModelPage.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .hasSize(families().size() + 1);
        }
    }
}
