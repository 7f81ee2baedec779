// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.AgeFileException;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.DeskGuard;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.MemberKeyFile;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.RootKeyFile;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SizeClass;

/** Sealed files and keys. */
final class SealTargets {
    private static final int CONTENT = 40;

    private final Cast cast = new Cast();
    private final byte[] sealed =
            AgeFile.sealBytes(List.of(cast.custodianKeys.getFirst().recipient()), new byte[CONTENT], cast.random);
    private final int payload = sealed.length - CONTENT - 16 - 16;

    /** Anything as an age file: header and payload, armored or not. */
    void ageFile(byte[] input) throws Exception {
        read(AgeFileException.class, () -> {
            try (InputStream plain =
                    AgeFile.open(cast.custodianKeys, AgeArmor.unwrapped(new ByteArrayInputStream(input)))) {
                return plain.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** Anything as the payload behind a good header, of which one alone is right; then as a padded content. */
    void agePayload(byte[] input) throws Exception {
        byte[] forged = Arrays.copyOf(sealed, payload + input.length);
        System.arraycopy(input, 0, forged, payload, input.length);
        Optional<byte[]> plain = read(AgeFileException.class, () -> AgeFile.openBytes(cast.custodianKeys, forged));
        same(Arrays.equals(sealed, forged), plain.isPresent(), "the only payload under this key");
        Optional<byte[]> text = read(SealException.class, () -> SizeClass.unpaddedText(input));
        if (text.isPresent()) {
            same(text.get(), SizeClass.unpaddedText(padded(text.get())), "a padded text");
        }
        if (input.length >= Long.BYTES) { // a stated length, as a report states it, and a content
            long stated = ByteBuffer.wrap(input).getLong() & SizeClass.MAX_LENGTH - 1;
            byte[] content = Arrays.copyOfRange(input, Long.BYTES, input.length);
            read(
                    SealException.class,
                    () -> SizeClass.unpadded(new ByteArrayInputStream(content), stated)
                            .transferTo(OutputStream.nullOutputStream()));
            same(
                    content,
                    SizeClass.unpadded(new ByteArrayInputStream(padded(content)), content.length)
                            .readAllBytes(),
                    "a padded content");
        }
    }

    private static byte[] padded(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(content);
        SizeClass.pad(out, content.length);
        return out.toByteArray();
    }

    static void armor(byte[] input) throws Exception {
        Optional<byte[]> content = read(AgeFileException.class, () -> dearmored(input));
        if (content.isPresent()) {
            var again = new ByteArrayOutputStream();
            try (OutputStream writer = AgeArmor.writer(again)) {
                writer.write(content.get());
            }
            same(content.get(), dearmored(again.toByteArray()), "armored content");
        }
    }

    private static byte[] dearmored(byte[] armored) throws IOException {
        try (InputStream reader = AgeArmor.reader(new ByteArrayInputStream(armored))) {
            return reader.readAllBytes();
        }
    }

    /** The texts of keys: each reader takes what is its own. */
    static void keyTexts(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        for (HybridIdentity identity :
                read(SealException.class, () -> AgeKeyFile.read(text)).orElse(List.of())) {
            same(identity, HybridIdentity.parse(identity.revealSecretKey()), "a secret key");
        }
        Optional<RootKey> root = read(SealException.class, () -> RootKeyFile.read(text));
        if (root.isPresent()) {
            String again = RootKeyFile.revealText(root.get());
            same(again, RootKeyFile.revealText(RootKeyFile.read(again)), "a root key");
        }
        Optional<RootVerifyKeys> pinned = read(SealException.class, () -> RootVerifyKeys.parse(text));
        if (pinned.isPresent()) {
            same(pinned.get().text(), RootVerifyKeys.parse(pinned.get().text()).text(), "a root's public key");
        }
        Optional<HybridRecipient> recipient = read(SealException.class, () -> HybridRecipient.parse(text));
        if (recipient.isPresent()) {
            same(text, recipient.get().toString(), "a recipient");
        }
    }

    static void keyFile(byte[] input) throws Exception {
        Optional<MemberKeyFile> file = read(SealException.class, () -> MemberKeyFile.parse(input));
        if (file.isPresent()) {
            same(input, file.get().bytes(), "a key file");
        }
    }

    void identityFile(byte[] input) throws Exception {
        Optional<IdentityFile> file = read(SealException.class, () -> IdentityFile.parse(input));
        if (file.isPresent()) {
            same(input, file.get().bytes(), "an identity file");
            for (int i = 0; i < IdentityFile.CUSTODIANS; i++) {
                int custodian = i;
                read(
                        SealException.class,
                        () -> file.get().openShare(Cast.custodianId(custodian), cast.custodianKeys.get(custodian)));
            }
        }
    }

    /** A path, a header and a body, a line each; the desk made one request only, of {@code /reports} without a body. */
    void deskRequest(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
        DeskGuard guard = new DeskGuard(Duration.ofMinutes(2), clock, (nonce, until) -> true);
        DeskRequest request = DeskRequest.of("GET", lines[0], lines[2].getBytes(StandardCharsets.UTF_8));
        boolean accepted =
                guard.refusal(request, lines[1], cast.desk.verifyKey()).isEmpty();
        if (accepted && !(lines[0].equals("/reports") && lines[2].isEmpty())) {
            throw new AssertionError("a request that the desk never made was taken for its own");
        }
    }
}
