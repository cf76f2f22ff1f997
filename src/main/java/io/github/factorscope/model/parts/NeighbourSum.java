package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What {@link NeighbourWeights} make of the ratings of one person. Safe on all threads. */
public final class NeighbourSum {
    private final NeighbourSlots slots;
    private final float[][] explicit; // w_ij, [items][slots]
    private final float[][] implicit; // c_ij, the same shape; no rows where implicit feedback is left out
    private final RatedItems ratings;
    private final float[] residuals; // r_uj − b̃_uj by item, 0 where u did not rate j
    private final int[] rated; // 1 where u rated j, 0 elsewhere

    NeighbourSum(
            NeighbourSlots slots, float[][] explicit, float[][] implicit, RatedItems ratings, PersonBiases baseline) {
        this.slots = slots;
        this.explicit = explicit;
        this.implicit = implicit;
        this.ratings = ratings;
        this.residuals = new float[explicit.length];
        this.rated = new int[explicit.length];
        float[] ofRatings = baseline.residuals(ratings);
        for (int k = 0; k < ofRatings.length; k++) {
            residuals[ratings.item(k)] = ofRatings[k];
            rated[ratings.item(k)] = 1;
        }
    }

    private boolean hasImplicit() {
        return implicit.length > 0;
    }

    /** The weighted sum for this item, in stars. */
    public double of(int item) {
        return slots.areComplete() ? sumOverRatings(item) : sumOverSlots(item);
    }

    private double sumOverSlots(int item) {
        int[] neighbours = slots.items(item);
        float[] w = explicit[item];
        float sum = 0;
        int count = 0;
        for (int s = 0; s < neighbours.length; s++) { // unrated ones add 0: cheaper than a branch
            sum += w[s] * residuals[neighbours[s]];
            count += rated[neighbours[s]];
        }
        if (hasImplicit()) {
            float[] c = implicit[item];
            for (int s = 0; s < neighbours.length; s++) {
                sum += c[s] * rated[neighbours[s]];
            }
        }
        return count == 0 ? 0 : sum / Math.sqrt(count);
    }

    private double sumOverRatings(int item) {
        float sum = 0;
        int count = 0;
        for (int k = 0; k < ratings.size(); k++) {
            int neighbour = ratings.item(k);
            if (neighbour != item) {
                sum += explicit[item][neighbour] * residuals[neighbour];
                sum += hasImplicit() ? implicit[item][neighbour] : 0;
                count++;
            }
        }
        return count == 0 ? 0 : sum / Math.sqrt(count);
    }

    /** Terms of R^k(i;u): explicit, then implicit. */
    public List<Term> terms(int item, IntFunction<Similarity> similarities) {
        List<Integer> found = ratedSlots(item);
        double scale = found.isEmpty() ? 0 : 1 / Math.sqrt(found.size()); // |R^k(i;u)|^(−1/2)
        List<Term> explicitTerms = new ArrayList<>();
        List<Term> implicitTerms = new ArrayList<>();
        for (int slot : found) {
            int neighbour = slots.item(item, slot);
            float rating = ratings.rating(neighbour);
            Similarity similarity = similarities.apply(neighbour);
            double weight = scale * explicit[item][slot];
            explicitTerms.add(similarity.term(TermKind.EXPLICIT, neighbour, rating, residuals[neighbour], weight));
            if (hasImplicit()) {
                implicitTerms.add(similarity.implicitTerm(neighbour, rating, scale * implicit[item][slot]));
            }
        }
        explicitTerms.addAll(implicitTerms);
        return explicitTerms;
    }

    private List<Integer> ratedSlots(int item) {
        List<Integer> found = new ArrayList<>();
        for (int slot = 0; slot < explicit[item].length; slot++) {
            int neighbour = slots.item(item, slot);
            if (rated[neighbour] == 1 && neighbour != item) {
                found.add(slot);
            }
        }
        return found;
    }
}
