package io.github.factorscope.evaluation;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import java.util.List;

/** Predicts what a table says, one row a user. */
public record TableModel(double[][] stars) implements FittedModel {
    @Override
    public UserPredictor forUser(int user) {
        return item -> stars[user][item];
    }

    @Override
    public Explanation explain(int user, int item) {
        return new Explanation(user, item, stars[user][item], List.of(Term.of(TermKind.MEAN, stars[user][item])));
    }

    @Override
    public PersonalModel forPerson(Person person) {
        return new PersonalModel() {
            @Override
            public double predict(int item) {
                return stars[person.user()][item];
            }

            @Override
            public Explanation explain(int item) {
                return TableModel.this.explain(person.user(), item);
            }
        };
    }

    @Override
    public Parameters parameters() {
        return new Parameters();
    }
}
