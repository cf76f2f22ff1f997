package io.github.factorscope.cli;

import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.ui.WindowLauncher;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Starts the window, also on a file or folder that is named; with other arguments, the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.setProperty("factorscope.log", AppFolders.log().toString());
        if (args.length == 0 || isToBeOpened(args)) {
            System.exit(WindowLauncher.launch(Main.class, args));
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Whether there is nothing but the path of data or of a run, as desktops hand it over. */
    static boolean isToBeOpened(String... args) {
        return args.length == 1
                && !args[0].startsWith("-")
                && !new CommandLine(new FactorScopeCommand()).getSubcommands().containsKey(args[0])
                && Files.exists(Path.of(args[0]));
    }

    /**
     * Runs one command.
     *
     * @return the exit code: 0, 2 for wrong usage, 1 for anything else
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new FactorScopeCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setParameterExceptionHandler(CommandErrors::onWrongUsage);
        commandLine.setExecutionExceptionHandler(CommandErrors::onFailure);
        int code;
        try {
            code = commandLine.execute(args);
        } catch (OutOfMemoryError e) { // picocli hands on exceptions only
            code = CommandErrors.onFailure(e, commandLine);
        }
        out.flush();
        err.flush();
        return code;
    }
}
