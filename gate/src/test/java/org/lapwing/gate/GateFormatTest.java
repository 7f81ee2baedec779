// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lapwing.entry.Id;
import org.lapwing.gate.spool.Attachment;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Submission;
import org.lapwing.gate.spool.Submission.Kind;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.Receipt;

/** The examples and sizes in {@code docs/formats/gate.md} are what the code makes. */
class GateFormatTest {

    private static byte[] example(Kind kind) {
        byte[] secret = new byte[Receipt.SECRET_BYTES];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }
        Attachment photo = new Attachment("1.age", "photo.jpg", "image/jpeg", 3, "ab".repeat(32), 67_195);
        return new Submission(
                        new Id(1, 2),
                        kind,
                        LocalDate.of(2026, 11, 22),
                        Tongue.RU,
                        kind == Kind.REPORT,
                        "Слова.",
                        List.of(photo),
                        new Id(3, 4),
                        Receipt.of(secret))
                .json();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("lapwing.root"), "docs/formats/gate.md"));
    }

    @Test
    void theAdditionOfThePageIsWhatTheCodeMakes() throws IOException {
        assertThat(page()).contains("\n" + new String(example(Kind.ADDITION), StandardCharsets.UTF_8) + "\n");
    }

    @Test
    void theReportOfThePageHasItsHash() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(example(Kind.REPORT));
        assertThat(page()).contains(HexFormat.of().formatHex(hash));
    }

    @Test
    void theSizesOfThePageAreThoseOfTheCode() throws IOException {
        assertThat(page())
                .contains(
                        "%,d".formatted(IdentityFile.BYTES),
                        "%,d".formatted(Replies.BYTES),
                        "%,d".formatted(Submission.MOST_WORD_BYTES));
    }
}
