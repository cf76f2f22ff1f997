package io.github.factorscope.experiment;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a model loses where it has not learned from somebody, and whether its explanations add up. */
public final class NewcomerBenchmark {
    private static final int TENTH = 10;
    private static final int PAIRS = 1000;
    private static final int USERS_ASKED = 50;

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
     * @param changeMillis from a changed rating of a user to predictions of all items and the explanation of one; the median
     *     over the users with most ratings
     */
    public record Measurement(
            double learned,
            double asNewcomers,
            double learnedTenth,
            double neverSeen,
            double worstSum,
            double changeMillis) {}

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
                Math.max(worstSum(model), worstSum(newcomers)),
                changeMillis(model));
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

    private double changeMillis(FittedModel model) {
        SparseRows byUser = split.training().byUser();
        List<Double> millis = new ArrayList<>();
        for (int user : IntStream.range(0, byUser.rows())
                .boxed()
                .sorted(Comparator.comparing(user -> -byUser.length(user)))
                .limit(USERS_ASKED)
                .filter(user -> byUser.length(user) > 0)
                .toList()) {
            Person known = Person.known(split.training(), user);
            RatedItems ratings = known.ratings();
            RatingScale scale = split.training().scale();
            RatedItems changed = ratings.with(ratings.item(0), scale.min() + scale.max() - ratings.value(0));
            long start = System.nanoTime();
            PersonalModel personal = model.forPerson(known.with(changed));
            double[] predictions = IntStream.range(0, split.training().items())
                    .mapToDouble(personal::predict)
                    .toArray();
            int best = 0;
            for (int item = 1; item < predictions.length; item++) {
                best = predictions[item] > predictions[best] ? item : best;
            }
            personal.explain(best);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return Benchmark.median(millis);
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
