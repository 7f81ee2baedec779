// SPDX-License-Identifier: Apache-2.0
package org.lapwing.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes in memory, to be filled, emptied and made read-only. Needs root: else the test is skipped. */
@SuppressWarnings("try") // a test that is interrupted while it tidies up has ended, and nobody closes again
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk mounted(int megabytes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lapwing-small-disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) != 0) {
            Files.delete(folder);
            Assumptions.abort("only root may mount a small disk (tmpfs)");
        }
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Fills the disk but for about so many bytes. */
    public void fill(int left) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(folder).getUsableSpace() >= left + BLOCK) {
                out.write(block);
            }
        }
    }

    public void makeRoom() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    public void readOnly() throws IOException, InterruptedException {
        remount("ro");
    }

    public void writable() throws IOException, InterruptedException {
        remount("rw");
    }

    private void remount(String how) throws IOException, InterruptedException {
        if (run("mount", "-o", "remount," + how, folder.toString()) != 0) {
            throw new IOException("the small disk could not be remounted " + how);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
        Files.delete(folder);
    }
}
