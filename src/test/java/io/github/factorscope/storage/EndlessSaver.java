package io.github.factorscope.storage;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.model.ModelFamily;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that works in a library until it is killed: half of its threads save runs, give them labels, and print the
 * folder once it is saved; the others save runs, delete them and take them back.
 */
final class EndlessSaver {
    private EndlessSaver() {}

    /** The library, and the number of threads. */
    public static void main(String[] args) {
        RunLibrary library = new RunLibrary(Path.of(args[0]));
        Run run = sample();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int thread = 0; thread < Integer.parseInt(args[1]); thread++) {
            boolean saves = thread % 2 == 0;
            new Thread(() -> work(library, run, saves, out)).start();
        }
    }

    /** The run that is saved again and again. */
    static Run sample() {
        ModelFamily family = ModelCatalogue.find("svd");
        return SampleRuns.run(family, family.defaults().with("factors", "2").with("epochs", "1"), 1);
    }

    private static void work(RunLibrary library, Run run, boolean saves, PrintStream out) {
        try {
            for (int number = 1; ; number++) {
                Path folder = library.save(run, new RunLabels(number, "", List.of()));
                if (saves) {
                    out.println(folder);
                    library.label(folder, new RunLabels(number, "labelled", List.of("tag")));
                } else {
                    library.takeBack(library.delete(folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
