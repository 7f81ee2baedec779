// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tools that others wrote read our package. */
@TestInstance(Lifecycle.PER_CLASS)
class OthersReadItTest {
    private Path folder = Path.of("");

    @BeforeAll
    void unpack(@TempDir Path fresh) throws IOException {
        folder = fresh.resolve("dossier");
        Zips.unpack(Samples.fresh().pack(Tongue.ENGLISH, Tongue.RUSSIAN).zip(), fresh);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + out;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return run(command).startsWith("0 ");
        } catch (IOException e) {
            return false;
        }
    }

    /** The Library of Congress's own validator, and a byte changed in each payload file, which it must find. */
    @Test
    void bagitValidatesTheBagAndFindsAChangedByteInEachFile() throws Exception {
        Path python = Path.of(System.getProperty("lapwing.root", ".."), "target", "others", "bin", "python");
        assumeTrue(
                runs(python.toString(), "-c", "import bagit"),
                "bagit.py (PyPI's bagit 1.9.0 in target/others) is not here; ./check installs it");
        String[] validate = {python.toString(), "-m", "bagit", "--validate", folder.toString()};
        assertThat(run(validate)).startsWith("0 ");
        List<Path> payload;
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            payload = files.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(payload).hasSizeGreaterThan(6);
        for (Path file : payload) {
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThat(run(validate)).as(file.toString()).startsWith("1 ").contains("sha256 validation failed");
            Files.write(file, whole);
        }
        assertThat(run(validate)).startsWith("0 ");
    }

    /** The manifest is what {@code openssl dgst} and {@code sha256sum} say of the same files. */
    @Test
    void opensslComputesTheManifest() throws Exception {
        assumeTrue(runs("openssl", "version"), "the command openssl is not on this machine");
        List<String> lines = Files.readAllLines(folder.resolve("manifest-sha256.txt"));
        assertThat(lines).hasSizeGreaterThan(6);
        for (String line : lines) {
            String[] parts = line.split("  ", 2);
            assertThat(run(
                            "openssl",
                            "dgst",
                            "-sha256",
                            "-r",
                            folder.resolve(parts[1]).toString()))
                    .startsWith("0 " + parts[0] + " ");
        }
    }

    @Test
    void pdftotextFindsCyrillicAndItsExtension() throws Exception {
        assumeTrue(runs("pdftotext", "-v"), "pdftotext is not installed");
        assertThat(run(
                        "pdftotext",
                        "-layout",
                        folder.resolve("data/dossier.pdf").toString(),
                        "-"))
                .contains("Нас держали в комнате с котлом")
                .contains("Ӏуьйре дика хуьлда")
                .contains("Стандарт доказанности".toUpperCase(Locale.ROOT));
    }

    @Test
    void thePdfIsTaggedOutlinedAndTellsNothingOfItsMaking() throws Exception {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(folder.resolve("data/dossier.pdf")))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentInformation().getModificationDate()).isNull();
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).doesNotContain("CreateDate").doesNotContain("ModifyDate");
            assertThat(new PDFTextStripper().getText(document)).contains("1 / ").contains("made by Lapwing");
        }
    }

    @Test
    void thePageBringsEverythingWithItAndRunsNothing() throws IOException {
        String page = Files.readString(folder.resolve("data/dossier.html"));
        assertThat(page)
                .contains("default-src 'none'")
                .contains("Men were held and beaten")
                .contains("сделано в Lapwing");
        for (String never : List.of("<script", "http:", "https:", "<img", "<link", "url(", "@import", "style=")) {
            assertThat(page.replace("http://www.w3.org/1999/xhtml", "")).doesNotContain(never);
        }
    }
}
