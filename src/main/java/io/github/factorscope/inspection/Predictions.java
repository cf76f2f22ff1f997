package io.github.factorscope.inspection;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a model predicts for one person, over the whole catalogue. Immutable, safe on all threads. */
public final class Predictions {
    private final Person person;
    private final PersonalModel model;
    private final double[] stars; // by item
    private final int[] ranking; // items without a rating of the person, best first
    private final int[] ranks; // by item: place in the ranking, from 1; 0 for rated items

    private Predictions(Person person, PersonalModel model, double[] stars) {
        this.person = person;
        this.model = model;
        this.stars = stars;
        this.ranking = ranking(person, stars);
        this.ranks = new int[stars.length];
        for (int place = 0; place < ranking.length; place++) {
            ranks[ranking[place]] = place + 1;
        }
    }

    /**
     * Works out all of them, on all cores.
     *
     * @param items in the catalogue
     */
    public static Predictions of(FittedModel model, int items, Person person) {
        PersonalModel personal = model.forPerson(person);
        double[] stars = new double[items];
        IntStream.range(0, items).parallel().forEach(item -> stars[item] = personal.predict(item));
        return new Predictions(person, personal, stars);
    }

    /** As in {@link io.github.factorscope.evaluation.Ranking}: equal predictions go by index. */
    private static int[] ranking(Person person, double[] stars) {
        int[] candidates = IntStream.range(0, stars.length)
                .filter(item -> !person.ratings().has(item))
                .toArray();
        double[] falling = // the negatives, rising
                Arrays.stream(candidates)
                        .mapToDouble(item -> -stars[item])
                        .sorted()
                        .toArray();
        int[] ranking = new int[candidates.length];
        int[] equals = new int[candidates.length]; // by the first place of a prediction: how many have their place
        for (int item : candidates) {
            int first = firstPlace(falling, -stars[item]);
            ranking[first + equals[first]++] = item;
        }
        return ranking;
    }

    /** How many are smaller. */
    private static int firstPlace(double[] rising, double value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(rising[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Person person() {
        return person;
    }

    /** Items in the catalogue. */
    public int items() {
        return stars.length;
    }

    /** Stars, not clipped to the scale. */
    public double of(int item) {
        return stars[item];
    }

    /** How many items the person has not rated. */
    public int candidates() {
        return ranking.length;
    }

    /** The item at this rank among those without a rating of the person, from 1. */
    public int itemAt(int rank) {
        return ranking[rank - 1];
    }

    /** The rank among the items without a rating of the person, from 1; 0 where they have rated it. */
    public int rank(int item) {
        return ranks[item];
    }

    /** The best items among those that are allowed, best first; those that the person has rated are never among them. */
    public int[] best(IntPredicate allowed, int count) {
        return Arrays.stream(ranking).filter(allowed).limit(count).toArray();
    }

    /** Why so many stars. */
    public Explanation explain(int item) {
        return model.explain(item);
    }
}
