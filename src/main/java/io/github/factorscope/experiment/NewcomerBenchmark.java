package io.github.factorscope.experiment;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.numeric.Randoms;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** What a model loses where it has not learned from somebody, and whether its explanations add up. */
public final class NewcomerBenchmark {
    private static final int TENTH = 10;
    private static final int PAIRS = 1000;

    private final Split split;

    /** @param split with test ratings */
    public NewcomerBenchmark(Split split) {
        this.split = split;
    }

    /**
     * What was measured of one model, in stars.
     *
     * @param learned test RMSE
     * @param asNewcomers the same where every user is taken for a newcomer with the user's training ratings
     * @param learnedTenth test RMSE of every tenth user
     * @param neverSeen the same, of a model that learned from the other users alone
     * @param worstSum how far the terms of random pairs miss the prediction at most, of users and of newcomers
     */
    public record Measurement(
            double learned, double asNewcomers, double learnedTenth, double neverSeen, double worstSum) {}

    public Measurement measure(ModelFamily family, Settings settings) {
        RatingMatrix training = split.training();
        RatingMatrix test = split.test();
        RatingMatrix testOfTenth = ofUsers(test, user -> user % TENTH == 0);
        FittedModel model = trained(family, settings, training);
        FittedModel ofOthers = trained(family, settings, ofUsers(training, user -> user % TENTH != 0));
        FittedModel newcomers = new AsNewcomers(model, training);
        return new Measurement(
                Evaluator.accuracy(model, test).rmse(),
                Evaluator.accuracy(newcomers, test).rmse(),
                Evaluator.accuracy(model, testOfTenth).rmse(),
                Evaluator.accuracy(new AsNewcomers(ofOthers, training), testOfTenth)
                        .rmse(),
                Math.max(worstSum(model), worstSum(newcomers)));
    }

    private FittedModel trained(ModelFamily family, Settings settings, RatingMatrix ratings) {
        Trainer trainer =
                family.newTrainer(new TrainingData(ratings, split.trainingData().items()), settings, 1);
        for (int epoch = 0; epoch < trainer.plannedEpochs(); epoch++) {
            trainer.runEpoch(() -> false);
        }
        return trainer.snapshot();
    }

    private double worstSum(FittedModel model) {
        SplittableRandom random = Randoms.stream(1, "pairs");
        double worst = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Explanation explanation = model.explain(
                    random.nextInt(split.training().users()),
                    random.nextInt(split.training().items()));
            worst = Math.max(worst, Math.abs(explanation.sum() - explanation.prediction()));
        }
        return worst;
    }

    private static RatingMatrix ofUsers(RatingMatrix ratings, IntPredicate wanted) {
        Ratings.Builder builder = new Ratings.Builder(false);
        SparseRows byUser = ratings.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int k = byUser.start(user); k < byUser.end(user) && wanted.test(user); k++) {
                builder.add(user, byUser.column(k), byUser.value(k), 0);
            }
        }
        return RatingMatrix.of(builder.build(), ratings.users(), ratings.items(), ratings.scale());
    }

    /**
     * A model that takes all users for newcomers.
     *
     * @param ratings that they bring
     */
    private record AsNewcomers(FittedModel model, RatingMatrix ratings) implements FittedModel {
        private PersonalModel newcomer(int user) {
            return model.forPerson(Person.newcomer(RatedItems.ofUser(ratings, user)));
        }

        @Override
        public UserPredictor forUser(int user) {
            return newcomer(user);
        }

        @Override
        public Explanation explain(int user, int item) {
            return newcomer(user).explain(item);
        }

        @Override
        public PersonalModel forPerson(Person person) {
            return model.forPerson(person);
        }

        @Override
        public Parameters parameters() {
            return model.parameters();
        }
    }
}
