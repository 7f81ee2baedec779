// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that is forced to the disk when it is closed. Only sealed bytes go in. */
final class SealedFile extends OutputStream {

    private final FileChannel channel;
    private long length;

    SealedFile(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static void write(Path path, byte[] sealed) throws IOException {
        try (SealedFile file = new SealedFile(path)) {
            file.write(sealed);
        }
    }

    long length() {
        return length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                channel.force(true);
            }
        }
    }
}
