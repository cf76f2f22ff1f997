package io.github.factorscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Folding;
import io.github.factorscope.explanation.Waterfall;
import io.github.factorscope.explanation.Waterfall.Section;
import io.github.factorscope.explanation.WaterfallLine;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.Trainer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown of an explanation, for every family: sums to the digit, and a sentence. */
class EveryFamilyExplainedTest {
    private static final int USERS = 30;
    private static final int ITEMS = 40;

    private final Dataset dataset = RandomRatings.dataset(USERS, ITEMS, 0.6, 11);
    private final RatingMatrix training = dataset.matrix(dataset.ratings());

    static Stream<String> families() {
        return ModelCatalogue.all().stream().map(ModelFamily::id);
    }

    private FittedModel trained(String id) {
        ModelFamily family = ModelCatalogue.find(id);
        Trainer trainer = family.newTrainer(RandomRatings.trainingData(training), family.preset("quick"), 1);
        for (int epoch = 0; epoch < trainer.plannedEpochs(); epoch++) {
            trainer.runEpoch(() -> false);
        }
        return trainer.snapshot();
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsShownAddsUpToThePredictionInEveryList(String id) {
        FittedModel model = trained(id);
        for (int user = 0; user < USERS; user += 2) {
            Person person = Person.known(training, user);
            for (int item = 0; item < ITEMS; item += 3) {
                Explanation explanation = model.explain(user, item);
                double shown = dataset.scale().clip(model.predict(user, item));
                Waterfall waterfall = Waterfall.of(explanation, shown);
                Folding folded = Folding.into(12, waterfall);
                Folding unfolded = folded;
                for (Section section : waterfall.sections()) {
                    unfolded = unfolded.toggled(section.part());
                }
                for (Folding folding : List.of(folded, unfolded)) {
                    assertThat(StarText.thousandths(sum(waterfall.lines(folding))))
                            .isEqualTo(StarText.prediction(shown));
                }
                assertThat(new ExplanationWords(dataset, explanation, person).summary())
                        .matches("(Mostly|Held down|Little) .*\\.")
                        .doesNotContain("null", "NaN", "  ");
            }
        }
    }

    private static int sum(List<WaterfallLine> lines) {
        return lines.stream()
                .filter(WaterfallLine::isSummand)
                .mapToInt(WaterfallLine::thousandths)
                .sum();
    }
}
