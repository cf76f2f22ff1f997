package io.github.factorscope.download;

import static io.github.factorscope.download.FileServer.brokenOff;
import static io.github.factorscope.download.FileServer.file;
import static io.github.factorscope.download.FileServer.head;
import static io.github.factorscope.download.FileServer.inTurn;
import static io.github.factorscope.download.FileServer.status;
import static io.github.factorscope.download.FileServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.factorscope.download.DataShelf.Arrival;
import io.github.factorscope.download.FileServer.Request;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file arrives whole and right, or what happened is said; over real connections. */
class DownloadTest {
    private static final MovieLensSet SET = MovieLens.find("ml-latest-small");
    private static final String ZIP = SET.file();
    private static final String SUMS = ZIP + ".md5";
    private static final String TAG = "\"one\"";
    private static final byte[] CONTENT = Zips.ratings(SET.name());

    @TempDir
    private Path folder;

    private FileServer server;
    private DataShelf shelf;

    @BeforeEach
    void start() {
        server = new FileServer();
        server.on(ZIP, file(CONTENT, TAG));
        server.on(SUMS, text(Zips.md5(ZIP, CONTENT)));
        shelf = shelf(Duration.ofMillis(400), 3);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private DataShelf shelf(Duration stall, int tries) {
        return new DataShelf(
                folder, server.base(), new DownloadOptions(Duration.ofSeconds(5), stall, Duration.ofMillis(5), tries));
    }

    private Arrival fetch() throws IOException {
        return shelf.fetch(SET, DownloadMonitor.NONE);
    }

    private String trouble() {
        Throwable error = catchThrowable(this::fetch);
        assertThat(error).isInstanceOf(UserException.class);
        assertThat(error.getMessage()).endsWith(".").doesNotContain("Exception", "null", "\n");
        assertThat(folder.resolve(SET.name())).doesNotExist();
        assertThat(folder.resolve(ZIP)).doesNotExist();
        return error.getMessage();
    }

    private Path part() {
        return folder.resolve(ZIP + ".part");
    }

    /** Takes what comes until so many bytes are here, then cancels. */
    private void cancelAfter(long bytes) {
        assertThatThrownBy(() -> shelf.fetch(SET, progress -> progress.bytes() < bytes))
                .isInstanceOf(CancellationException.class);
    }

    /** Leaves the first bytes of the file behind. */
    private void leavePart(int bytes) throws IOException {
        server.on(ZIP, FileServer.silentAfter(server, CONTENT, TAG, bytes));
        cancelAfter(bytes);
        assertThat(part()).hasBinaryContent(Arrays.copyOf(CONTENT, bytes));
        server.on(ZIP, file(CONTENT, TAG));
    }

    private List<String> ranges() {
        return server.requests(ZIP).stream()
                .map(request -> request.header("Range"))
                .toList();
    }

    @Test
    void aDataSetArrivesCheckedAndUnpacked() throws IOException {
        List<Progress> seen = new ArrayList<>();
        Arrival arrival = shelf.fetch(SET, seen::add);

        assertThat(arrival.path()).isEqualTo(folder.resolve(SET.name()));
        assertThat(arrival.path().resolve("ratings.csv")).isNotEmptyFile();
        assertThat(arrival.bytes()).isEqualTo(CONTENT.length);
        assertThat(arrival.resumed()).isFalse();
        assertThat(arrival.checksum()).map(Checksum::algorithm).contains("MD5");
        assertThat(seen)
                .extracting(Progress::phase)
                .contains(Progress.Phase.values()[0], Progress.Phase.DOWNLOADING)
                .contains(Progress.Phase.CHECKING, Progress.Phase.UNPACKING);
        assertThat(onlyVisibleFiles()).containsExactly(SET.name());
    }

    private List<String> onlyVisibleFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsHereIsNotFetchedAgain() throws IOException {
        fetch();
        Arrival again = fetch();

        assertThat(again.path()).isEqualTo(folder.resolve(SET.name()));
        assertThat(again.bytes()).isZero();
        assertThat(server.requests(ZIP)).hasSize(1);
    }

    @Test
    void aCancelledDownloadGoesOnWhereItWas() throws IOException {
        leavePart(5000);
        Arrival arrival = fetch();

        assertThat(arrival.resumed()).isTrue();
        assertThat(arrival.bytes()).isEqualTo(CONTENT.length);
        assertThat(ranges()).containsExactly("", "bytes=5000-");
        assertThat(server.requests(ZIP).get(1).header("If-Range")).isEqualTo(TAG);
        assertThat(arrival.path().resolve("ratings.csv")).isNotEmptyFile();
    }

    @Test
    void withoutATagTheDateTellsTheVersion() throws IOException {
        String date = "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT";
        server.on(ZIP, (request, out) -> {
            head(out, 200, date, "ETag: W/\"weak\"", "Content-Length: " + CONTENT.length);
            out.write(CONTENT, 0, 3000);
            out.flush();
            server.goSilent();
        });
        cancelAfter(3000);
        server.on(ZIP, file(CONTENT, "Wed, 21 Oct 2015 07:28:00 GMT"));

        assertThat(fetch().resumed()).isTrue();
        assertThat(ranges()).containsExactly("", "bytes=3000-");
    }

    @Test
    void withoutAnythingThatTellsTheVersionItStartsOver() throws IOException {
        server.on(ZIP, (request, out) -> {
            head(out, 200, "Content-Length: " + CONTENT.length);
            out.write(CONTENT, 0, 3000);
            out.flush();
            server.goSilent();
        });
        cancelAfter(3000);
        server.on(ZIP, file(CONTENT, TAG));

        assertThat(fetch().resumed()).isFalse();
        assertThat(ranges()).containsExactly("", "");
    }

    @Test
    void aFileThatChangedMeanwhileStartsOver() throws IOException {
        leavePart(5000);
        byte[] other = Zips.ratings("another-folder");
        server.on(ZIP, file(other, "\"two\""));
        server.on(SUMS, text(Zips.md5(ZIP, other)));
        Arrival arrival = fetch();

        assertThat(arrival.resumed()).isFalse();
        assertThat(arrival.bytes()).isEqualTo(other.length);
        assertThat(server.requests(ZIP)).hasSize(2);
    }

    @Test
    void aServerThatIgnoresRangesStartsOver() throws IOException {
        leavePart(5000);
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG, "Content-Length: " + CONTENT.length);
            out.write(CONTENT);
        });
        Arrival arrival = fetch();

        assertThat(arrival.resumed()).isFalse();
        assertThat(arrival.bytes()).isEqualTo(CONTENT.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 4000-20000/20001",
                "bytes 5000-999999/1000000",
                "items 5000-",
                "",
                "bytes 99999999999999999999-1/2"
            })
    void aWrongRangeIsNotAppended(String range) throws IOException {
        leavePart(5000);
        server.on(
                ZIP,
                inTurn(
                        (request, out) -> {
                            head(out, 206, "ETag: " + TAG, "Content-Range: " + range, "Content-Length: 4");
                            out.write(new byte[4]);
                        },
                        file(CONTENT, TAG)));

        assertThat(fetch().resumed()).isFalse();
        assertThat(ranges()).containsExactly("", "bytes=5000-", "");
    }

    @Test
    void aRangeOfAnotherVersionIsNotAppended() throws IOException {
        leavePart(5000);
        server.on(
                ZIP,
                inTurn(
                        (request, out) -> {
                            int rest = CONTENT.length - 5000;
                            head(
                                    out,
                                    206,
                                    "ETag: \"two\"",
                                    "Content-Range: bytes 5000-" + (CONTENT.length - 1) + "/" + CONTENT.length,
                                    "Content-Length: " + rest);
                            out.write(new byte[rest]);
                        },
                        file(CONTENT, TAG)));

        assertThat(fetch().resumed()).isFalse();
    }

    @Test
    void aRangeThatDoesNotExistStartsOver() throws IOException {
        leavePart(5000);
        server.on(ZIP, inTurn(status(416), file(CONTENT, TAG)));

        assertThat(fetch().resumed()).isFalse();
    }

    @Test
    void aServerThatAlwaysAnswersWithPartsIsGivenUp() {
        server.on(ZIP, (request, out) -> {
            head(out, 206, "ETag: " + TAG, "Content-Range: bytes 5-8/9", "Content-Length: 4");
            out.write(new byte[4]);
        });

        assertThat(trouble()).contains("127.0.0.1", "other parts");
        assertThat(server.requests(ZIP)).hasSize(2);
    }

    @Test
    void aConnectionThatBreaksIsTakenUpAgain() throws IOException {
        server.on(ZIP, inTurn(brokenOff(CONTENT, TAG, 4000), brokenOff(CONTENT, TAG, 3000), file(CONTENT, TAG)));
        Arrival arrival = fetch();

        assertThat(ranges()).containsExactly("", "bytes=4000-", "bytes=7000-");
        assertThat(arrival.resumed()).as("by this download itself").isFalse();
        assertThat(arrival.bytes()).isEqualTo(CONTENT.length);
    }

    @Test
    void aServerThatTruncatesAgainAndAgainIsGivenUpAndThePartIsKept() throws IOException {
        server.on(ZIP, brokenOff(CONTENT, TAG, 1000));

        assertThat(trouble()).contains("127.0.0.1", "broke off", "3.0 of", "goes on");
        assertThat(part()).hasBinaryContent(Arrays.copyOf(CONTENT, 3000));
        server.on(ZIP, file(CONTENT, TAG));
        assertThat(fetch().resumed()).isTrue();
    }

    @Test
    void aStallEndsWithWhatIsHereKept() throws IOException {
        shelf = shelf(Duration.ofMillis(150), 2);
        server.on(ZIP, FileServer.silentAfter(server, CONTENT, TAG, 2000));

        assertThat(trouble()).contains("127.0.0.1", "silent", "4.0 of", "goes on");
        assertThat(Files.size(part())).isEqualTo(4000);
        server.on(ZIP, file(CONTENT, TAG));
        assertThat(fetch().resumed()).isTrue();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        shelf = new DataShelf(
                folder,
                server.base(),
                new DownloadOptions(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ZERO, 2));
        server.on(ZIP, (request, out) -> server.goSilent());

        assertThat(trouble()).contains("127.0.0.1", "silent", "Nothing has come");
        assertThat(server.requests(ZIP)).hasSize(2);
    }

    @Test
    void aSlowServerIsNotAStall() throws IOException {
        shelf = shelf(Duration.ofMillis(1500), 1);
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG, "Content-Length: " + CONTENT.length);
            for (int at = 0; at < CONTENT.length; at += CONTENT.length / 10) {
                out.write(CONTENT, at, Math.min(CONTENT.length / 10, CONTENT.length - at));
                out.flush();
                waitABit(200); // ten of them are more than a stall
            }
        });

        assertThat(fetch().bytes()).isEqualTo(CONTENT.length);
        assertThat(server.requests(ZIP)).hasSize(1);
    }

    private static void waitABit(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void anErrorOfTheServerIsTriedAgainAFewTimes() throws IOException {
        server.on(ZIP, inTurn(status(500), status(503), file(CONTENT, TAG)));

        assertThat(fetch().bytes()).isEqualTo(CONTENT.length);

        Files.move(folder.resolve(SET.name()), folder.resolve("elsewhere"));
        server.on(ZIP, status(500));
        assertThat(trouble()).contains("127.0.0.1", "500", ZIP, "later");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 403, 401, 400, 407, 204, 304})
    void whatAnotherTryWouldNotHelpIsSaidAtOnce(int status) {
        server.on(ZIP, status(status));

        assertThat(trouble()).contains("127.0.0.1", String.valueOf(status), ZIP);
        assertThat(server.requests(ZIP)).hasSize(1);
        assertThat(part()).doesNotExist();
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        server.on("elsewhere.zip", file(CONTENT, TAG));
        server.on(
                ZIP,
                (request, out) ->
                        head(out, 302, "Location: " + server.base().resolve("elsewhere.zip"), "Content-Length: 0"));

        assertThat(fetch().bytes()).isEqualTo(CONTENT.length);
    }

    @Test
    void aRedirectToNowhereOrInCirclesIsSaid() {
        server.on(ZIP, status(302));
        assertThat(trouble()).contains("127.0.0.1", "redirection");

        server.on(ZIP, (request, out) -> head(out, 302, "Location: " + ZIP, "Content-Length: 0"));
        assertThat(trouble()).contains("127.0.0.1", "302");
    }

    @Test
    void aServerThatRefusesIsSaidAtOnce() throws IOException {
        server.close();

        assertThat(trouble())
                .contains("127.0.0.1:" + server.base().getPort(), "cannot be reached", "Check the network");
    }

    @Test
    void aServerThatNobodyKnowsIsSaid() {
        shelf = new DataShelf(folder, URI.create("http://nobody.invalid/"), shelfOptionsFor(Duration.ofMillis(200)));

        assertThat(trouble()).contains("nobody.invalid", "network");
    }

    private static DownloadOptions shelfOptionsFor(Duration stall) {
        return new DownloadOptions(Duration.ofSeconds(5), stall, Duration.ZERO, 1);
    }

    @Test
    void aLengthTooLongIsATruncatedFile() {
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG, "Content-Length: " + (CONTENT.length + 1000));
            out.write(CONTENT);
        });

        assertThat(trouble()).contains("broke off", CONTENT.length / 1000 + ".");
    }

    @Test
    void aLengthTooShortIsAWrongChecksum() {
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG, "Content-Length: " + (CONTENT.length - 1000));
            out.write(CONTENT);
        });

        assertThat(trouble()).contains("MD5", "deleted", "Fetch it again");
        assertThat(part()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4611686018427387904", "999999999999999999"})
    void aLengthBeyondReasonIsRefused(String length) {
        server.on(ZIP, (request, out) -> head(out, 200, "Content-Length: " + length));

        assertThat(trouble()).contains(ZIP, "larger than", "Check the address");
        assertThat(part()).doesNotExist();
    }

    @Test
    void moreThanAPartOfTheRangeSaidIsNotAppended() throws IOException {
        leavePart(5000);
        server.on(
                ZIP,
                inTurn(
                        (request, out) -> {
                            head(
                                    out,
                                    206,
                                    "ETag: " + TAG,
                                    "Content-Range: bytes 5000-" + (CONTENT.length - 1) + "/" + CONTENT.length,
                                    "Content-Length: " + (CONTENT.length + 99));
                            out.write(CONTENT, 5000, CONTENT.length - 5000);
                            out.write(new byte[5099]);
                        },
                        file(CONTENT, TAG)));

        assertThat(fetch().bytes()).isEqualTo(CONTENT.length);
        assertThat(ranges()).containsExactly("", "bytes=5000-", "");
    }

    @Test
    void withoutALengthTheChecksumTells() throws IOException {
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG);
            out.write(CONTENT);
        });
        assertThat(fetch().bytes()).isEqualTo(CONTENT.length);

        Files.move(folder.resolve(SET.name()), folder.resolve("elsewhere"));
        server.on(ZIP, (request, out) -> {
            head(out, 200, "ETag: " + TAG);
            out.write(CONTENT, 0, 7000);
        });
        assertThat(trouble()).contains("MD5");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws IOException {
        MovieLensSet small = new MovieLensSet("ml-tiny", 1, "none", "none.txt");
        server.on("ml-tiny.zip", (request, out) -> {
            head(out, 200, "ETag: " + TAG);
            while (true) {
                out.write(new byte[1 << 16]);
            }
        });

        assertThatThrownBy(() -> shelf.fetch(small, DownloadMonitor.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("larger than");
        assertThat(folder.resolve("ml-tiny.zip.part")).doesNotExist();
    }

    @Test
    void aWrongChecksumDeletesWhatCame() throws IOException {
        server.on(SUMS, text("MD5 (" + ZIP + ") = 0123456789abcdef0123456789ABCDEF\n"));

        assertThat(trouble()).contains(ZIP, "MD5", "0123456789abcdef0123456789abcdef", "deleted", "again");
        assertThat(onlyVisibleFiles()).isEmpty();
    }

    @Test
    void aFileWithoutAPublishedChecksumIsTaken() throws IOException {
        server.on(SUMS, status(404));

        assertThat(fetch().checksum()).isEmpty();
    }

    @Test
    void aChecksumThatIsNoneIsNotTrustedAndThePartIsKept() throws IOException {
        server.on(SUMS, text("<html>Please log in to this network</html>"));

        assertThat(trouble()).contains(SUMS, "no checksum");
        assertThat(part()).hasBinaryContent(CONTENT);
        server.on(SUMS, text(Zips.md5(ZIP, CONTENT)));
        assertThat(fetch().resumed()).isTrue();
        assertThat(server.requests(ZIP)).as("the whole part was here").hasSize(1);
    }

    @Test
    void aChecksumThatCannotBeHadKeepsThePart() {
        server.on(SUMS, status(503));

        assertThat(trouble()).contains("503", SUMS);
        assertThat(part()).hasBinaryContent(CONTENT);
    }

    @Test
    void cancellingDoesNotWaitForAStallAndKeepsThePart() throws IOException {
        shelf = shelf(Duration.ofMinutes(5), 1);
        server.on(ZIP, FileServer.silentAfter(server, CONTENT, TAG, 6000));
        cancelAfter(6000);

        assertThat(Files.size(part())).isEqualTo(6000);
    }

    @Test
    void theMonitorIsAskedAlsoWhileNothingComes() {
        shelf = shelf(Duration.ofMinutes(5), 1);
        server.on(ZIP, (request, out) -> server.goSilent());
        int[] asked = new int[1];

        assertThatThrownBy(() -> shelf.fetch(SET, progress -> ++asked[0] < 10))
                .isInstanceOf(CancellationException.class);
        assertThat(asked[0]).isEqualTo(10);
    }

    @Test
    void cancellingEndsThePauseBeforeAnotherTry() {
        shelf = new DataShelf(
                folder,
                server.base(),
                new DownloadOptions(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofDays(1), 2));
        server.on(ZIP, status(500));

        assertThatThrownBy(() -> shelf.fetch(SET, progress -> progress.phase() != Progress.Phase.WAITING_TO_RETRY))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anInterruptedThreadCancels() {
        server.on(ZIP, (request, out) -> server.goSilent());

        Thread.currentThread().interrupt();
        assertThatThrownBy(this::fetch).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void twoDownloadsOfOneFileDoNotMixTheirBytes() throws IOException {
        List<Throwable> second = new ArrayList<>();
        Arrival first = shelf.fetch(SET, progress -> {
            if (second.isEmpty() && progress.phase() == Progress.Phase.DOWNLOADING) {
                second.add(catchThrowable(this::fetch));
            }
            return true;
        });

        assertThat(second.get(0)).isInstanceOf(UserException.class).hasMessageContaining("already");
        assertThat(first.path().resolve("ratings.csv")).isNotEmptyFile();
    }

    @Test
    void aDamagedNoteStartsOver() throws IOException {
        leavePart(5000);
        Files.writeString(folder.resolve(ZIP + ".part.json"), "{\"address\": 7, ", StandardCharsets.UTF_8);

        assertThat(fetch().resumed()).isFalse();
    }

    @Test
    void aPartFromAnotherAddressIsNotTakenUp() throws IOException {
        leavePart(5000);
        try (FileServer other = new FileServer()) {
            other.on(ZIP, file(CONTENT, TAG));
            Arrival arrival = new DataShelf(folder, other.base(), shelfOptionsFor(Duration.ofSeconds(5)))
                    .fetch(SET, DownloadMonitor.NONE);

            assertThat(arrival.resumed()).isFalse();
        }
    }

    @Test
    void whatIsNoZipIsSaidAndNotKept() {
        byte[] page = "<html>Please log in to this network</html>".getBytes(StandardCharsets.US_ASCII);
        server.on(ZIP, file(page, TAG));
        server.on(SUMS, status(404));

        assertThat(trouble()).contains(ZIP, "refused", "no zip file");
        assertThat(part()).doesNotExist();
    }

    @Test
    void anArchiveThatLeadsOutIsRefusedAndNotKept() {
        byte[] evil = Zips.of(Map.of("../evil.txt", "harm"));
        server.on(ZIP, file(evil, TAG));
        server.on(SUMS, text(Zips.md5(ZIP, evil)));

        assertThat(trouble()).contains(ZIP, "refused", "evil.txt", "lead out");
        assertThat(part()).doesNotExist();
        assertThat(folder.resolveSibling("evil.txt")).doesNotExist();
    }

    @Test
    void whatIsCancelledWhileUnpackingNeedNotBeFetchedAgain() throws IOException {
        server.on(ZIP, (request, out) -> { // without a length
            head(out, 200, "ETag: " + TAG);
            out.write(CONTENT);
        });
        assertThatThrownBy(() -> shelf.fetch(SET, progress -> progress.phase() != Progress.Phase.UNPACKING))
                .isInstanceOf(CancellationException.class);
        Arrival arrival = fetch();

        assertThat(arrival.resumed()).isTrue();
        assertThat(server.requests(ZIP)).hasSize(1);
        assertThat(server.requests(SUMS)).as("it is checked again").hasSize(2);
        assertThat(onlyVisibleFiles()).containsExactly(SET.name());
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        Files.createSymbolicLink(part(), full);

        assertThat(trouble()).contains("disk is full", folder.toString(), ZIP, "Make room");
        assertThat(server.requests(ZIP)).as("no other try would help").hasSize(1);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        shelf = new DataShelf(file.resolve("below"), server.base(), shelfOptionsFor(Duration.ofSeconds(5)));

        assertThatThrownBy(this::fetch).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aRequestSaysWhoAsksAndWantsTheBytesAsTheyAre() throws IOException {
        fetch();
        Request request = server.requests(ZIP).get(0);

        assertThat(request.header("User-Agent")).isEqualTo("FactorScope");
        assertThat(request.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.header("Range")).isEmpty();
    }
}
