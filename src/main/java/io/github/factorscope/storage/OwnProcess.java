package io.github.factorscope.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts this application another time, in a process of its own. */
public final class OwnProcess {
    private static final String PACKAGED = "jpackage.app-path"; // set by the launcher of a packaged application

    private OwnProcess() {}

    /**
     * The command.
     *
     * @param machineOptions for the Java machine; a packaged application, which has no {@code java} and options of its own,
     *     leaves them out
     * @param mainClass where it begins outside of a package
     */
    public static List<String> command(List<String> machineOptions, Class<?> mainClass, String... arguments) {
        return command(System.getProperty(PACKAGED), machineOptions, mainClass.getName(), List.of(arguments));
    }

    static List<String> command(
            String launcher, List<String> machineOptions, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (launcher == null) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(machineOptions);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        } else {
            command.add(launcher);
        }
        command.addAll(arguments);
        return command;
    }
}
