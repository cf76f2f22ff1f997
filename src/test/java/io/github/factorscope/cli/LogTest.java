package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.ui.common.TestWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log holds what went wrong, and nothing of the data. */
class LogTest {
    private static final String USER = "usrqzx";
    private static final String ITEM = "itmqzx";
    private static final String TITLE = "Ttlqzx";
    private static final String STARS = "3.5";

    @TempDir
    private Path temp;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.INFO); // as in the application
        events.start();
        root.addAppender(events);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(events);
        root.setLevel(before);
    }

    private Path data(String moreLines) throws IOException {
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 0; user < 12; user++) {
            for (int item = 0; item < 9; item++) {
                ratings.append(USER + user + "," + ITEM + item + "," + STARS + ",1000\n");
            }
        }
        StringBuilder movies = new StringBuilder("movieId,title,genres\n");
        for (int item = 0; item < 9; item++) {
            movies.append(ITEM + item + "," + TITLE + " " + item + " (1999),Drama\n");
        }
        Path folder = Files.createDirectories(temp.resolve("data"));
        Files.writeString(folder.resolve("ratings.csv"), ratings + moreLines, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("movies.csv"), movies, StandardCharsets.UTF_8);
        return folder;
    }

    private String log() {
        return events.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage() + "\n"
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private void assertNothingOfTheData() {
        assertThat(log()).doesNotContain(USER, ITEM, TITLE, STARS, "4,5qzx");
    }

    @Test
    void theCommandLineLogsNothingOfTheData() throws IOException {
        Path data = data(USER + "1," + ITEM + "2,4,5qzx,1000\n");
        Path out = temp.resolve("run");
        run("inspect", data).succeeded();
        run("train", "--ratings", data, "--model", "svd", "--set", "epochs=2", "--out", out)
                .succeeded();
        run("recommend", "--run", out, "--user", USER + 3).succeeded();
        run("explain", "--run", out, "--user", USER + 3, "--item", ITEM + 4).succeeded();
        assertThat(run("recommend", "--run", out, "--user", USER + "none").code())
                .isNotZero();
        assertThat(run("explain", "--run", out, "--user", USER + 3, "--item", TITLE)
                        .code())
                .isNotZero();
        assertThat(run("recommend", "--run", out, "--rate", ITEM + "1=" + STARS + "qzx")
                        .code())
                .isNotZero();
        Path broken =
                Files.writeString(temp.resolve("broken.csv"), ("dear " + USER + " what of " + TITLE + "\n").repeat(40));
        assertThat(run("inspect", broken).code()).isNotZero();

        assertThat(events.list).as("the failures").isNotEmpty();
        assertNothingOfTheData();
    }

    @Test
    void theWindowLogsNothingOfTheData() throws IOException {
        TestWorkspace window = new TestWorkspace(Files.createDirectories(temp.resolve("home")));
        window.data.open(data(USER + "1," + ITEM + "2,4,5qzx,1000\n"));
        window.train.train();
        assertThat(window.workspace.runs()).hasSize(1);
        window.errors.say("There is no user " + USER + ".");
        window.errors.tell(ITEM + " has " + STARS + ".");
        window.data.open(Files.writeString(
                temp.resolve("broken.csv"), ("dear " + USER + " what of " + TITLE + "\n").repeat(40)));
        assertThat(window.errors.messageProperty().get()).isNotEmpty();

        assertNothingOfTheData();
    }

    @Test
    void anErrorThatNobodyExpectedIsLoggedWithItsPlace() {
        new io.github.factorscope.ui.common.ErrorPresenter().show(new IllegalStateException("a bug"));

        assertThat(log()).contains("WARN", "IllegalStateException: a bug", "LogTest");
    }

    @Test
    void theLogIsInAKnownPlaceThatTheVersionNames() {
        assertThat(run("--version").out()).contains("Log " + AppFolders.log());
        assertThat(AppFolders.log()).hasParentRaw(AppFolders.home());
    }

    @Test
    void theLogRotatesAndNeverTakesMoreThanAFewMegabytes() throws Exception {
        Path file = temp.resolve("log").resolve("factorscope.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("factorscope.log", file.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        Logger logger = context.getLogger("test");
        String line = "x".repeat(100_000);
        List<Path> files;
        try {
            for (int k = 0; k < 120; k++) {
                logger.info("{} {}", k, line);
            }
        } finally {
            context.stop();
        }
        try (Stream<Path> children = Files.list(file.getParent())) {
            files = children.toList();
        }
        assertThat(files).contains(file).hasSize(4);
        for (Path each : files) {
            assertThat(Files.size(each)).isLessThan(1_300_000);
        }
    }
}
