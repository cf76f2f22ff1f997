package io.github.factorscope.model;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Optional;

/** A kind of model: what it is called, what can be set, how it learns. A new model is one of these. */
public interface ModelFamily {
    /** As on the command line, such as "svd". */
    String id();

    /** As in the papers, such as "SVD". */
    String title();

    /** One sentence: what it assumes. */
    String summary();

    /** The prediction as a formula, in Unicode. */
    String formula();

    /** The same in LaTeX, term by term; empty where there is only the one in Unicode. */
    default List<FormulaTerm> formulaTerms() {
        return List.of();
    }

    /** Paper and section. */
    String citation();

    List<Hyperparameter<?>> hyperparameters();

    /** "default" first. */
    List<Preset> presets();

    /** Why it cannot learn from this data, in a sentence for the user; empty where it can. */
    default Optional<String> objection(TrainingData data) {
        return Optional.empty();
    }

    /** A trainer that has seen no rating yet: the same ratings, settings and seed give the same model. */
    Trainer newTrainer(TrainingData data, Settings settings, long seed);

    /** How ratings that a model has not learned from reach its predictions. */
    default NewRatings newRatings() {
        return NewRatings.AT_ONCE;
    }

    /**
     * A model that was stored.
     *
     * @param data what it learned from
     * @throws IllegalArgumentException where the parameters do not fit, with the reason
     */
    FittedModel restore(TrainingData data, Settings settings, Parameters parameters);

    /** What a training takes; right within a factor of two. */
    Cost cost(DataShape shape, Settings settings);

    /** The settings that decide how much memory a training takes, those first that harm the model least. */
    default List<Hyperparameter<Integer>> memorySettings() {
        return List.of();
    }

    /** The step size, where there is one: what a diverging run proposes to lower. */
    default Optional<Hyperparameter<Double>> stepSize() {
        return Optional.empty();
    }

    default Settings defaults() {
        return Settings.defaults(hyperparameters());
    }

    /**
     * The settings of a preset.
     *
     * @throws InvalidSettingException where there is none of this name
     */
    default Settings preset(String name) {
        return presets().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(Texts.of(ModelFamily.class)
                        .get(
                                "no-preset",
                                id(),
                                name,
                                String.join(
                                        ", ",
                                        presets().stream().map(Preset::name).toList()))))
                .settings();
    }
}
