// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskMain;
import org.lapwing.desk.DeskSettings;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.Slip39;
import org.lapwing.seal.Totp;
import org.springframework.context.ConfigurableApplicationContext;

/** A group is founded in the browser. */
class SetUpTest {
    private static final Pattern SECRET = Pattern.compile("<p class=\"(?:secret|code)\"[^>]*>([^<]*)</p>");

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final RootKey root = RootKey.generate(random);
    private final List<String> onTheTerminal = new ArrayList<>();
    private ConfigurableApplicationContext desk;
    private Visitor browser;

    @BeforeEach
    void startAnEmptyDesk() {
        desk = DeskMain.start(DeskSettings.in(folder).onPort(0).withCost(new Argon2Cost(8 * 1024, 1, 1)));
        browser = new Visitor("http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port"));
        desk.getBean(SetUpPages.class).showCodeOn(onTheTerminal::add);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String code() {
        return onTheTerminal.getLast().replaceAll(".* ", "");
    }

    private String passTheCode() {
        browser.get("/");
        return browser.post("/set-up/code", "code", code().toUpperCase(java.util.Locale.ROOT));
    }

    private String[] plan(String... changes) {
        var fields = new ArrayList<String>();
        List<String> changed = Arrays.asList(changes);
        String[] all = {
            "root",
            root.verifyKeys().text(),
            "custodian0",
            "old-raven",
            "custodianKey0",
            publicKey(),
            "custodian1",
            "grey-jay",
            "custodianKey1",
            publicKey(),
            "custodian2",
            "white-stork",
            "custodianKey2",
            publicKey(),
            "member0",
            "quiet-lark",
            "duties0",
            "intake",
            "member1",
            "fair-owl",
            "duties1",
            "investigator",
            "member2",
            "slow-crane",
            "duties2",
            "analyst",
            "duties2",
            "publisher",
            "hours",
            "Daily.",
            "words",
            "en"
        };
        for (int i = 0; i < all.length; i += 2) {
            int change = changed.indexOf(all[i]);
            fields.add(all[i]);
            fields.add(change >= 0 && change % 2 == 0 ? changed.get(change + 1) : all[i + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private String publicKey() {
        return HybridIdentity.generate(random).recipient().toString();
    }

    @Test
    void foundsAGroupWhoseMemberOpensTheDeskAndWhosePaperOpensTheRecoveryFile() {
        assertThat(passTheCode()).contains("Who takes part");
        String words = browser.post("/set-up/plan", plan());
        List<String> secrets = new ArrayList<>();
        Matcher each = SECRET.matcher(words);
        while (each.find()) {
            secrets.add(each.group(1));
        }
        assertThat(secrets).hasSize(3 * 3 + 3);
        assertThat(browser.get("/set-up/words")).contains("The root signs").doesNotContain(secrets.getFirst());
        assertThat(folder.resolve("roster")).doesNotExist();

        var roster = SignedRoster.parse(browser.get("/set-up/roster.txt").getBytes(StandardCharsets.UTF_8))
                .roster();
        browser.get("/set-up");
        assertThat(browser.post("/set-up/sign", "signature", "yes")).contains("This is not a signature line");
        String forged = RosterSignature.byRoot(RootKey.generate(random), roster.digest())
                .line();
        assertThat(browser.post("/set-up/sign", "signature", forged)).contains("not by the root");
        assertThat(folder.resolve("roster")).doesNotExist();
        String signed = RosterSignature.byRoot(root, roster.digest()).line();
        assertThat(browser.post("/set-up/sign", "signature", signed)).contains("Open your notes");

        String digits = Totp.parse(secrets.get(1)).revealCode(Instant.now());
        assertThat(browser.post("/unlock", "handle", "quiet-lark", "passphrase", secrets.getFirst(), "code", digits))
                .contains("What waits for you");
        HybridIdentity paper = HybridIdentity.fromSeed(Slip39.combine(List.of(secrets.get(9), secrets.get(11))));
        assertThat(new String(
                        AgeFile.openBytes(List.of(paper), DeskPlace.read(folder.resolve("recovery.age"))),
                        StandardCharsets.US_ASCII))
                .contains("intake 1 ", "casebook 1 ");
        assertThat(browser.get("/set-up")).doesNotContain("Who takes part");
    }

    @Test
    void saysWhatIsWrongWithAPlanAndShowsNoSecretAgain() {
        passTheCode();
        assertThat(browser.post("/set-up/plan", plan("root", root.revealText())))
                .contains("s secret key. It must never leave", "old-raven")
                .doesNotContain(root.revealText());
        assertThat(browser.post("/set-up/plan", plan("custodian1", "Quiet-Lark")))
                .contains("is used twice");
        assertThat(browser.post("/set-up/plan", plan("duties0", "steward"))).contains("Somebody must do the intake");
        assertThat(browser.post("/set-up/plan", plan("duties1", "intake"))).contains("able to review");
        assertThat(browser.post("/set-up/plan", plan("custodianKey2", "age1abc")))
                .contains("begins with age1pq1");
        String one = publicKey();
        assertThat(browser.post("/set-up/plan", plan("custodianKey1", one, "custodianKey2", one)))
                .contains("the same public key");
    }

    @Test
    void opensOnlyForTheCodeAndShowsAnotherAfterFiveTries() {
        browser.get("/");
        String first = code();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/set-up/code", "code", "aaaaa-aaaaa")).contains("not the code");
        }
        assertThat(code()).isNotEqualTo(first);
        assertThat(browser.post("/set-up/code", "code", first)).contains("not the code");
        browser.post("/set-up/plan", plan());
        assertThat(browser.get("/set-up/words")).contains("The code from the terminal");
    }

    @Test
    void leavingDiscardsEverything() throws Exception {
        passTheCode();
        browser.post("/set-up/plan", plan());
        browser.get("/set-up");
        assertThat(browser.post("/set-up/leave")).contains("The code from the terminal");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .doesNotContain("keys", "grants", "recovery.age", "shred.keys");
        }
    }
}
