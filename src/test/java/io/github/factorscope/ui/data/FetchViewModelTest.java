package io.github.factorscope.ui.data;

import static io.github.factorscope.download.FileServer.file;
import static io.github.factorscope.download.FileServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.download.DownloadOptions;
import io.github.factorscope.download.DownloadSettings;
import io.github.factorscope.download.FileServer;
import io.github.factorscope.download.MovieLens;
import io.github.factorscope.download.MovieLensSet;
import io.github.factorscope.download.Zips;
import io.github.factorscope.ui.common.ScriptedBackground;
import io.github.factorscope.ui.common.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchViewModelTest {
    private static final MovieLensSet SET = MovieLens.find("1m");
    private static final byte[] CONTENT = Zips.ratings(SET.name());
    private static final DownloadOptions QUICK =
            new DownloadOptions(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO, 1);

    @TempDir
    private Path folder;

    private FileServer server;
    private TestWorkspace window;
    private FetchViewModel fetch;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer();
        server.on(SET.file(), file(CONTENT, "\"one\""));
        server.on(SET.file() + ".md5", text(Zips.md5(SET.file(), CONTENT)));
        new DownloadSettings(server.base().toString(), folder.resolve("sets").toString(), List.of())
                .save(settingsFile());
        window = new TestWorkspace(folder);
        fetch = new FetchViewModel(
                window.workspace, window.background, window.errors, settingsFile(), window.data::open, QUICK);
        fetch.show();
        choose(SET);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Path settingsFile() {
        return folder.resolve("downloads.json");
    }

    private void choose(MovieLensSet set) {
        fetch.selectedProperty()
                .set(fetch.lines().stream()
                        .filter(line -> line.set().equals(set))
                        .findFirst()
                        .orElseThrow());
    }

    private String here() {
        return fetch.selectedProperty().get().here();
    }

    @Test
    void nothingIsFetchedBeforeTheTermsAreAccepted() {
        assertThat(fetch.readyProperty().get()).isFalse();
        fetch.start();
        assertThat(fetch.lines()).hasSize(MovieLens.all().size()).allMatch(line -> !line.isHere());

        fetch.acceptedProperty().set(true);
        assertThat(fetch.readyProperty().get()).isTrue();
        fetch.start();
        assertThat(window.workspace.dataProperty().get().loaded().dataset().name())
                .isEqualTo(SET.name());
        assertThat(fetch.shownProperty().get()).isFalse();
        assertThat(window.workspace.activities()).isEmpty();
    }

    @Test
    void termsAreAcceptedOnceForEachSet() {
        fetch.acceptedProperty().set(true);
        fetch.start();
        fetch.show();
        assertThat(fetch.acceptedProperty().get()).isTrue();
        choose(MovieLens.find("100k"));
        assertThat(fetch.acceptedProperty().get()).isFalse();
        choose(SET);

        assertThat(fetch.acceptedProperty().get()).isTrue();
        assertThat(DownloadSettings.load(settingsFile()).accepted()).containsExactly(SET.name());
    }

    @Test
    void whatIsHereIsOpenedWithoutTheServer() throws IOException {
        fetch.acceptedProperty().set(true);
        fetch.start();
        server.close();
        window.data.open(window.ratingFile("other.csv"));
        fetch.show();
        choose(SET);

        assertThat(here()).isEqualTo("here");
        assertThat(fetch.actionProperty().get()).isEqualTo("Open");
        fetch.start();
        assertThat(window.workspace.dataProperty().get().loaded().dataset().name())
                .isEqualTo(SET.name());
    }

    @Test
    void aStoppedDownloadIsResumed() {
        server.on(SET.file(), FileServer.silentAfter(server, CONTENT, "\"one\"", 5000));
        fetch.acceptedProperty().set(true);
        fetch.progressProperty().addListener((observable, before, share) -> {
            if (share.doubleValue() > 0 && server.requests(SET.file()).size() == 1) {
                fetch.cancel();
            }
        });
        fetch.start();

        assertThat(fetch.messageProperty().get()).contains("Stopped", SET.name(), "Resume");
        assertThat(fetch.actionProperty().get()).isEqualTo("Resume");
        assertThat(here()).isEqualTo("in part");
        assertThat(window.workspace.dataProperty().get()).isNull();
        assertThat(window.workspace.activities()).isEmpty();
        assertThat(fetch.runningProperty().get()).isFalse();

        server.on(SET.file(), file(CONTENT, "\"one\""));
        fetch.start();
        assertThat(window.workspace.dataProperty().get().loaded().dataset().name())
                .isEqualTo(SET.name());
        assertThat(server.requests(SET.file()).get(1).header("Range")).isEqualTo("bytes=5000-");
    }

    @Test
    void whatIsGoingOnIsShownAndCanBeStoppedFromTheBottomLine() {
        fetch.acceptedProperty().set(true);
        List<String> details = new ArrayList<>();
        fetch.detailProperty().addListener((observable, before, now) -> {
            details.add(now);
            assertThat(fetch.runningProperty().get()).isTrue();
            assertThat(fetch.readyProperty().get()).isFalse();
            window.workspace.activities().get(0).stop();
        });
        fetch.start();

        assertThat(details).hasSize(1).containsExactly("Connecting");
        assertThat(fetch.messageProperty().get()).contains("Stopped");
    }

    @Test
    void anErrorStaysInThePanel() {
        server.on(SET.file(), FileServer.status(404));
        fetch.acceptedProperty().set(true);
        fetch.start();

        assertThat(fetch.messageProperty().get()).contains("404", SET.file());
        assertThat(fetch.shownProperty().get()).isTrue();
        assertThat(window.errors.messageProperty().get()).isEmpty();
        choose(MovieLens.find("100k"));
        assertThat(fetch.messageProperty().get()).isEmpty();
    }

    @Test
    void whoHasGoneOnIsAskedBeforeTheDataIsReplaced() {
        ScriptedBackground later = new ScriptedBackground();
        fetch = new FetchViewModel(window.workspace, later, window.errors, settingsFile(), window.data::open, QUICK);
        fetch.show();
        later.finish(0);
        choose(SET);
        fetch.acceptedProperty().set(true);
        fetch.start();
        fetch.close();
        later.finish(1);

        assertThat(window.workspace.dataProperty().get()).isNull();
        assertThat(window.errors.messageProperty().get()).contains(SET.name(), "is here");
        window.errors.takeOffer();
        assertThat(window.workspace.dataProperty().get().loaded().dataset().name())
                .isEqualTo(SET.name());
    }

    @Test
    void anErrorAfterThePanelIsClosedIsSaidInTheWindow() {
        ScriptedBackground later = new ScriptedBackground();
        fetch = new FetchViewModel(window.workspace, later, window.errors, settingsFile(), window.data::open, QUICK);
        fetch.show();
        later.finish(0);
        choose(SET);
        fetch.acceptedProperty().set(true);
        fetch.start();
        fetch.close();
        server.on(SET.file(), FileServer.status(404));
        later.finish(1);

        assertThat(window.errors.messageProperty().get()).contains("404");
    }

    @Test
    void anotherAddressIsRememberedAndAWrongOneIsSaid() {
        fetch.acceptedProperty().set(true);
        fetch.addressProperty().set("files of mine");
        fetch.start();
        assertThat(fetch.messageProperty().get()).contains("files of mine", "address");

        fetch.addressProperty().set("http://127.0.0.1:1/other");
        fetch.start();
        assertThat(fetch.messageProperty().get()).contains("127.0.0.1:1", "cannot be reached");
        assertThat(DownloadSettings.load(settingsFile()).address()).isEqualTo("http://127.0.0.1:1/other");
        fetch.addressProperty().set(MovieLens.ADDRESS);
        fetch.setBrowser(page -> assertThat(page).isEqualTo(URI.create(MovieLens.ADDRESS + "ml-1m-README.txt")));
        fetch.readTerms();
    }
}
