// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes within strict ASCII armor, see {@link AgeArmor}. */
final class ArmorReader extends InputStream {

    private static final int MAX_LINE = AgeArmor.COLUMNS + 2;
    private static final int MAX_WHITESPACE = 64 * 1024;

    private final InputStream in;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean begun;
    private boolean shortLine;
    private boolean ended;
    private boolean broken;
    private long lineNumber;

    ArmorReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, n);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length && !ended) {
            if (broken) {
                throw fault("an earlier read of it failed");
            }
            broken = true;
            nextLine();
            broken = false;
        }
        return at < bytes.length;
    }

    private void nextLine() throws IOException {
        if (!begun) {
            if (!AgeArmor.BEGIN.equals(line(skipWhitespace()))) {
                throw fault("it must begin with \"" + AgeArmor.BEGIN + "\"");
            }
            begun = true;
        }
        String line = line(in.read());
        if (AgeArmor.END.equals(line)) {
            if (skipWhitespace() >= 0) {
                throw fault("nothing but whitespace may follow its closing line");
            }
            ended = true;
            return;
        }
        byte @Nullable [] decoded = line == null || shortLine ? null : StrictBase64.padded(line);
        if (decoded == null || decoded.length == 0 || decoded.length > AgeArmor.LINE_BYTES) {
            throw fault("accepted are lines of 64 columns of canonical base64, the last one padded, then \""
                    + AgeArmor.END + "\"");
        }
        shortLine = decoded.length < AgeArmor.LINE_BYTES;
        bytes = decoded;
        at = 0;
    }

    private int skipWhitespace() throws IOException {
        for (int skipped = 0; skipped < MAX_WHITESPACE; skipped++) {
            int b = in.read();
            if (!AgeArmor.isWhitespace(b)) {
                return b;
            }
        }
        throw fault("it has more than %,d blanks around it".formatted(MAX_WHITESPACE));
    }

    /** The line that begins with {@code first}, without its LF or CRLF; null at the end of the file. */
    private @Nullable String line(int first) throws IOException {
        lineNumber++;
        byte[] line = new byte[MAX_LINE];
        int length = 0;
        int b = first;
        while (b >= 0 && b != '\n') {
            if (length == MAX_LINE) {
                throw fault("its lines have at most 64 columns");
            }
            line[length++] = (byte) b;
            b = in.read();
        }
        if (b < 0 && length == 0) {
            return null;
        }
        if (b == '\n' && length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private AgeFileException fault(String expectation) {
        return new AgeFileException(
                AgeFileException.Fault.ARMOR,
                "This is not an armored age file: line %d: %s.".formatted(lineNumber, expectation));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
