package io.github.factorscope.cli;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The run that a command looks at. */
final class RunOptions {
    @Option(names = "--run", required = true, paramLabel = "DIR", description = "A folder that train --out has made.")
    private Path folder;

    Path folder() {
        return folder;
    }

    Run open() throws IOException {
        return RunStore.open(folder);
    }
}
