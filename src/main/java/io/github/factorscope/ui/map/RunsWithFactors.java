package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.parts.FactorHyperparameters;
import io.github.factorscope.ui.workspace.RunEntry;
import java.util.ArrayList;
import java.util.List;

/** Which runs the map can show. */
final class RunsWithFactors {
    private static final int MOST = 4;

    private RunsWithFactors() {}

    /** Families whose items have factors. */
    static List<ModelFamily> families() {
        return ModelCatalogue.all().stream().filter(RunsWithFactors::hasFactors).toList();
    }

    /**
     * A few runs on the same data whose items have factors, the latest first.
     *
     * @param dataset null where there is none
     */
    static List<RunEntry> latest(List<RunEntry> runs, Dataset dataset) {
        List<RunEntry> latest = new ArrayList<>();
        for (int k = runs.size() - 1; dataset != null && k >= 0 && latest.size() < MOST; k--) {
            RunEntry entry = runs.get(k);
            if (hasFactors(entry.run().experiment().family())
                    && isSameData(dataset, entry.run().experiment().dataset())) {
                latest.add(entry);
            }
        }
        return latest;
    }

    private static boolean hasFactors(ModelFamily family) {
        return family.hyperparameters().contains(FactorHyperparameters.FACTORS);
    }

    /** Runs of earlier days have read their data anew. */
    private static boolean isSameData(Dataset a, Dataset b) {
        return a.name().equals(b.name())
                && a.ratings().size() == b.ratings().size()
                && a.items().ids().ids().equals(b.items().ids().ids());
    }
}
