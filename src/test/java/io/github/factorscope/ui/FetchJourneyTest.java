package io.github.factorscope.ui;

import static io.github.factorscope.download.FileServer.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.download.DownloadSettings;
import io.github.factorscope.download.FileServer;
import io.github.factorscope.download.Zips;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody without data of their own gets some from a server. */
class FetchJourneyTest extends WindowTest {
    private final FileServer server = new FileServer();

    @Override
    public void start(Stage stage) {
        try {
            new DownloadSettings(
                            server.base().toString(), folder.resolve("sets").toString(), List.of())
                    .save(folder.resolve("downloads.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        super.start(stage);
    }

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    private Node node(String query) {
        return lookup(query).query();
    }

    @Test
    void choosesASetAcceptsItsTermsAndHasItOpened() {
        clickOn("#getMovieLens");
        waitFor(() -> node("#fetchSets").isFocused());
        clickOn("ml-latest-small");
        assertThat(text("#fetchTerms")).contains("research only", "Harper and Konstan");
        assertThat(node("#fetchStart").isDisabled()).isTrue();
        clickOn("#fetchAccepted");
        clickOn("#fetchStart");
        waitFor(() -> text("#fetchMessage").contains("404"));

        byte[] content = Zips.ratings("ml-latest-small");
        server.on("ml-latest-small.zip", file(content, "\"one\""));
        server.on("ml-latest-small.zip.md5", FileServer.text(Zips.md5("ml-latest-small.zip", content)));
        clickOn("#fetchStart");
        waitFor(() -> window.workspace().dataProperty().get() != null);
        assertThat(text("#name")).isEqualTo("ml-latest-small");
        assertThat(node("#fetchSets").isVisible()
                        && window.fetch().shownProperty().get())
                .isFalse();

        clickOn("#getMovieLens");
        waitFor(() -> text("#fetchStart").equals("Open"));
        push(KeyCode.ESCAPE);
        assertThat(window.fetch().shownProperty().get()).isFalse();
    }
}
