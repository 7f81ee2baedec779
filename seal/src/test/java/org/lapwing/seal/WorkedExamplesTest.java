// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/formats/seal.md, made by the code: a changed format changes the page or fails here. */
class WorkedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```example (\\S+)\n(.*?)```", Pattern.DOTALL);

    private final Map<String, String> examples = new LinkedHashMap<>();

    @Test
    void thePageShowsWhatTheCodeWrites() throws IOException {
        shares();
        epochAndEntry();
        receipt();
        shredStore();
        keyFile();
        groupFiles();
        assertThat(page()).isEqualTo(examples);
    }

    private static Map<String, String> page() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("lapwing.root"), "docs/formats/seal.md"));
        Map<String, String> shown = new LinkedHashMap<>();
        Matcher matcher = EXAMPLE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2);
            shown.put(matcher.group(1), value.matches("[0-9a-f\\s]*") ? value.replaceAll("\\s", "") : value.strip());
        }
        return shown;
    }

    private void shares() {
        byte[] secret = new byte[32];
        new Fixed.Counting(0).nextBytes(secret);
        List<Share> shares = Shares.split(secret, 2, 3, new Fixed.Counting(0x40));
        hex("share-1", shares.get(0).value());
        hex("share-2", shares.get(1).value());
        hex("share-1-commitment", shares.get(0).commitment());
    }

    private void epochAndEntry() {
        Epoch epoch = Epoch.of("casebook", 4, Fixed.bytes(32, 1));
        hex("epoch-header-key", epoch.headerKey());
        hex("epoch-wrap-key", epoch.wrapKey());
        hex("epoch-snapshot-key", epoch.revealSnapshotKey());
        hex("epoch-identity-seed", epoch.identity().revealSeed());
        hex("epoch-tag-7", epoch.tag(7));

        ShredKey shred = ShredKey.of(Fixed.bytes(16, 2), Fixed.bytes(32, 3));
        EntryContext context = new EntryContext(Fixed.bytes(16, 4), "ClaimCoded", 1, "casebook", 4);
        EntryText text = new EntryText(ascii("the header"), ascii("the body"));
        SealedEntry sealed = new EntrySeal(new Fixed.Counting(0)).seal(epoch, shred, context, text);
        hex("entry-context", context.encoded(""));
        hex("entry-wrapped-key", sealed.wrappedKey());
        hex("entry-header", sealed.header());
        hex("entry-body", sealed.body());
        hex("entry-ciphertext-hash", sealed.ciphertextHash());
    }

    private void receipt() {
        byte[] secret = new byte[12];
        new Fixed.Counting(1).nextBytes(secret);
        Receipt receipt = Receipt.of(secret);
        examples.put("receipt-english", String.join(" ", receipt.revealWords(WordList.ENGLISH)));
        examples.put("receipt-russian", String.join(" ", receipt.revealWords(WordList.RUSSIAN)));
        examples.put("receipt-digits", receipt.revealDigits().replace(" ", ""));
        hex("receipt-locator", receipt.locator());
        hex("receipt-mailbox-seed", receipt.mailbox().revealSeed());
        hex("receipt-prove-key", receipt.revealProveKey());
    }

    private void shredStore() {
        ShredKey live = ShredKey.of(Fixed.bytes(16, 2), Fixed.bytes(32, 3));
        ShredKeys keys = ShredKeys.NONE.with(List.of(live)).without(List.of(Fixed.bytes(16, 5)));
        hex("shred-store", keys.seal(Fixed.bytes(32, 4), new Fixed.Counting(0)));
    }

    private void keyFile() {
        KeyFileOpener opener = new KeyFileOpener(new Argon2Cost(8 * 1024, 1, 1), new Fixed.Counting(0));
        MemberKeys keys = MemberKeys.generate(new Fixed.Counting(0x20));
        Passphrase passphrase = Passphrase.generate(WordList.ENGLISH, new Fixed.Counting(0));
        examples.put("key-file-passphrase", passphrase.revealWords());
        hex("key-file", opener.create(keys, passphrase).bytes());
    }

    private void groupFiles() {
        Group group = new Group();
        hex("roster-digest", group.first().digest());
        hex("roster-file-sha256", Digests.sha256(group.firstSigned()));
        Fixed.Counting random = new Fixed.Counting(0);
        byte[] grant = Grant.of(group.casebook).seal(group.member(1), group.signer(0), random);
        hex("grant-start", Arrays.copyOf(grant, 16 + 1 + 8 + 4 + 26));
        hex("grant-sha256", Digests.sha256(grant));
        IdentityFile identity = IdentityFile.seal(
                Fixed.bytes(16, 6), ascii("Teal Marrow"), group.first().custodians(), random);
        hex("identity-start", Arrays.copyOf(identity.bytes(), 16 + 1 + 16 + 26 + 32));
        hex("identity-sha256", Digests.sha256(identity.bytes()));
        HybridRecipient week = HybridIdentity.fromSeed(Fixed.bytes(32, 7)).recipient();
        hex(
                "certificate-sha256",
                Digests.sha256(IntakeCertificate.sign(week, Group.DAY, 14, group.signer(0))
                        .bytes()));
        String header = DeskRequest.of("GET", "/reports", new byte[0])
                .authorize(group.desk, Instant.parse("2026-11-22T09:00:00Z"), random);
        examples.put("desk-request", header);
    }

    private void hex(String name, byte[] bytes) {
        examples.put(name, Fixed.HEX.formatHex(bytes));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
