// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final String LINE = "\u2014 lapwing.example/siskin AAAAAAE=\n";

    @Test
    void givesBackWhatItRead() {
        String note = "one\n\ntwo\n\n" + LINE;
        assertThat(Note.parse(note).orThrow().text()).isEqualTo("one\n\ntwo\n");
        assertThat(Note.parse(note).orThrow().format()).isEqualTo(note);
    }

    @Test
    void refusesWhatIsNoSignedNote() {
        for (String note : List.of(
                "",
                "text\n" + LINE,
                "text\n\n",
                "text\n\n" + LINE.stripTrailing(),
                "te\txt\n\n" + LINE,
                "te\u0000xt\n\n" + LINE,
                "te\ud800xt\n\n" + LINE,
                "text\n\n" + LINE.replace("AAAAAAE=", "AAAAAA=="),
                "text\n\n" + LINE.replace("siskin ", "siskin  "),
                "text\n\n" + LINE.replace('\u2014', '-'))) {
            assertThat(Note.parse(note)).as(note).isInstanceOf(Reading.Refused.class);
        }
        byte[] latin1 = ("t\u00e9xt\n\n" + LINE).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Note.parse(latin1)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void readsSixteenSignaturesAndNotMore() {
        StringBuilder note = new StringBuilder("text\n\n");
        for (int i = 0; i < 16; i++) {
            note.append(LINE.replace("siskin", "siskin" + i));
        }
        assertThat(Note.parse(note.toString()).orThrow().signatures()).hasSize(16);
        assertThat(Note.parse(note + LINE)).isInstanceOf(Reading.Refused.class);
    }
}
