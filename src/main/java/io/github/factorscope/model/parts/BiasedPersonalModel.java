package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import java.util.ArrayList;
import java.util.List;

/** Predictions for one person that begin with μ + b_u + b_i. */
public abstract class BiasedPersonalModel implements PersonalModel {
    private final Person person;
    private final PersonBiases biases;

    protected BiasedPersonalModel(Person person, PersonBiases biases) {
        this.person = person;
        this.biases = biases;
    }

    protected final Person person() {
        return person;
    }

    protected final RatedItems ratings() {
        return person.ratings();
    }

    protected final PersonBiases biases() {
        return biases;
    }

    /** Adds what comes after the biases. */
    protected abstract void addTerms(int item, List<Term> terms);

    @Override
    public final Explanation explain(int item) {
        List<Term> terms = new ArrayList<>(biases.terms(item));
        addTerms(item, terms);
        return new Explanation(person.user(), item, predict(item), terms);
    }
}
