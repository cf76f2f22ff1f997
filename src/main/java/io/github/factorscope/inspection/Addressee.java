package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.model.Person;

/**
 * How somebody is spoken of: a newcomer is whoever sits at the screen, all others are users of the data. Past tense goes
 * with both.
 *
 * @param subject "you" or "user 414"
 * @param again "you" or "they", where they were named before
 * @param own "your" or "their"
 * @param possessive "your" or "user 414's"
 * @param possessed "yours" or "those of user 414", in "ratings resemble …"
 */
record Addressee(String subject, String again, String own, String possessive, String possessed) {
    static Addressee of(Person person, Dataset dataset) {
        if (person.isNewcomer()) {
            return new Addressee("you", "you", "your", "your", "yours");
        }
        String name = "user " + dataset.users().id(person.user());
        return new Addressee(name, "they", "their", name + "'s", "those of " + name);
    }
}
