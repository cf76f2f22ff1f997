package io.github.factorscope.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on loopback that answers as the test wants, down to the bytes, also what no honest server would. */
public final class FileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * What was asked.
     *
     * @param headers names in lower case
     */
    public record Request(String path, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Writes an answer; the connection is closed behind it. */
    @FunctionalInterface
    public interface Reply {
        void write(Request request, OutputStream out) throws IOException;
    }

    public FileServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "file-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/data/");
    }

    /** What is asked for this file from now on is answered so. */
    public void on(String file, Reply reply) {
        replies.put("/data/" + file, reply);
    }

    /** Stands in for a proxy that is asked to lead to this host and port. */
    void onConnect(String hostAndPort, Reply reply) {
        replies.put(hostAndPort, reply);
    }

    /** What was asked for this file, in order. */
    public List<Request> requests(String file) {
        return requests.stream()
                .filter(request -> request.path().equals("/data/" + file))
                .toList();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> answer(connection), "file-server-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String path = String.valueOf(in.readLine()).split(" ", -1)[1];
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(path, headers);
            requests.add(request);
            replies.getOrDefault(path, status(404)).write(request, connection.getOutputStream());
        } catch (IOException e) {
            open.remove(connection); // the client went away, which some tests want
        }
    }

    /** Sends nothing more, until the server is closed. */
    void goSilent() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public static Reply status(int code) {
        return (request, out) -> head(out, code, "Content-Length: 0");
    }

    public static void head(OutputStream out, int code, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + code + " So\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** An honest server: it knows ranges, and whether the file is still the same. */
    public static Reply file(byte[] content, String tag) {
        return (request, out) -> {
            int from = from(request);
            if (from > 0 && request.header("If-Range").equals(tag)) {
                head(
                        out,
                        206,
                        "ETag: " + tag,
                        "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length,
                        "Content-Length: " + (content.length - from));
                out.write(content, from, content.length - from);
            } else {
                head(out, 200, "ETag: " + tag, "Content-Length: " + content.length);
                out.write(content);
            }
        };
    }

    /** Says how long the file is, sends so many bytes of what was asked for, and closes the connection. */
    public static Reply brokenOff(byte[] content, String tag, int bytes) {
        return (request, out) -> {
            int from = request.header("If-Range").equals(tag) ? from(request) : 0;
            if (from == 0) {
                head(out, 200, "ETag: " + tag, "Content-Length: " + content.length);
            } else {
                head(
                        out,
                        206,
                        "ETag: " + tag,
                        "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length,
                        "Content-Length: " + (content.length - from));
            }
            out.write(content, from, Math.min(bytes, content.length - from));
        };
    }

    /** Sends so many bytes of what was asked for, and then nothing more. */
    public static Reply silentAfter(FileServer server, byte[] content, String tag, int bytes) {
        return (request, out) -> {
            brokenOff(content, tag, bytes).write(request, out);
            out.flush();
            server.goSilent();
        };
    }

    /** One after the other; the last one again and again. */
    public static Reply inTurn(Reply... all) {
        int[] next = new int[1];
        return (request, out) -> {
            Reply reply;
            synchronized (next) {
                reply = all[Math.min(next[0]++, all.length - 1)];
            }
            reply.write(request, out);
        };
    }

    /** A text such as a checksum. */
    public static Reply text(String text) {
        return (request, out) -> {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            head(out, 200, "Content-Length: " + bytes.length);
            out.write(bytes);
        };
    }

    /** The first byte that is asked for; 0 where all are. */
    static int from(Request request) {
        String range = request.header("Range");
        return range.isEmpty() ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
