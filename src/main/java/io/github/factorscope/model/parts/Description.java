package io.github.factorscope.model.parts;

import io.github.factorscope.model.FormulaTerm;
import java.util.List;

/**
 * What a family says of itself, as {@link io.github.factorscope.model.ModelFamily} asks for it.
 *
 * @param id as on the command line
 * @param title as in the papers
 * @param summary one sentence: what it assumes
 * @param formula the prediction, in Unicode
 * @param terms the same in LaTeX
 * @param citation paper and section
 */
public record Description(
        String id, String title, String summary, String formula, List<FormulaTerm> terms, String citation) {}
