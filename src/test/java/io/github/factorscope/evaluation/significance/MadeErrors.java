package io.github.factorscope.evaluation.significance;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import java.util.List;

/** Errors as a test wants them: every user has rated every item, and the predictions miss by what is asked for. */
final class MadeErrors {
    private static final RatingScale WIDE = new RatingScale(-100, 100, 0);

    private MadeErrors() {}

    /** @param errors [users][items], in stars */
    static RatingErrors of(double[][] errors) {
        return of(errors, WIDE);
    }

    static RatingErrors of(double[][] errors, RatingScale scale) {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < errors.length; user++) {
            for (int item = 0; item < errors[user].length; item++) {
                ratings.add(user, item, 3, 0);
            }
        }
        return RatingErrors.of(
                new Missing(errors), RatingMatrix.of(ratings.build(), errors.length, errors[0].length, scale));
    }

    /** One user with these errors. */
    static RatingErrors ofOneUser(double... errors) {
        return of(new double[][] {errors});
    }

    private record Missing(double[][] errors) implements FittedModel {
        @Override
        public UserPredictor forUser(int user) {
            return item -> 3 - errors[user][item];
        }

        @Override
        public Explanation explain(int user, int item) {
            return new Explanation(user, item, forUser(user).predict(item), List.of());
        }

        @Override
        public PersonalModel forPerson(Person person) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Parameters parameters() {
            return new Parameters();
        }
    }
}
