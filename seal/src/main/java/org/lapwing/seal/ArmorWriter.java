// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** Writes ASCII armor line by line, see {@link AgeArmor}. */
final class ArmorWriter extends OutputStream {

    private final OutputStream out;
    private final byte[] line = new byte[AgeArmor.LINE_BYTES];
    private int held;
    private boolean closed;

    ArmorWriter(OutputStream out) throws IOException {
        this.out = out;
        print(AgeArmor.BEGIN);
    }

    @Override
    public void write(int b) throws IOException {
        if (closed) {
            throw new IOException("this armor is closed");
        }
        line[held++] = (byte) b;
        if (held == line.length) {
            printLine();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int i = 0; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    private void printLine() throws IOException {
        print(Base64.getEncoder().encodeToString(Arrays.copyOf(line, held)));
        held = 0;
    }

    private void print(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (held > 0) {
                printLine();
            }
            print(AgeArmor.END);
        }
    }
}
