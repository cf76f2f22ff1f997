package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What of a prediction μ + b_u + b_i + q_iᵀv_u follows from somebody's ratings without any training: the {@link ItemSum}s,
 * and in the integrated model what the neighbours say. Immutable.
 */
final class RatingsSide {
    private final RatedItems ratings;
    private final PersonBiases baseline; // b̃
    private final List<ItemSum> sums;
    private final FactorMatrix itemFactors; // q
    private final Optional<NeighbourSum> neighbours;

    RatingsSide(
            RatedItems ratings,
            PersonBiases baseline,
            List<ItemSum> sums,
            FactorMatrix itemFactors,
            Optional<NeighbourSum> neighbours) {
        this.ratings = ratings;
        this.baseline = baseline;
        this.sums = sums;
        this.itemFactors = itemFactors;
        this.neighbours = neighbours;
    }

    RatedItems ratings() {
        return ratings;
    }

    /** target ← target + z, the sum of all item sums. */
    void addTo(float[] target) {
        sums.forEach(sum -> sum.addTo(target, ratings, baseline));
    }

    /** What the neighbours say of the item, in stars; 0 where the model asks none. */
    double ofNeighbours(int item) {
        return neighbours.isEmpty() ? 0 : neighbours.get().of(item);
    }

    /** What is left of each rating by all but p_u, in their order, in stars. */
    double[] residuals(PersonBiases biases) {
        float[] vector = new float[itemFactors.factors()];
        addTo(vector);
        double[] residuals = new double[ratings.size()];
        for (int k = 0; k < residuals.length; k++) {
            int item = ratings.item(k);
            residuals[k] = ratings.value(k)
                    - biases.of(item)
                    - Vectors.dot(vector, itemFactors.row(item))
                    - ofNeighbours(item);
        }
        return residuals;
    }

    void addTerms(int item, List<Term> terms, IntFunction<Similarity> similarities) {
        for (ItemSum sum : sums) {
            for (int k = 0; k < ratings.size(); k++) {
                Similarity similarity = similarities.apply(ratings.item(k));
                terms.add(sum.term(ratings, baseline, k, itemFactors.row(item), similarity));
            }
        }
        neighbours.ifPresent(sum -> merge(terms, sum.terms(item, similarities)));
    }

    /** What is already there for the same neighbour and reason grows: y_j and c_ij both say that j was rated. */
    private static void merge(List<Term> terms, List<Term> added) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < terms.size(); place++) {
            if (terms.get(place).kind() == TermKind.IMPLICIT) {
                places.put(terms.get(place).item(), place);
            }
        }
        for (Term term : added) {
            Integer place = term.kind() == TermKind.IMPLICIT ? places.get(term.item()) : null;
            if (place == null) {
                terms.add(term);
            } else {
                terms.set(place, terms.get(place).plus(term.amount()));
            }
        }
    }
}
