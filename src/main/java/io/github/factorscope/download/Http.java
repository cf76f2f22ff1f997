package io.github.factorscope.download;

import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server, and never waits without looking at the meter: a cancelled download ends at once, also while it stalls. */
final class Http {
    private static final Texts TEXTS = Texts.of(Http.class);

    private final HttpClient client;
    private final DownloadOptions options;

    Http(DownloadOptions options) {
        this(options, SystemProxies.ofThisMachine());
    }

    Http(DownloadOptions options, ProxySelector proxies) {
        this.options = options;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL) // never from https to http
                .connectTimeout(options.connect())
                .proxy(proxies)
                .build();
    }

    /** Nothing came for too long. */
    static final class StalledException extends IOException {
        private static final long serialVersionUID = 1L;

        StalledException(long seconds) {
            super(TEXTS.get("nothing-came-for", String.valueOf(Math.max(1, seconds))));
        }
    }

    /** What a server answers: the head, and the body as it comes. */
    record Answer(HttpResponse<Flow.Publisher<List<ByteBuffer>>> head, BodyQueue body, long stallNanos)
            implements AutoCloseable {
        int status() {
            return head.statusCode();
        }

        String header(String name) {
            return head.headers().firstValue(name).orElse("");
        }

        /**
         * Some bytes of the body.
         *
         * @return null at its end
         * @throws StalledException where none come
         */
        List<ByteBuffer> next(Meter meter) throws IOException {
            long begun = System.nanoTime();
            while (true) {
                BodyQueue.Part part = body.poll(Meter.TICK_MILLIS);
                if (part != null) {
                    return part.buffers();
                }
                meter.tick();
                requireNoStall(begun, stallNanos);
            }
        }

        @Override
        public void close() {
            body.cancel();
        }
    }

    /** Sends the request and waits for the head of the answer. */
    Answer ask(URI address, Map<String, String> headers, Meter meter) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", "FactorScope")
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future =
                client.sendAsync(request.build(), BodyHandlers.ofPublisher());
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> head = await(future, meter);
            BodyQueue body = new BodyQueue();
            if (head.body() == null) { // a proxy has refused to lead to the server
                body.onComplete();
            } else {
                head.body().subscribe(body);
            }
            return new Answer(head, body, options.stall().toNanos());
        } finally {
            if (!future.isDone()) {
                future.cancel(true);
            }
        }
    }

    private <T> T await(CompletableFuture<T> future, Meter meter) throws IOException {
        long begun = System.nanoTime();
        long patience = options.connect().plus(options.stall()).toNanos();
        while (true) {
            try {
                return future.get(Meter.TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                meter.tick();
                requireNoStall(begun, patience);
            } catch (ExecutionException e) {
                throw connectionError(e);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static IOException connectionError(ExecutionException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return unwrapped(io);
            }
        }
        return new IOException(TEXTS.get("no-answer"), e);
    }

    /** What happened, where a later Java wraps it once more: its message would be the name of a class. */
    private static IOException unwrapped(IOException error) {
        IOException inner = error;
        while (inner.getCause() instanceof UncheckedIOException wrapper) {
            inner = wrapper.getCause();
        }
        return inner;
    }

    /** Waits before another try. */
    static void pause(long nanos, Meter meter) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, Meter.TICK_MILLIS * 1_000_000));
            } catch (InterruptedException e) {
                throw interrupted();
            }
            meter.tick();
        }
    }

    private static void requireNoStall(long begun, long patience) throws StalledException {
        if (System.nanoTime() - begun > patience) {
            throw new StalledException(TimeUnit.NANOSECONDS.toSeconds(patience));
        }
    }

    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("the download was interrupted");
        cancelled.initCause(new InterruptedIOException());
        return cancelled;
    }
}
