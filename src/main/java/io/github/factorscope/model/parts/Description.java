package io.github.factorscope.model.parts;

/**
 * What a family says of itself, as {@link io.github.factorscope.model.ModelFamily} asks for it.
 *
 * @param id as on the command line
 * @param title as in the papers
 * @param summary one sentence: what it assumes
 * @param formula the prediction, in Unicode
 * @param citation paper and section
 */
public record Description(String id, String title, String summary, String formula, String citation) {}
