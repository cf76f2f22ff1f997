package io.github.factorscope.experiment;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.asymmetric.AsvdFamily;
import io.github.factorscope.model.asymmetric.NsvdFamily;
import io.github.factorscope.model.baseline.BaselineFamily;
import io.github.factorscope.model.factors.SvdFamily;
import io.github.factorscope.model.neighbourhood.CorNgbrFamily;
import io.github.factorscope.model.svdplusplus.SvdppFamily;
import java.util.List;

/** All models, in the order of the papers. A new model is one line here. */
public final class ModelCatalogue {
    private static final List<ModelFamily> ALL = List.of(
            new BaselineFamily(),
            new CorNgbrFamily(),
            new SvdFamily(),
            new NsvdFamily(),
            new AsvdFamily(),
            new SvdppFamily());

    private ModelCatalogue() {}

    public static List<ModelFamily> all() {
        return ALL;
    }

    /**
     * The family of this id.
     *
     * @throws InvalidSettingException where there is none, with a sentence for the user
     */
    public static ModelFamily find(String id) {
        return ALL.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException("There is no model " + id + ". Choose one of "
                        + String.join(", ", ALL.stream().map(ModelFamily::id).toList()) + "."));
    }
}
