package io.github.factorscope.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of an answer, for a reader that wants to wait for a moment only. */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>> {
    private static final int AHEAD = 8; // parts of 16 kB that may wait here

    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    /**
     * Some bytes, the end, or what went wrong.
     *
     * @param buffers null at the end
     */
    record Part(List<ByteBuffer> buffers, Throwable error) {}

    /**
     * The next part; null where none came in time.
     *
     * @throws IOException where the connection broke
     */
    Part poll(long millis) throws IOException {
        Part part;
        try {
            part = parts.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Http.interrupted();
        }
        if (part == null) {
            return null;
        }
        if (part.error() != null) {
            throw part.error() instanceof IOException io ? io : new IOException(part.error());
        }
        if (part.buffers() != null) {
            subscription.request(1);
        }
        return part;
    }

    void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(new Part(buffers, null));
    }

    @Override
    public void onError(Throwable error) {
        parts.add(new Part(null, error));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(null, null));
    }
}
