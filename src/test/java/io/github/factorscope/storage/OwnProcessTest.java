package io.github.factorscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnProcessTest {
    @Test
    void outsideOfAPackageJavaIsStartedWithTheSameClasses() {
        List<String> command = OwnProcess.command(List.of("-Xmx1g"), OwnProcessTest.class, "tour");

        assertThat(command.get(0)).startsWith(System.getProperty("java.home"));
        assertThat(command)
                .containsSubsequence(
                        "-Xmx1g", "-cp", System.getProperty("java.class.path"), OwnProcessTest.class.getName(), "tour");
    }

    @Test
    void aPackagedApplicationStartsItsLauncherWhereThereIsNoJava() {
        assertThat(OwnProcess.command(
                        "/opt/factorscope/bin/FactorScope", List.of("-Xmx1g"), "any.Main", List.of("tour")))
                .containsExactly("/opt/factorscope/bin/FactorScope", "tour");
    }
}
