package io.github.factorscope.storage;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.text.Texts;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a checkpoint says of itself, without its ratings and its numbers.
 *
 * @param family id, such as "svd"; this FactorScope need not know it
 * @param epoch that was completed
 */
public record CheckpointSummary(
        Path folder, String family, String dataName, int epoch, int plannedEpochs, Instant written) {
    private static final Texts TEXTS = Texts.of(CheckpointSummary.class);

    /** Such as "SVD++ on ml-1m was interrupted at epoch 12 of 30". */
    public String words() {
        String title = ModelCatalogue.all().stream()
                .filter(each -> each.id().equals(family))
                .map(ModelFamily::title)
                .findFirst()
                .orElse(family);
        return TEXTS.get("interrupted", title, dataName, String.valueOf(epoch), String.valueOf(plannedEpochs));
    }
}
