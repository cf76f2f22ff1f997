package io.github.factorscope.inspection;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Person;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How long a model takes from a question about a person to its answer.
 *
 * @param listMillis predictions of the whole catalogue and their ranking; the median
 * @param explanationMillis of the item on top; the median
 * @param longestMillis both together; the longest that occurred
 */
public record AnswerTimes(double listMillis, double explanationMillis, double longestMillis) {
    private static final int WARM_UP = 4;

    /** Of a user with the ratings that the model learned from. */
    public static AnswerTimes known(FittedModel model, RatingMatrix training, int user, int repeat) {
        Person person = Person.known(training, user);
        return of(model, training.items(), repeat, turn -> person);
    }

    /** Of a user one of whose ratings is another one every time. */
    public static AnswerTimes changed(FittedModel model, RatingMatrix training, int user, int repeat) {
        Person person = Person.known(training, user);
        RatedItems ratings = person.ratings();
        return of(model, training.items(), repeat, turn -> {
            int item = ratings.item(turn % ratings.size());
            boolean low = ratings.rating(item) > training.mean();
            return person.with(ratings.with(
                    item, low ? training.scale().min() : training.scale().max()));
        });
    }

    private static AnswerTimes of(FittedModel model, int items, int repeat, IntFunction<Person> question) {
        double[] lists = new double[repeat];
        double[] explanations = new double[repeat];
        double longest = 0;
        for (int turn = -WARM_UP; turn < repeat; turn++) {
            Person person = question.apply(turn + WARM_UP);
            long asked = System.nanoTime();
            Predictions predictions = Predictions.of(model, items, person);
            long listed = System.nanoTime();
            predictions.explain(predictions.itemAt(1));
            long explained = System.nanoTime();
            if (turn >= 0) {
                lists[turn] = (listed - asked) / 1e6;
                explanations[turn] = (explained - listed) / 1e6;
                longest = Math.max(longest, (explained - asked) / 1e6);
            }
        }
        return new AnswerTimes(median(lists), median(explanations), longest);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
