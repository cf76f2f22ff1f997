package io.github.factorscope.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to give more bytes than agreed: what a small compressed file unpacks to can be without end. */
final class BoundedInput extends FilterInputStream {
    private final long most;
    private long given;

    /** @param most bytes */
    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** More was asked for than agreed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        given += bytes;
        if (given > most) {
            throw new TooLongException();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
