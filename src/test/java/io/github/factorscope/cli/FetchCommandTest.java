package io.github.factorscope.cli;

import static io.github.factorscope.cli.CommandLineRunner.fields;
import static io.github.factorscope.cli.CommandLineRunner.run;
import static io.github.factorscope.download.FileServer.file;
import static io.github.factorscope.download.FileServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.cli.CommandLineRunner.Result;
import io.github.factorscope.download.FileServer;
import io.github.factorscope.download.Zips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {
    private static final String HOME = "factorscope.home";
    private static final String ADDRESS = "factorscope.movielens";
    private static final byte[] CONTENT = Zips.ratings("ml-100k");

    @TempDir
    private Path home;

    private FileServer server;
    private String homeBefore;

    @BeforeEach
    void start() {
        homeBefore = System.setProperty(HOME, home.toString());
        server = new FileServer();
        System.setProperty(ADDRESS, server.base().toString());
        server.on("ml-100k.zip", file(CONTENT, "\"one\""));
        server.on("ml-100k.zip.md5", text(Zips.md5("ml-100k.zip", CONTENT)));
    }

    @AfterEach
    void stop() throws IOException {
        System.setProperty(HOME, homeBefore);
        System.clearProperty(ADDRESS);
        server.close();
    }

    @Test
    void theListHasNamesSizesAndTerms() throws IOException {
        for (Result result : new Result[] {run("fetch"), run("fetch", "--list"), run("fetch", "--list", "1m")}) {
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains("ml-100k", "ml-32m", "ml-latest", "5.9 MB", "research only", "Harper and Konstan 2015")
                    .contains("--accept-terms");
        }
        JsonNode sets = run("fetch", "--json").json().path("sets");
        assertThat(sets).hasSize(8);
        assertThat(fields(sets.get(0)))
                .contains("name", "content", "bytes", "address", "terms", "termsInFull", "accepted");
        assertThat(sets.get(0).path("address").asText()).isEqualTo(server.base() + "ml-100k.zip");
    }

    @Test
    void termsAreAcceptedFirstAndThenRemembered() throws IOException {
        Result refused = run("fetch", "100k", "--json");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("ml-100k", "research only", "ml-100k-README.txt", "--accept-terms");
        assertThat(run("fetch", "--json").json().path("sets").get(0).has("path"))
                .isFalse();

        JsonNode first = run("fetch", "100k", "--accept-terms", "--json").json();
        assertThat(first.path("name").asText()).isEqualTo("ml-100k");
        assertThat(first.path("bytes").asInt()).isEqualTo(CONTENT.length);
        assertThat(first.path("resumed").asBoolean()).isFalse();
        assertThat(first.path("checksum").asText()).isEqualTo("MD5");
        JsonNode again = run("fetch", "ML-100K", "--json").json();
        assertThat(again.path("path")).isEqualTo(first.path("path"));
        assertThat(again.path("wasHere").asBoolean()).isTrue();
        JsonNode listed = run("fetch", "--json").json().path("sets").get(0);
        assertThat(listed.path("accepted").asBoolean()).isTrue();
        assertThat(listed.path("path")).isEqualTo(first.path("path"));
    }

    @Test
    void whatArrivedIsRead() throws IOException {
        Result result = run("fetch", "ml-100k", "--accept-terms");
        assertThat(result.err()).contains("ml-100k is here", "MD5");
        String path = result.out().strip();

        assertThat(Path.of(path)).startsWith(home);
        assertThat(run("inspect", path, "--json").json().path("users").asInt()).isEqualTo(40);
    }

    @Test
    void troubleIsOneLine() {
        Result missing = run("fetch", "1m", "--accept-terms");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.error()).contains("404", "ml-1m.zip");
        Result refused = run("fetch", "1m", "--base-url", "http://127.0.0.1:1");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains("127.0.0.1:1", "cannot be reached");
    }

    @Test
    void anotherAddressIsGivenOnTheCommandLine() throws IOException {
        System.setProperty(ADDRESS, "http://127.0.0.1:1/");

        assertThat(run("fetch", "100k", "--accept-terms", "--base-url", server.base(), "--json")
                        .json()
                        .path("bytes")
                        .asInt())
                .isEqualTo(CONTENT.length);
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(wrongUsage("fetch", "magic")).contains("magic", "ml-100k", "ml-latest");
        assertThat(wrongUsage("fetch", "1m", "--base-url", "ftp://files")).contains("ftp://files", "https://");
        assertThat(wrongUsage("fetch", "--accept-terms")).contains("NAME");
        assertThat(wrongUsage("fetch", "1m", "10m")).contains("10m");
    }

    private static String wrongUsage(Object... args) {
        Result result = run(args);
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        return result.error();
    }
}
