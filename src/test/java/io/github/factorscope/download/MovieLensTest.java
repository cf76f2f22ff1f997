package io.github.factorscope.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, what is remembered, and the small parts of a download. */
class MovieLensTest {
    private static final String MD5 = "c4d9eecfca2ab87c1945afe126590906";

    @Test
    void everySetHasItsAddressesBesideOneAnother() {
        URI base = MovieLens.base("https://mirror.example/sets");
        MovieLensSet set = MovieLens.find(" ML-1M ");

        assertThat(set.address(base)).hasToString("https://mirror.example/sets/ml-1m.zip");
        assertThat(set.checksum(base)).hasToString("https://mirror.example/sets/ml-1m.zip.md5");
        assertThat(set.readme(base)).hasToString("https://mirror.example/sets/ml-1m-README.txt");
        assertThat(MovieLens.all())
                .extracting(MovieLensSet::name)
                .containsExactly(
                        "ml-100k", "ml-1m", "ml-10m", "ml-20m", "ml-25m", "ml-32m", "ml-latest-small", "ml-latest");
        assertThat(MovieLens.all())
                .allSatisfy(each -> assertThat(each.terms()).contains("research", "commercial", "Harper and Konstan"));
        assertThat(set.terms()).contains("no passing on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "files.grouplens.org",
                "ftp://files.grouplens.org/",
                "file:///etc/",
                "https://",
                "https://a b/",
                "https://name:word@host/",
                "https://host/?file=",
                "https://host/#part"
            })
    void anAddressThatIsNoneIsSaid(String address) {
        assertThatThrownBy(() -> MovieLens.base(address))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("\"" + address + "\"")
                .hasMessageContaining(MovieLens.ADDRESS);
    }

    @Test
    void checksumsAreFoundInWhateverIsWrittenAroundThem() {
        assertThat(Checksum.find("MD5 (ml-1m.zip) = " + MD5 + "\n")).contains(new Checksum("MD5", MD5));
        assertThat(Checksum.find(MD5.toUpperCase(Locale.ROOT) + "  ml-1m.zip")).contains(new Checksum("MD5", MD5));
        assertThat(Checksum.find("a".repeat(40))).map(Checksum::algorithm).contains("SHA-1");
        assertThat(Checksum.find("b".repeat(64) + " *file"))
                .map(Checksum::algorithm)
                .contains("SHA-256");
        assertThat(Checksum.find("c".repeat(33))).isEmpty();
        assertThat(Checksum.find("<html>not found</html>")).isEmpty();
    }

    @Test
    void progressInWords() {
        assertThat(new Progress(Progress.Phase.DOWNLOADING, 2_000_000, 5_917_549, 1_300_000).words())
                .isEqualTo("2.0 of 5.9 MB · 1.3 MB/s · 4 s left");
        assertThat(new Progress(Progress.Phase.DOWNLOADING, 20_000_000, 262_000_000, 500_000).words())
                .isEqualTo("20 of 262 MB · 500.0 kB/s · 8 min 4 s left");
        assertThat(new Progress(Progress.Phase.DOWNLOADING, 2_000_000, -1, 0).words())
                .isEqualTo("2.0 MB");
        assertThat(new Progress(Progress.Phase.DOWNLOADING, 0, 2_000_000_000, 100_000).words())
                .isEqualTo("0.0 of 2.0 GB · 100.0 kB/s · 5 h 33 min left");
        assertThat(new Progress(Progress.Phase.CONNECTING, 5, 10, 0).share()).isEqualTo(-1);
        assertThat(new Progress(Progress.Phase.CHECKING, 5, 10, 0).share()).isEqualTo(0.5);
        assertThat(new Progress(Progress.Phase.DOWNLOADING, 5, -1, 9).remainingSeconds())
                .isEmpty();
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        Rate rate = new Rate();
        rate.add(0, 0);
        rate.add(100_000_000, 5_000_000);
        assertThat(rate.bytesPerSecond()).as("too early to tell").isZero();
        for (int second = 1; second <= 20; second++) {
            rate.add(second * 1_000_000_000L, 5_000_000 + second * (second <= 10 ? 100L : 50L));
        }

        assertThat(rate.bytesPerSecond()).isEqualTo(50);
        rate.forget();
        assertThat(rate.bytesPerSecond()).isZero();
    }

