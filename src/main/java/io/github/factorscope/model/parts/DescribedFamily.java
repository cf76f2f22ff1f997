package io.github.factorscope.model.parts;

import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.ModelFamily;
import java.util.List;

/** A family that says of itself what stands in its {@link Description}. */
public abstract class DescribedFamily implements ModelFamily {
    private final Description description;

    protected DescribedFamily(Description description) {
        this.description = description;
    }

    @Override
    public final String id() {
        return description.id();
    }

    @Override
    public final String title() {
        return description.title();
    }

    @Override
    public final String summary() {
        return description.summary().get();
    }

    @Override
    public final String formula() {
        return description.formula();
    }

    @Override
    public final List<FormulaTerm> formulaTerms() {
        return description.terms();
    }

    @Override
    public final String citation() {
        return description.citation().get();
    }
}
