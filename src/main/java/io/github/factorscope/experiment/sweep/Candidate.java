package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Texts;
import java.util.List;

/** A model with settings that a sweep tries. */
public record Candidate(ModelFamily family, Settings settings) {
    private static final Texts TEXTS = Texts.of(Candidate.class);

    /**
     * The same with one setting changed.
     *
     * @throws InvalidSettingException where the model has no such setting, or the value is not in its domain
     */
    public Candidate with(String name, String value) {
        return new Candidate(family, settings.with(name, value));
    }

    /**
     * The model's hyperparameter of this name.
     *
     * @throws InvalidSettingException where there is none
     */
    public Hyperparameter<?> hyperparameter(String name) {
        List<Hyperparameter<?>> all = settings.hyperparameters();
        return all.stream()
                .filter(hyperparameter -> hyperparameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(TEXTS.get(
                        "no-setting",
                        family.id(),
                        name,
                        String.join(", ", all.stream().map(Hyperparameter::name).toList()))));
    }

    /** The value of one setting as a person writes it. */
    public String value(String name) {
        return settings.format(hyperparameter(name));
    }
}
