package io.github.factorscope.model.parts;

import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.Person;
import io.github.factorscope.numeric.FactorMatrix;
import io.github.factorscope.numeric.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** {@link UserVectorModel} for one person. */
final class UserVectorPerson extends BiasedPersonalModel {
    private final RatingsSide side;
    private final FactorMatrix itemFactors; // q
    private final SimilaritySource similarities;
    private final float[] vector; // v_u
    private final Optional<Lazy<Taste>> taste; // for explanations, where users have factors of their own

    private UserVectorPerson(
            Person person,
            PersonBiases biases,
            RatingsSide side,
            FactorMatrix itemFactors,
            SimilaritySource similarities,
            float[] vector,
            Optional<Lazy<Taste>> taste) {
        super(person, biases);
        this.side = side;
        this.itemFactors = itemFactors;
        this.similarities = similarities;
        this.vector = vector;
        this.taste = taste;
        side.addTo(vector);
    }

    /** Where users have no factors of their own. */
    UserVectorPerson(
            Person person,
            PersonBiases biases,
            RatingsSide side,
            FactorMatrix itemFactors,
            SimilaritySource similarities) {
        this(person, biases, side, itemFactors, similarities, new float[itemFactors.factors()], Optional.empty());
    }

    /** @param ownFactors p_u */
    UserVectorPerson(
            Person person,
            PersonBiases biases,
            RatingsSide side,
            FactorMatrix itemFactors,
            SimilaritySource similarities,
            float[] ownFactors,
            Lazy<Taste> taste) {
        this(person, biases, side, itemFactors, similarities, ownFactors.clone(), Optional.of(taste));
    }

    @Override
    public double predict(int item) {
        return biases().of(item) + Vectors.dot(vector, itemFactors.row(item)) + side.ofNeighbours(item);
    }

    @Override
    protected void addTerms(int item, List<Term> terms) {
        IntFunction<Similarity> ofItem = similarities.of(item);
        Map<Integer, Similarity> known = new HashMap<>(); // each neighbour has terms of several kinds
        IntFunction<Similarity> remembered = neighbour -> known.computeIfAbsent(neighbour, ofItem::apply);
        side.addTerms(item, terms, remembered);
        taste.ifPresent(own -> own.get().addTerms(item, itemFactors, terms, remembered));
    }
}
