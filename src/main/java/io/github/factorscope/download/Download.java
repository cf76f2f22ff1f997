package io.github.factorscope.download;

import io.github.factorscope.download.PartFile.Origin;
import io.github.factorscope.download.Progress.Phase;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches one file: resumes what is here already where the server still has the same version, tries again where the
 * connection breaks, checks length and checksum, and hands the file on only when it is whole and right.
 */
final class Download {
    private static final Texts TEXTS = Texts.of(Download.class);
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int MOST_CHECKSUM_BYTES = 1 << 16;

    private final Http http;
    private final DownloadOptions options;
    private final Meter meter;

    Download(DownloadOptions options, Meter meter) {
        this.options = options;
        this.meter = meter;
        http = new Http(options);
    }

    /**
     * What was fetched.
     *
     * @param resumed whether some of it was here before
     * @param checksum what it was found to agree with; empty where none is published
     */
    record Fetched(long bytes, boolean resumed, Optional<Checksum> checksum) {}

    /** Makes something of a file that is whole and right. */
    @FunctionalInterface
    interface Use {
        /**
         * Afterwards the file is deleted; it is kept where this fails, unless it is the file that is wrong.
         *
         * @throws WrongFileException where no other try would help
         */
        void take(Path file) throws IOException;
    }

    /** One try at something that may fail by a broken connection. */
    @FunctionalInterface
    private interface Try<T> {
        T make() throws IOException;
    }

    /**
     * Fetches a file and uses it.
     *
     * @param target beside which its parts are kept
     * @param sums address of the checksum
     * @param mostBytes beyond which it cannot be the file
     * @throws UserException with what happened and what to do; the part that came is kept unless it is wrong
     * @throws java.util.concurrent.CancellationException where the monitor ended it; the part is kept
     */
    Fetched fetch(URI address, URI sums, Path target, long mostBytes, Use use) throws IOException {
        try (PartFile part = PartFile.open(target, address)) {
            Transfer transfer = new Transfer(address, part, mostBytes);
            if (!part.isWhole()) {
                withRetries(address, part, transfer::run);
            }
            Optional<Checksum> checksum = withRetries(sums, part, () -> publishedChecksum(sums));
            long bytes = part.length();
            if (checksum.isPresent()) {
                verify(checksum.get(), part, target);
            }
            try {
                use.take(part.path());
            } catch (WrongFileException e) {
                part.delete();
                throw e.forTheUser(address);
            }
            part.delete();
            return new Fetched(bytes, transfer.earlier, checksum);
        }
    }

    private void verify(Checksum expected, PartFile part, Path target) throws IOException {
        String found = expected.of(part.path(), meter);
        if (!found.equals(expected.digest())) {
            part.delete();
            throw new UserException(
                    TEXTS.get("wrong-checksum", target.getFileName(), expected.algorithm(), found, expected.digest()));
        }
    }

