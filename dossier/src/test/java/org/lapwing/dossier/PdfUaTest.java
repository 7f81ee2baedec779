// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, the validator of the PDF Association's members, reads the printed dossier as PDF/UA-1 (ISO 14289-1). */
class PdfUaTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void foundry() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void theDossierIsAccessibleByTheStandard() throws Exception {
        Zips.unpack(Samples.fresh().pack(Tongue.ENGLISH, Tongue.RUSSIAN).zip(), folder);
        byte[] pdf = Files.readAllBytes(folder.resolve("dossier/data/dossier.pdf"));
        assertThat(failures(pdf)).isEmpty();
    }

    private static Set<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);
            assertThat(result.getTotalAssertions()).as("checks that ran").isGreaterThan(1000);
            return result.getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId().getClause() + "-"
                            + each.getRuleId().getTestNumber() + " " + each.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
