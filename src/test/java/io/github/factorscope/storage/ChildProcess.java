package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the classes of the tests, and the lines that it prints. */
final class ChildProcess {
    private static final int MOST_SECONDS = 300;

    private final Process process;
    private final Path report; // a file, because a killed process takes its pipes with it

    private ChildProcess(Process process, Path report) {
        this.process = process;
        this.report = report;
    }

    /** @param options of the Java machine */
    static ChildProcess start(Path report, List<String> options, Class<?> main, Object... args) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(report.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ChildProcess(process, report);
    }

    /** What it has printed; a line counts when it is whole. */
    List<String> lines() throws IOException {
        String text = Files.readString(report);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Waits until it prints so many lines that begin like this. */
    void await(String start, int times) throws IOException, InterruptedException {
        while (lines().stream().filter(line -> line.startsWith(start)).count() < times) {
            assertThat(process.isAlive()).as("the process goes on: %s", lines()).isTrue();
            Thread.sleep(2);
        }
    }

    /** Lets it end by itself. */
    List<String> finish() throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s", lines()).isZero();
        } finally {
            kill();
        }
        return lines();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
