package io.github.factorscope.cli;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.storage.RunStore;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The run that a command looks at, and the user whom it is about. */
final class RunOptions {
    @Option(names = "--run", required = true, paramLabel = "DIR", description = "A folder that train --out has made.")
    private Path folder;

    @Option(names = "--user", required = true, paramLabel = "ID", description = "As in the rating file.")
    private String user;

    Run open() throws IOException {
        return RunStore.open(folder);
    }

    String userId() {
        return user;
    }

    int userOf(Run run) {
        int index = run.experiment().dataset().users().find(user);
        if (index < 0) {
            throw new UserException("There is no user " + user + " in "
                    + run.experiment().dataset().name() + ". Use an id of the rating file.");
        }
        return index;
    }
}
