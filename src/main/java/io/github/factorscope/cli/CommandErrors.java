package io.github.factorscope.cli;

import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.ErrorLog;
import io.github.factorscope.storage.ErrorMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every error is one line on standard error. */
final class CommandErrors {
    private static final Logger LOG = LoggerFactory.getLogger(CommandErrors.class);

    private CommandErrors() {}

    static int onWrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = oneLine(e.getMessage());
        command.getErr()
                .println("factorscope: " + message + (message.endsWith(".") ? "" : ".") + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    static int onFailure(Exception e, CommandLine command, ParseResult parsed) {
        return onFailure(e, command);
    }

    static int onFailure(Throwable e, CommandLine command) {
        ErrorLog.write(LOG, command.getCommandName() + " failed", e);
        command.getErr().println("factorscope: " + oneLine(ErrorMessages.of(e)));
        return e instanceof InvalidSettingException
                ? command.getCommandSpec().exitCodeOnInvalidInput()
                : command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
