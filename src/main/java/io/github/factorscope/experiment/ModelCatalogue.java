package io.github.factorscope.experiment;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.asvd.AsvdFamily;
import io.github.factorscope.model.baseline.BaselineFamily;
import io.github.factorscope.model.content.ContentFamily;
import io.github.factorscope.model.corngbr.CorNgbrFamily;
import io.github.factorscope.model.globalngbr.GlobalNgbrFamily;
import io.github.factorscope.model.integrated.IntegratedFamily;
import io.github.factorscope.model.nsvd.NsvdFamily;
import io.github.factorscope.model.svd.SvdFamily;
import io.github.factorscope.model.svdpp.SvdppFamily;
import io.github.factorscope.model.userngbr.UserNgbrFamily;
import io.github.factorscope.model.wgtngbr.WgtNgbrFamily;
import io.github.factorscope.text.Texts;
import java.util.List;

/** All models, in the order of the papers. A new model is one line here. */
public final class ModelCatalogue {
    private static final Texts TEXTS = Texts.of(ModelCatalogue.class);
    private static final List<ModelFamily> ALL = List.of(
            new BaselineFamily(),
            new ContentFamily(),
            new CorNgbrFamily(),
            new UserNgbrFamily(),
            new WgtNgbrFamily(),
            new NsvdFamily(),
            new SvdFamily(),
            new GlobalNgbrFamily(),
            new AsvdFamily(),
            new SvdppFamily(),
            new IntegratedFamily());

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
                .orElseThrow(() -> new InvalidSettingException(TEXTS.get(
                        "no-model",
                        id,
                        String.join(", ", ALL.stream().map(ModelFamily::id).toList()))));
    }
}
