package io.github.factorscope.data.reading;

import java.io.IOException;
import java.io.Reader;

/** Cuts text into lines, which end with LF, CR LF or CR. A line without end does not fill the memory. */
final class LineReader {
    /** Characters; of a longer line one more than this is kept, by which it is known, and the rest is passed over. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int end;
    private boolean afterReturn;

    LineReader(Reader in) {
        this.in = in;
    }

    static boolean isTooLong(String line) {
        return line.length() > LONGEST;
    }

    /** The next line without its end, or null where there is none. */
    String readLine() throws IOException {
        StringBuilder begun = null; // only where the line spans more than one buffer
        while (true) {
            if (next == end && !fill()) {
                return begun == null ? null : begun.toString();
            }
            if (afterReturn && buffer[next] == '\n') {
                next++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int stop = lineEnd();
            if (stop < end) {
                String line = begun == null
                        ? new String(buffer, next, Math.min(stop - next, LONGEST + 1))
                        : append(begun, stop).toString();
                afterReturn = buffer[stop] == '\r';
                next = stop + 1;
                return line;
            }
            begun = append(begun == null ? new StringBuilder(2 * (stop - next)) : begun, stop);
            next = stop;
        }
    }

    private int lineEnd() {
        int k = next;
        while (k < end && buffer[k] != '\n' && buffer[k] != '\r') {
            k++;
        }
        return k;
    }

    private StringBuilder append(StringBuilder line, int stop) {
        return line.append(buffer, next, Math.min(stop - next, LONGEST + 1 - line.length()));
    }

    private boolean fill() throws IOException {
        next = 0;
        end = 0;
        int read = in.read(buffer, 0, BUFFER);
        while (read == 0) {
            read = in.read(buffer, 0, BUFFER);
        }
        end = Math.max(0, read);
        return read > 0;
    }
}
