// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A package comes from anybody: nothing in its container may do harm or pass unseen. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileZipTest {
    private Path folder = Path.of("");

    @BeforeEach
    void folder(@TempDir Path fresh) {
        folder = fresh;
    }

    private final DossierPackage made = Samples.fresh().pack(Tongue.ENGLISH);

    private Verification verify(byte[] zip) throws IOException {
        Path file = folder.resolve("in.zip");
        Files.write(file, zip);
        return Verification.of(file, Samples.key(1).verifier());
    }

    private TreeMap<String, byte[]> named() throws IOException {
        var files = new TreeMap<String, byte[]>();
        Zips.files(made.zip()).forEach((name, bytes) -> files.put(PackageZip.BASE + name, bytes));
        return files;
    }

    @Test
    void acceptsAZipThatSomebodyDeflatedOnTheWay() throws IOException {
        assertThat(verify(Zips.deflated(named()))).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void refusesNamesThatClimbOrHide() throws IOException {
        for (String name : new String[] {
            "../evil.txt",
            "dossier/../../evil",
            "/etc/evil",
            "dossier/data/..",
            "evil.txt",
            "dossier/a\u202ebdp.txt",
            "dossier\\x"
        }) {
            var files = named();
            files.put(name, new byte[] {1});
            assertThat(verify(Zips.deflated(files))).as(name).isInstanceOf(Verification.NotVerified.class);
        }
        assertThat(Files.exists(folder.resolveSibling("evil.txt"))).isFalse();
    }

    @Test
    void refusesTwoFilesOfOneName() throws IOException {
        var files = named();
        files.put("dossier/data/dossier.jsom", "{}".getBytes(StandardCharsets.UTF_8));
        byte[] zip = new String(Zips.deflated(files), StandardCharsets.ISO_8859_1)
                .replace("data/dossier.jsom", "data/dossier.json")
                .getBytes(StandardCharsets.ISO_8859_1);
        PackageTest.assertFault(verify(zip), DossierPackage.JSON);
    }

    @Test
    void refusesAZipBomb() throws IOException {
        var files = named();
        files.put("dossier/data/exhibits/zeroes.bin", new byte[30 << 20]);
        PackageTest.assertFault(verify(Zips.deflated(files)), "data/exhibits/zeroes.bin");
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        var files = named();
        for (int i = 0; i < Contents.MOST_FILES; i++) {
            files.put("dossier/data/exhibits/" + i, new byte[] {1});
        }
        assertThat(verify(Zips.deflated(files))).isInstanceOf(Verification.NotVerified.class);
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        PackageTest.assertFault(verify("hello".getBytes(StandardCharsets.UTF_8)), "in.zip");
        PackageTest.assertFault(verify(new byte[0]), "in.zip");
        byte[] cut = Arrays.copyOf(made.zip(), made.zip().length / 2);
        PackageTest.assertFault(verify(cut), "in.zip");
    }

    @Test
    void refusesAFolderWithALinkInIt() throws IOException {
        Zips.unpack(made.zip(), folder);
        Files.createSymbolicLink(folder.resolve("dossier/data/link"), Path.of("/etc/hostname"));
        PackageTest.assertFault(Verification.of(folder, Samples.key(1).verifier()), "data/link");
    }
}
