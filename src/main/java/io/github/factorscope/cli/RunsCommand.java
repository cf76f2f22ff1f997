package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.storage.Preferences;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.storage.RunLibrary.Listing;
import io.github.factorscope.storage.RunLibrary.Unreadable;
import io.github.factorscope.storage.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists saved runs. */
@Command(name = "runs", description = "List the runs that the window has saved, or those in another folder.")
final class RunsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "A folder of run folders (default: the one of the window).")
    private Path library;

    @Override
    public Integer call() throws IOException {
        Path folder = library == null
                ? Preferences.load(AppFolders.preferences()).savedRuns().library()
                : library;
        Listing listing = new RunLibrary(folder).list();
        if (output.json()) {
            output.print(describe(folder, listing));
            return 0;
        }
        if (listing.runs().isEmpty()) {
            output.out().println("There is no run in " + folder + ".");
        } else {
            print(listing);
        }
        for (Unreadable unreadable : listing.unreadable()) {
            output.progress(unreadable.reason());
        }
        return 0;
    }

    private static ObjectNode describe(Path folder, Listing listing) {
        ObjectNode node = JSON.createObjectNode().put("library", folder.toString());
        ArrayNode runs = node.putArray("runs");
        listing.runs().forEach(run -> runs.add(describe(run)));
        ArrayNode unreadable = node.putArray("unreadable");
        for (Unreadable each : listing.unreadable()) {
            unreadable.addObject().put("folder", each.folder().toString()).put("reason", each.reason());
        }
        return node;
    }

    private static ObjectNode describe(RunSummary run) {
        ObjectNode node = JSON.createObjectNode()
                .put("folder", run.folder().toString())
                .put("name", run.name())
                .put("model", run.family())
                .put("seed", run.seed())
                .put("data", run.dataName())
                .put("dataFingerprint", run.dataFingerprint())
                .put("split", run.plan())
                .put("splitFingerprint", run.splitFingerprint())
                .put("trainRmse", run.accuracies().train().rmse());
        run.accuracies().validation().ifPresent(each -> node.put("validationRmse", each.rmse()));
        run.accuracies().test().ifPresent(each -> node.put("testRmse", each.rmse()));
        run.accuracies().test().ifPresent(each -> node.put("testMae", each.mae()));
        node.put("epochs", run.epochs())
                .put("seconds", run.seconds())
                .put("finished", run.finished().toString())
                .put("factorScope", run.versions().factorScope())
                .put("java", run.versions().java())
                .put("system", run.versions().system())
                .put("processors", run.machine().processors())
                .put("memoryMegabytes", run.machine().memoryMegabytes());
        node.set("tags", JSON.valueToTree(run.labels().tags()));
        node.set("settings", JSON.valueToTree(run.settings()));
        return node;
    }

    private void print(Listing listing) {
        TextTable table = new TextTable("llllrrll");
        table.row("Name", "Model", "Data", "Split", "Test RMSE", "Seconds", "Finished (UTC)", "Folder");
        for (RunSummary run : listing.runs()) {
            String tags = run.labels().tags().isEmpty()
                    ? ""
                    : " [" + String.join(", ", run.labels().tags()) + "]";
            table.row(
                    run.name() + tags,
                    run.family(),
                    run.dataName(),
                    run.plan(),
                    rmse(run.accuracies().test()),
                    String.format(Locale.ROOT, "%.2f", run.seconds()),
                    run.finished().toString().substring(0, 16).replace('T', ' '),
                    String.valueOf(run.folder().getFileName()));
        }
        table.print(output.out());
    }

    private static String rmse(Optional<Accuracy> accuracy) {
        return accuracy.map(each -> String.format(Locale.ROOT, "%.4f", each.rmse()))
                .orElse("–");
    }
}
