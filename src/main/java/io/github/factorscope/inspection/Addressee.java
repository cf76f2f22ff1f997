package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;

/**
 * How somebody is spoken of: a newcomer is whoever sits at the screen, all others are users of the data.
 *
 * @param isYou whether it is whoever sits at the screen
 * @param id of the user; empty for a newcomer
 */
record Addressee(boolean isYou, String id) {
    private static final Texts TEXTS = Texts.of(Addressee.class);

    static Addressee of(Person person, Dataset dataset) {
        return person.isNewcomer()
                ? new Addressee(true, "")
                : new Addressee(false, dataset.users().id(person.user()));
    }

    /** "your" or "their", where they were named before. */
    String own() {
        return isYou ? TEXTS.get("own-your") : TEXTS.get("own-their");
    }

    /** "your" or "user 414's". */
    String possessive() {
        return isYou ? TEXTS.get("own-your") : TEXTS.get("own-user", id);
    }

    /** "yours" or "those of user 414", in "ratings resemble …". */
    String possessed() {
        return isYou ? TEXTS.get("resembled-your") : TEXTS.get("resembled-user", id);
    }
}
