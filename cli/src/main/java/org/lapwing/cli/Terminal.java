// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a command. Standard output is a plain stream, as {@code System.out} would swallow a full disk.
 *
 * @param err for notes and errors, flushed at each line
 */
public record Terminal(InputStream in, OutputStream out, PrintWriter err) {

    static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
