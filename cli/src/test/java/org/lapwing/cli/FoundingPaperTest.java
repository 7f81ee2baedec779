// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.RootKeyFile;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.Slip39;

/** {@code lapwing roster} and {@code lapwing recover}: what happens on paper and away from the desk. */
class FoundingPaperTest {
    private static final String MEMBER = "a".repeat(26);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private StringWriter err = new StringWriter();
    private Roster roster;
    private Path text;
    private Path root;

    @BeforeEach
    void draftARoster() throws IOException {
        roster = RosterDraft.first(LocalDate.parse("2026-11-22"))
                .member(Roster.Member.of(MEMBER, "quiet-lark", Set.of(Duty.INTAKE), MemberKeys.generate(random)))
                .roster();
        text = Files.writeString(folder.resolve("roster-1.txt"), roster.text());
        root = folder.resolve("root.key");
        assertThat(run("keygen", "--root", "-o", root.toString())).isZero();
        Files.writeString(
                folder.resolve("root.pin"),
                RootKeyFile.read(Files.readString(root)).verifyKeys().text());
    }

    private int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new StringWriter();
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, random).execute(arguments);
    }

    private String show(Path file) {
        int code = run("roster", "show", "--root", folder.resolve("root.pin").toString(), file.toString());
        return code + " " + out.toString(StandardCharsets.UTF_8) + err;
    }

    @Test
    void signsARosterThatThenHolds() throws IOException {
        assertThat(run("roster", "sign", "-i", root.toString(), text.toString()))
                .isZero();
        String line = out.toString(StandardCharsets.US_ASCII);
        assertThat(line).startsWith("signature root ").hasLineCount(1);
        String digest = HexFormat.of().formatHex(roster.digest());
        assertThat(err.toString().replaceAll("(?<=[0-9a-f]{8}) ", "")).contains(digest, "member quiet-lark: intake");
        Path signed = Files.writeString(folder.resolve("00001"), roster.text() + line);
        assertThat(show(signed)).startsWith("0 ").contains("member quiet-lark: intake", "The chain holds");
    }

    @Test
    void saysNoToARosterThatAnotherRootSigned() throws IOException {
        Path other = folder.resolve("other.key");
        run("keygen", "--root", "-o", other.toString());
        run("roster", "sign", "-i", other.toString(), text.toString());
        Path signed =
                Files.writeString(folder.resolve("00001"), roster.text() + out.toString(StandardCharsets.US_ASCII));
        assertThat(show(signed)).startsWith("1 ").contains("is not signed by the root pinned here");
    }

    @Test
    void refusesToSignWhatIsNoRosterAndNamesTheLine() throws IOException {
        Files.writeString(text, roster.text().replace("day 2026-11-22", "day soon"));
        assertThat(run("roster", "sign", "-i", root.toString(), text.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("roster-1.txt", "line 4");
        assertThat(out.size()).isZero();
        assertThat(run("roster", "sign", "-i", text.toString(), text.toString()))
                .isEqualTo(2);
        assertThat(run("roster")).isEqualTo(2);
    }

    @Test
    void recoversAKeyFileFromTwoSheetsThatOpensWhatWasSealedToIt() throws IOException {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        List<String> paper = Slip39.split(seed, 2, 3, random);
        byte[] sealed = AgeFile.sealBytes(
                List.of(HybridIdentity.fromSeed(seed).recipient()),
                "intake 1 ff".getBytes(StandardCharsets.US_ASCII),
                random);
        Path file = Files.write(folder.resolve("recovery.age"), sealed);
        Path one = Files.writeString(folder.resolve("one"), paper.get(0).replace(" ", "\n") + "\n");
        Path three = Files.writeString(folder.resolve("three"), paper.get(2));
        Path key = folder.resolve("recovery.key");
        assertThat(run("recover", one.toString(), "-o", key.toString())).isEqualTo(2);
        assertThat(key).doesNotExist();
        assertThat(run("recover", three.toString(), one.toString(), "-o", key.toString()))
                .isZero();
        assertThat(run("open", "-i", key.toString(), file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("intake 1 ff");
    }
}