    @Test
    void settingsAreRememberedAndDamagedOnesForgotten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("below").resolve("downloads.json");
        MovieLensSet set = MovieLens.find("1m");
        assertThat(DownloadSettings.load(file).isAccepted(set)).isFalse();
        assertThat(DownloadSettings.load(file).addressText()).isEqualTo(MovieLens.ADDRESS);
        DownloadSettings settings = DownloadSettings.load(file)
                .withAccepted(set)
                .withAccepted(set)
                .withAddress(" https://mirror.example/ ");
        settings.save(file);

        assertThat(DownloadSettings.load(file)).isEqualTo(settings);
        assertThat(settings.accepted()).containsExactly("ml-1m");
        assertThat(settings.base()).hasToString("https://mirror.example/");
        assertThat(settings.withAddress(MovieLens.ADDRESS).address()).isEmpty();
        for (String damaged : List.of("", "null", "[]", "{\"accepted\": 3}", "{\"accepted\": [null]}")) {
            Files.writeString(file, damaged);
            assertThat(DownloadSettings.load(file).accepted()).as(damaged).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://files.grouplens.org/, proxy.example:3128",
        "http://files.grouplens.org/,  plain.example:80",
        "https://near.example/,        ''",
        "https://deep.near.example/,   ''",
        "https://nearer.example/,      proxy.example:3128",
        "http://127.0.0.1:8080/,       ''",
        "http://localhost/,            ''",
        "http://[::1]/,                ''"
    })
    void proxiesAreThoseOfTheEnvironment(String address, String expected) {
        SystemProxies proxies = new SystemProxies(
                Map.of(
                        "https_proxy",
                        "http://proxy.example:3128",
                        "HTTP_PROXY",
                        "plain.example",
                        "no_proxy",
                        ".near.example, x"),
                null);
        Proxy proxy = proxies.select(URI.create(address)).get(0);

        if (expected.isEmpty()) {
            assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
        } else {
            assertThat(proxy.address().toString())
                    .startsWith(expected.substring(0, expected.indexOf(':')))
                    .endsWith(expected.substring(expected.indexOf(':')));
        }
    }

    @Test
    void withoutAnEnvironmentJavaKnowsTheProxies() {
        URI address = URI.create("https://files.grouplens.org/");
        List<Proxy> known =
                List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("desktop.example", 8080)));
        ProxySelector java = new ProxySelector() {
            @Override
            public List<Proxy> select(URI any) {
                return known;
            }

            @Override
            public void connectFailed(URI any, SocketAddress proxy, IOException error) {
                throw new AssertionError(error);
            }
        };

        assertThat(new SystemProxies(Map.of(), java).select(address)).isEqualTo(known);
        assertThat(new SystemProxies(Map.of("https_proxy", "not a proxy"), null).select(address))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void aProxyThatWantsAPasswordIsSaid() throws IOException {
        URI address = URI.create("https://files.invalid/ml-1m.zip");
        DownloadOptions options = new DownloadOptions(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO, 1);
        try (FileServer proxy = new FileServer()) {
            proxy.onConnect(
                    "files.invalid:443",
                    (request, out) ->
                            FileServer.head(out, 407, "Proxy-Authenticate: Basic realm=\"x\"", "Content-Length: 0"));
            Meter meter = new Meter(DownloadMonitor.NONE);
            Http http = new Http(
                    options,
                    ProxySelector.of(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), proxy.base().getPort())));
            try (Http.Answer answer = http.ask(address, Map.of(), meter)) {
                assertThat(answer.next(meter)).isNull();
                assertThatThrownBy(() -> DownloadErrors.refuse(answer, address))
                        .isInstanceOf(UserException.class)
                        .hasMessageContaining("proxy")
                        .hasMessageContaining("407")
                        .hasMessageContaining("files.invalid");
            }
        }
    }
}
