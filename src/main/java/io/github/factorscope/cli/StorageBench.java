package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Benchmark;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.RunLabels;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.storage.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures saving and opening a run whose model has many numbers; how good they are does not matter. */
final class StorageBench {
    private static final String MODEL = "svd";
    private static final String FACTORS = "100";

    private StorageBench() {}

    /** @param repeat medians of so many; the first time, when code is not compiled yet, is reported besides */
    static ObjectNode measure(Dataset dataset, Split split, int repeat) throws IOException {
        ModelFamily family = ModelCatalogue.find(MODEL);
        Experiment experiment = new Experiment(
                dataset,
                split,
                family,
                family.defaults().with("factors", FACTORS).with("epochs", "1"),
                1,
                0);
        Run run = Run.of(experiment, experiment.newSession(report -> {}).run());
        Path folder = Files.createTempDirectory("factorscope-storage-");
        try {
            return measure(run, new RunLibrary(folder), repeat);
        } finally {
            AtomicFiles.deleteTree(folder);
        }
    }

    private static ObjectNode measure(Run run, RunLibrary library, int repeat) throws IOException {
        List<Double> saving = new ArrayList<>();
        List<Double> opening = new ArrayList<>();
        List<Double> listing = new ArrayList<>();
        Path folder = null;
        for (int k = 0; k < repeat; k++) {
            long start = System.nanoTime();
            folder = library.save(run, RunLabels.NONE);
            long saved = System.nanoTime();
            RunStore.open(folder);
            long opened = System.nanoTime();
            library.list();
            saving.add((saved - start) / 1e9);
            opening.add((opened - saved) / 1e9);
            listing.add((System.nanoTime() - opened) / 1e9);
        }
        return new ObjectMapper()
                .createObjectNode()
                .put("model", MODEL)
                .put("factors", Integer.parseInt(FACTORS))
                .put("saveSeconds", Benchmark.median(saving))
                .put("openSeconds", Benchmark.median(opening))
                .put("listSeconds", Benchmark.median(listing))
                .put("firstSaveSeconds", saving.get(0))
                .put("firstOpenSeconds", opening.get(0))
                .put("ratingsBytes", Files.size(folder.resolve("ratings.fsr")))
                .put("modelBytes", Files.size(folder.resolve("model.fsm")));
    }
}
