package io.github.factorscope.model;

import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.text.Texts;
import java.util.Set;

/**
 * A summand of a prediction as people look at it, or the signs between two.
 *
 * @param id such as "user-bias"; "" for signs. Its words stand in the texts as "term-user-bias" and "term-user-bias-about"
 * @param latex in math mode
 * @param kinds the terms of explanations that it stands for; empty for signs
 * @param texts of the package that knows its words
 */
public record FormulaTerm(String id, String latex, Set<TermKind> kinds, Texts texts) {
    public FormulaTerm {
        kinds = Set.copyOf(kinds);
    }

    /** Signs such as + or a bracket. */
    public static FormulaTerm signs(String latex) {
        return new FormulaTerm("", latex, Set.of(), Texts.of(FormulaTerm.class));
    }

    public boolean isSummand() {
        return !id.isEmpty();
    }

    /** A few words, such as "User bias", in the language of the screen. */
    public String name() {
        return texts.get("term-" + id);
    }

    /** A sentence or two: what it is. */
    public String about() {
        return texts.get("term-" + id + "-about");
    }
}