    private <T> T withRetries(URI address, PartFile part, Try<T> attempt) throws IOException {
        long pause = options.pause().toNanos();
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make();
            } catch (FileSystemException | ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                LOG.info("{}, try {} of {}", address, tries, options.tries(), e);
                if (tries >= options.tries() || DownloadErrors.isHopeless(e)) {
                    throw DownloadErrors.explain(e, address, part);
                }
            }
            meter.waitToRetry();
            Http.pause(pause, meter);
            pause *= 2;
        }
    }

    /** Something that is written. */
    @FunctionalInterface
    private interface DiskWork {
        void write() throws IOException;
    }

    /** The bytes of one file, by as many answers as it takes. */
    private final class Transfer {
        private final URI address;
        private final PartFile part;
        private final long mostBytes;
        private boolean earlier; // whether bytes of an earlier download are among those here
        private boolean startedOver;

        Transfer(URI address, PartFile part, long mostBytes) throws IOException {
            this.address = address;
            this.part = part;
            this.mostBytes = mostBytes;
            earlier = part.length() > 0;
        }

        /** @return null */
        Void run() throws IOException {
            while (!ask()) {
                if (startedOver) {
                    throw new UserException(TEXTS.get("other-parts", address.getHost(), address));
                }
                startedOver = true;
                part.discard();
            }
            return null;
        }

        /** @return false where the server cannot go on where the part ends */
        private boolean ask() throws IOException {
            meter.begin(Phase.CONNECTING, part.length(), part.origin().total());
            long from = part.length();
            Map<String, String> headers = from == 0
                    ? Map.of()
                    : Map.of(
                            "Range",
                            "bytes=" + from + "-",
                            "If-Range",
                            part.origin().validator());
            try (Http.Answer answer = http.ask(address, headers, meter)) {
                switch (answer.status()) {
                    case HttpURLConnection.HTTP_OK -> {
                        Origin version = Answers.version(address, answer);
                        requireSane(version.total());
                        onDisk(() -> part.begin(version));
                        earlier = false;
                    }
                    case PARTIAL_CONTENT -> {
                        if (from == 0 || !Answers.continues(answer, part.origin(), from)) {
                            return false;
                        }
                    }
                    case RANGE_NOT_SATISFIABLE -> {
                        return false;
                    }
                    default -> DownloadErrors.refuse(answer, address);
                }
                DownloadErrors.requireSpace(part, part.origin().total() - part.length());
                copy(answer);
                return true;
            }
        }

        private void copy(Http.Answer answer) throws IOException {
            long total = part.origin().total();
            meter.begin(Phase.DOWNLOADING, part.length(), total);
            for (List<ByteBuffer> buffers = answer.next(meter); buffers != null; buffers = answer.next(meter)) {
                long more = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
                requireSane(part.length() + more);
                if (total >= 0 && part.length() + more > total) {
                    part.discard();
                    throw new IOException(TEXTS.get("more-came", String.valueOf(total)));
                }
                List<ByteBuffer> came = buffers;
                onDisk(() -> part.append(came));
                meter.moved(part.length());
            }
            if (total >= 0 && part.length() < total) {
                throw new IOException(TEXTS.get("less-came", String.valueOf(part.length()), String.valueOf(total)));
            }
            onDisk(part::complete);
        }

        private void onDisk(DiskWork work) throws DownloadErrors.DiskException {
            try {
                work.write();
            } catch (ClosedByInterruptException e) {
                throw Http.interrupted();
            } catch (IOException e) {
                throw new DownloadErrors.DiskException(e);
            }
        }

        private void requireSane(long bytes) throws IOException {
            if (bytes > mostBytes) {
                part.discard();
                throw new UserException(TEXTS.get("too-large", address, ByteText.of(mostBytes)));
            }
        }
    }

    private Optional<Checksum> publishedChecksum(URI sums) throws IOException {
        try (Http.Answer answer = http.ask(sums, Map.of(), meter)) {
            if (answer.status() == HttpURLConnection.HTTP_NOT_FOUND || answer.status() == HttpURLConnection.HTTP_GONE) {
                LOG.info("no checksum at {}", sums);
                return Optional.empty();
            }
            if (answer.status() != HttpURLConnection.HTTP_OK) {
                DownloadErrors.refuse(answer, sums);
            }
            StringBuilder text = new StringBuilder();
            for (List<ByteBuffer> buffers = answer.next(meter);
                    buffers != null && text.length() < MOST_CHECKSUM_BYTES;
                    buffers = answer.next(meter)) {
                buffers.forEach(buffer -> text.append(StandardCharsets.ISO_8859_1.decode(buffer)));
            }
            return Optional.of(Checksum.find(text.toString())
                    .orElseThrow(() -> new UserException(TEXTS.get("no-checksum", sums))));
        }
    }

    /** Bytes that an earlier download left of a file; 0 where it left none. */
    static long kept(Path target) {
        try {
            Path part = PartFile.partOf(target);
            return Files.isRegularFile(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at", target, e);
            return 0;
        }
    }
}
