package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FamilyLawsTest.Variant;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** b_u and p_u of a newcomer are where the gradient of the objective is 0, with the items fixed. */
class FoldInTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final double SHRINKAGE = 10;
    private static final double EXTRA_RATINGS = 30; // n₀

    private final RatingMatrix training = RandomRatings.matrix(USERS, ITEMS, 0.5, 4);
    private final RatedItems changed =
            RatedItems.ofUser(training, 3).with(0, 5).with(7, 1).with(29, 4);

    private FittedModel trained(String id, String factors) {
        ModelFamily family = ModelCatalogue.find(id);
        Settings settings = family.preset("quick").with("factors", factors);
        return new Variant(family, new Preset("test", "", settings)).trained(training, 1);
    }

    private static double lambda(String id) {
        return (double) ModelCatalogue.find(id).preset("quick").toMap().get("regularization");
    }

    @ParameterizedTest
    @CsvSource({"svd, 4", "svd, 50", "svdpp, 4", "svdpp, 50", "integrated, 4", "integrated, 50"})
    void theGradientOfANewcomerIsZero(String id, String factors) {
        FittedModel model = trained(id, factors);
        PersonalModel newcomer = model.forPerson(Person.newcomer(changed));

        double ofBias = -SHRINKAGE * sum(newcomer, 0, TermKind.USER_BIAS);
        for (int k = 0; k < changed.size(); k++) {
            ofBias += changed.value(k) - newcomer.predict(changed.item(k));
        }
        assertThat(ofBias).isCloseTo(0, within(1e-3));
        assertFactorsAreOptimal(id, model, newcomer);
    }

    @ParameterizedTest
    @CsvSource({"svd, 4", "svd, 50", "svdpp, 4", "svdpp, 50", "integrated, 4", "integrated, 50"})
    void aUserWithOtherRatingsMovesAsTheFitDoes(String id, String factors) {
        FittedModel model = trained(id, factors);
        PersonalModel before = model.forPerson(Person.newcomer(RatedItems.ofUser(training, 3)));
        PersonalModel after = model.forPerson(Person.newcomer(changed));
        PersonalModel user = model.forPerson(new Person(3, changed));

        assertThat(sum(user, 0, TermKind.USER_BIAS) - amount(model.explain(3, 0).terms(), TermKind.USER_BIAS))
                .isCloseTo(sum(after, 0, TermKind.USER_BIAS) - sum(before, 0, TermKind.USER_BIAS), within(1e-6));
        assertFactorsAreOptimal(id, model, user);
        for (int item = 0; item < ITEMS; item++) { // what no rating accounts for stays as it is
            assertThat(sum(user, item, TermKind.UNATTRIBUTED))
                    .isCloseTo(amount(model.explain(3, item).terms(), TermKind.UNATTRIBUTED), within(1e-9));
        }
    }

    /** q_iᵀ Σ_j q_j (r_uj − all terms but the unattributed) = λ (n + n₀) q_iᵀp, where q_iᵀp is what all terms of taste add up to. */
    private void assertFactorsAreOptimal(String id, FittedModel model, PersonalModel personal) {
        FactorMatrix q = model.factorsOfItems().orElseThrow();
        double[] gradient = new double[q.factors()];
        for (int k = 0; k < changed.size(); k++) {
            int item = changed.item(k);
            double left = changed.value(k) - personal.predict(item) + sum(personal, item, TermKind.UNATTRIBUTED);
            Vectors.addScaled(gradient, left, q.row(item));
        }
        for (int item = 0; item < ITEMS; item++) {
            assertThat(Vectors.dot(gradient, q.row(item)))
                    .isCloseTo(
                            lambda(id) * (changed.size() + EXTRA_RATINGS) * sum(personal, item, TermKind.TASTE),
                            within(1e-3));
        }
    }

    private static double sum(PersonalModel personal, int item, TermKind kind) {
        return amount(personal.explain(item).terms(), kind);
    }

    private static double amount(List<Term> terms, TermKind kind) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .mapToDouble(Term::amount)
                .sum();
    }
}
