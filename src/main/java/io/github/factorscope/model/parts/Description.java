package io.github.factorscope.model.parts;

import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a family says of itself, as {@link io.github.factorscope.model.ModelFamily} asks for it.
 *
 * @param id as on the command line
 * @param title as in the papers
 * @param summary one sentence: what it assumes; asked for whenever it is shown
 * @param formula the prediction, in Unicode
 * @param terms the same in LaTeX; empty where the one in Unicode is shown
 * @param citation paper and section
 */
public record Description(
        String id,
        String title,
        Supplier<String> summary,
        String formula,
        List<FormulaTerm> terms,
        Supplier<String> citation) {
    public Description {
        terms = List.copyOf(terms);
    }

    /** In one language, and with a formula in Unicode only. */
    public Description(String id, String title, String summary, String formula, String citation) {
        this(id, title, () -> summary, formula, List.of(), () -> citation);
    }

    /** With "summary" and "citation" in the texts of the family's package. */
    public Description(String id, String title, Texts texts, String formula, List<FormulaTerm> terms) {
        this(id, title, () -> texts.get("summary"), formula, terms, () -> texts.get("citation"));
    }
}
