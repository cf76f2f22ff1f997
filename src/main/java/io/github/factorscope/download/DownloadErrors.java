package io.github.factorscope.download;

import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What can go wrong on the way, as sentences: what happened, where, what to do. */
final class DownloadErrors {
    private static final Texts TEXTS = Texts.of(DownloadErrors.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final long LITTLE_SPACE = 1 << 20;

    private DownloadErrors() {}

    /** The server says that it cannot at the moment. */
    static final class ServerException extends IOException {
        private static final long serialVersionUID = 1L;

        ServerException(int status) {
            super(TEXTS.get("answered-with-error", String.valueOf(status)));
        }
    }

    /** What came could not be written. */
    static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * An answer that is none.
     *
     * @throws ServerException where another try may help
     * @throws UserException where none would
     */
    static void refuse(Http.Answer answer, URI address) throws ServerException {
        int status = answer.status();
        if (status >= FIRST_SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw new ServerException(status);
        }
        throw new UserException(
                switch (status) {
                    case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                        TEXTS.get("not-on-server", address, String.valueOf(status));
                    case HttpURLConnection.HTTP_PROXY_AUTH ->
                        TEXTS.get("proxy-asks-for-password", address.getHost(), address);
                    case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                        TEXTS.get("not-given-out", address.getHost(), address, String.valueOf(status));
                    default -> TEXTS.get("useless-answer", address.getHost(), address, String.valueOf(status));
                });
    }

    /** Whether another try in a few seconds will not help. */
    static boolean isHopeless(IOException e) {
        return e instanceof DiskException
                || e instanceof HttpConnectTimeoutException
                || e instanceof ConnectException
                || e instanceof SSLException;
    }

    /** The same for the user. */
    static UserException explain(IOException e, URI address, PartFile part) throws IOException {
        UserException said = new UserException(
                e instanceof DiskException
                        ? disk(e, part)
                        : what(e, where(address), address) + " "
                                + kept(part.length(), part.origin().total()));
        said.initCause(e);
        return said;
    }

    private static String where(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static String what(IOException e, String where, URI address) {
        if (causedBy(e, UnresolvedAddressException.class)) {
            return TEXTS.get("server-unknown", where);
        }
        if (e instanceof HttpTimeoutException || e instanceof ConnectException) {
            return TEXTS.get("not-reached", where, reason(e));
        }
        if (e instanceof SSLException) {
            return TEXTS.get("not-trusted", where, reason(e));
        }
        if (e instanceof Http.StalledException) {
            return TEXTS.get("went-silent", where, e.getMessage());
        }
        if (e instanceof ServerException) {
            return TEXTS.get("in-trouble", where, e.getMessage(), address);
        }
        return TEXTS.get("broke-off", where, reason(e));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? ""
                : " (" + message.strip().replaceAll("[\\s.]+$", "") + ")";
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> kind) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String kept(long bytes, long total) {
        if (bytes == 0) {
            return TEXTS.get("nothing-came");
        }
        return TEXTS.get("kept", total < 0 ? ByteText.of(bytes) : ByteText.of(bytes, total));
    }

    private static String disk(IOException e, PartFile part) throws IOException {
        Path folder = part.path().toAbsolutePath().getParent();
        return isFull(e, folder)
                ? TEXTS.get("disk-full", folder, name(part)) + " "
                        + kept(part.length(), part.origin().total())
                : TEXTS.get("not-written", part.path(), reason(e));
    }

    static boolean isFull(IOException e, Path folder) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota")
                || usableSpace(folder) < LITTLE_SPACE;
    }

    private static String name(PartFile part) {
        return String.valueOf(part.path().getFileName()).replaceAll("\\.part$", "");
    }

    /** @throws UserException where the disk has no room for so many bytes */
    static void requireSpace(PartFile part, long bytes) {
        Path folder = part.path().toAbsolutePath().getParent();
        requireSpace(folder, name(part), bytes);
    }

    static void requireSpace(Path folder, String what, long bytes) {
        long usable = usableSpace(folder);
        if (bytes > usable) {
            throw new UserException(TEXTS.get("no-room", what, ByteText.of(bytes), folder, ByteText.of(usable)));
        }
    }

    private static long usableSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // then writing tells
        }
    }
}
