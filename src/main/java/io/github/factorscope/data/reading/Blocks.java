package io.github.factorscope.data.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;

/** Cuts a stream of text into blocks of whole lines, of about the same size. */
final class Blocks {
    private final InputStream in;
    private final int size;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private byte[] bytes = new byte[0];
    private int length; // of the block
    private int filled; // behind the block is the beginning of the next one
    private boolean last;

    Blocks(InputStream in, int size) {
        this.in = in;
        this.size = size;
    }

    /**
     * Goes on to the next block.
     *
     * @return false where there is none
     * @throws NotPlainException where a line is too long for a block
     */
    boolean next() throws IOException {
        if (last) {
            return false;
        }
        int carried = filled - length;
        byte[] target = free.isEmpty() ? new byte[size + PlainBlock.LONGEST_LINE] : free.remove();
        System.arraycopy(bytes, length, target, 0, carried);
        bytes = target;
        filled = carried;
        length = 0;
        while (length == 0 && !last) {
            if (filled > PlainBlock.LONGEST_LINE) {
                throw new NotPlainException();
            }
            int read = in.readNBytes(bytes, filled, size);
            filled += read;
            last = read < size;
            length = last ? filled : behindLastLine();
        }
        return true;
    }

    private int behindLastLine() throws NotPlainException {
        int behind = filled;
        while (behind > 0 && bytes[behind - 1] != '\n') {
            behind--;
        }
        if (filled - behind > PlainBlock.LONGEST_LINE) {
            throw new NotPlainException();
        }
        return behind;
    }

    /** The block is at their beginning; they are the caller's until they are given back. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Whether it ends with the stream; otherwise it ends with a line. */
    boolean isLast() {
        return last;
    }

    void giveBack(byte[] used) {
        free.add(used);
    }
}
