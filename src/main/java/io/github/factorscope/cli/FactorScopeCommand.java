package io.github.factorscope.cli;

import io.github.factorscope.experiment.Versions;
import io.github.factorscope.storage.AppFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that the others belong to. */
@Command(
        name = "factorscope",
        mixinStandardHelpOptions = true,
        versionProvider = FactorScopeCommand.Version.class,
        description = "Shows what happens inside collaborative filtering. Without arguments, opens the window.",
        subcommands = {
            ModelsCommand.class,
            InspectCommand.class,
            FetchCommand.class,
            TrainCommand.class,
            RecommendCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            RunsCommand.class,
            SweepCommand.class,
            TourCommand.class,
            SimulateCommand.class,
            BenchCommand.class
        })
final class FactorScopeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Versions versions = Versions.current();
            return new String[] {
                "FactorScope " + versions.factorScope(), "Java " + versions.java(), "Log " + AppFolders.log()
            };
        }
    }
}
