package io.github.factorscope.model;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingMatrix;

/**
 * Somebody whom a model speaks to: a user that it learned from, with their own ratings or with others, or a newcomer.
 *
 * @param user index in the training ratings; {@link #NEWCOMER} for somebody whom the model has never seen
 * @param ratings that they have given, as far as the model may know of them
 */
public record Person(int user, RatedItems ratings) {
    /** In place of an index, for somebody whom the model has never seen. */
    public static final int NEWCOMER = -1;

    public Person {
        if (user < NEWCOMER) {
            throw new IllegalArgumentException("there is no user " + user);
        }
    }

    /** A user as the model knows them. */
    public static Person known(RatingMatrix training, int user) {
        return new Person(user, RatedItems.ofUser(training, user));
    }

    /** Somebody whom the model has never seen. */
    public static Person newcomer(RatedItems ratings) {
        return new Person(NEWCOMER, ratings);
    }

    public boolean isNewcomer() {
        return user == NEWCOMER;
    }

    /** The same person with other ratings. */
    public Person with(RatedItems others) {
        return new Person(user, others);
    }
}
