package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;

/**
 * Somebody whom the screen can be about.
 *
 * @param user index in the training ratings; {@link Person#NEWCOMER} for somebody whom the model has never seen
 * @param name of somebody new, such as "New person 2" or that of a profile; empty for a user and for a newcomer without
 * a name
 * @param came the ratings that they came with
 */
public record Visitor(int user, String name, RatedItems came) {
    private static final Texts TEXTS = Texts.of(Visitor.class);

    /** A user or a newcomer without a name of their own. */
    public static Visitor of(Person person) {
        return new Visitor(person.user(), "", person.ratings());
    }

    public static Visitor newcomer(String name, RatedItems came) {
        return new Visitor(Person.NEWCOMER, name, came);
    }

    /** Whether nothing but their ratings tells them from others. */
    public boolean isAnonymous() {
        return isNewcomer() && name.isEmpty();
    }

    /** How somebody new is called on the screen. */
    String title() {
        return isAnonymous() ? TEXTS.get("a-new-person") : name;
    }

    public boolean isNewcomer() {
        return user == Person.NEWCOMER;
    }

    /** The person with the ratings that they came with. */
    public Person person() {
        return with(came);
    }

    /** The person with other ratings. */
    public Person with(RatedItems ratings) {
        return new Person(user, ratings);
    }
}
