package io.github.factorscope.ui;

import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.storage.OwnProcess;
import io.github.factorscope.storage.Preferences;
import io.github.factorscope.ui.common.JavaFxLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/** Opens the window; without a display, says so in one line and runs the guided tour instead. */
public final class WindowLauncher {
    private WindowLauncher() {}

    /**
     * Returns when the window is closed or the tour is over.
     *
     * @param mainClass which runs the tour where its argument is "tour"
     * @param opened what the window opens: data, or a run; the demo films where nothing is named
     * @return the exit code of the process
     */
    public static int launch(Class<?> mainClass, String... opened) {
        if (hasNoDisplay()) {
            return tourInstead("There is no display", mainClass);
        }
        System.setProperty("java.awt.headless", "true"); // fonts of formulas and pictures need no second toolkit
        JavaFxLog.leaveOutClassPathRemark();
        readAhead();
        try {
            Application.launch(FactorScopeApp.class, opened);
            return 0;
        } catch (UnsupportedOperationException e) {
            LoggerFactory.getLogger(WindowLauncher.class).warn("no window", e);
            return tourInstead("No window can be opened (" + firstLine(e) + ")", mainClass);
        }
    }

    /** Loads what the window needs of the log and the settings, while the toolkit starts on another processor. */
    private static void readAhead() {
        Thread thread = new Thread(() -> Preferences.load(AppFolders.preferences()), "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean hasNoDisplay() {
        boolean x11 = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return x11 && (display == null || display.isBlank());
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** In a process of its own: a toolkit that has failed cannot be started again. */
    private static int tourInstead(String why, Class<?> mainClass) {
        System.err.println("factorscope: " + why + ": running the guided tour headless instead.");
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        List<String> command = OwnProcess.command(options, mainClass, "tour");
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            System.err.println("factorscope: the tour cannot be started: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
