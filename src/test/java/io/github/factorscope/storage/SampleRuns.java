package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RandomRatings;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs on small random data, and what can be seen of runs and folders. */
final class SampleRuns {
    private SampleRuns() {}

    static Run run(ModelFamily family, Settings settings, long seed) {
        Dataset dataset = RandomRatings.dataset(20, 15, 0.5, seed);
        return run(dataset, new SplitPlan(0.2, 0.1, seed), family, settings);
    }

    static Run run(Dataset dataset, SplitPlan plan, ModelFamily family, Settings settings) {
        Experiment experiment = new Experiment(dataset, Split.of(dataset, plan), family, settings, 7, 3);
        return Run.of(experiment, experiment.newSession(report -> {}).run());
    }

    static double[] predictions(Run run) {
        FittedModel model = run.model();
        int users = run.experiment().dataset().users().size();
        int items = run.experiment().dataset().items().size();
        double[] predictions = new double[users * items];
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                predictions[user * items + item] = model.predict(user, item);
            }
        }
        return predictions;
    }

    static List<String> triplets(RatingMatrix matrix) {
        List<String> triplets = new ArrayList<>();
        SparseRows rows = matrix.byUser();
        for (int user = 0; user < rows.rows(); user++) {
            for (int k = rows.start(user); k < rows.end(user); k++) {
                triplets.add(user + " " + rows.column(k) + " " + rows.value(k));
            }
        }
        return triplets;
    }

    /** Everything below a folder: relative paths, and the bytes of files. */
    static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                tree.put(
                        folder.relativize(path).toString(),
                        Files.isRegularFile(path)
                                ? Files.size(path) + " " + Arrays.hashCode(Files.readAllBytes(path))
                                : "folder");
            }
        }
        return tree;
    }
}
